// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/traffic/capture.h"
#include "gateway/observe/traffic/tape.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// What stands on disk beside an exchange's tape: what it was, and whose the numbers on the tape are. Of the receipt it has what
/// GET /traffic/{id} shows.
struct Cover {
    std::shared_ptr<const Receipt> receipt = {};
    Capture::Door door = {};
    bool isHidden = false; ///< what was said is hidden on the tape
    Tape::Stations stations = {};
};

/// What it is made of.
struct CoverText {
    const Receipt &receipt;
    const Capture::Door &door;
    bool isHidden;
    const Tape::Stations &stations;
};

/// Puts \a cover behind \a bytes, as it is in memory: JSON is made of it when somebody asks, which hardly anybody does.
void appendCover(std::string &bytes, const CoverText &cover);
/// None = it was none, wherever it is from.
std::optional<Cover> coverFrom(std::string_view bytes);

} // namespace gatehouse::observe::traffic
