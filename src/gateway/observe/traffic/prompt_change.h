// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/traffic/prompt.h"

#include <optional>
#include <string>

namespace gatehouse::observe::traffic {

/// Where a prompt is first another than an earlier one.
struct PromptChange {
    enum class What {
        Nothing, ///< it only grew, or is the same
        Added,   ///< a tool or a part of the system prompt came in between
        Removed,
        Reordered, ///< the same tools, in another order
        Text,      ///< a part has another text
    };
    What what = What::Nothing;
    PromptPart::Kind kind = PromptPart::Kind::Message;
    std::string where = {}, name = {}; ///< of the part, as in PromptPart
    std::string member = {};           ///< of a tool: "description", "parameters"; empty = not known
    std::size_t byte = 0;              ///< in the part's text
    std::string before = {}, after = {};
    bool isTime = false;        ///< what changed looks like a time of day, a date or a random id
    std::size_t sameParts = 0;  ///< that stand before it, and are the same
    std::size_t sameBytes = 0;  ///< of these, and of the changed part
    bool hasMarkBefore = false; ///< a cache_control stands in one of the same parts
    std::string words() const;  ///< "messages[3] (user) changed at byte 120: “…” → “…”"
};

PromptChange changeOf(const Prompt &earlier, const Prompt &later);

} // namespace gatehouse::observe::traffic
