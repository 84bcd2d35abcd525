// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/receipt_ring.h"
#include "gateway/observe/traffic/book.h"
#include "gateway/pipeline/context.h"

#include <optional>
#include <string>

namespace gatehouse::admin {

/// A captured request, fit to be sent again.
struct ReplaySource {
    wire::Request request = {};
    Dialect dialect = Dialect::OpenAiChat;
    gatehouse::Operation operation = gatehouse::Operation::Chat;
    std::string pathModel = {};
    bool streams = false;
    bool isPassThrough = false;
};

/// What stands in the ring as \a row, or is remembered under \a id, in memory or on disk. Fails with NotFound, and with 409 where
/// it was not kept whole: cut, redacted, or with files.
Result<ReplaySource> replaySource(
    const observe::traffic::Book &book, const std::optional<observe::Row> &row, const std::string &id);

/// The same call for another model.
Result<> askFor(ReplaySource &source, const std::string &model);

} // namespace gatehouse::admin
