// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/events.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::translate {

/// Where the rest of an answer is joined to its beginning.
struct Seam {
    const Given &given;                            ///< must outlive the encoder
    std::string said;                              ///< the text so far
    bool spaceWithheld = false;                    ///< the provider was not shown the space at its end
    std::string remark;                            ///< what stands in the stream at the seam; empty = nothing
    std::function<Usage(const Usage &rest)> total; ///< of beginning and rest
};

/// Writes the rest of an answer with \a encoder: nothing that was said is said again, neither who speaks nor the end of the text;
/// thoughts come only before the text; and the tokens are those of the whole.
std::unique_ptr<EventEncoder> seamEncoder(std::unique_ptr<EventEncoder> encoder, Seam seam);

} // namespace gatehouse::translate
