// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/guardrail.h"

#include <algorithm>

namespace gatehouse::guardrails {

std::string_view toString(Mode mode)
{
    switch (mode) {
    case Mode::PreCall: return "pre_call";
    case Mode::DuringCall: return "during_call";
    case Mode::PostCall: return "post_call";
    case Mode::LoggingOnly: return "logging_only";
    }
    return {};
}

const Modes &When::forTags(const std::vector<std::string> &tags) const
{
    for (const std::string &tag : tags) {
        const auto found = std::find_if(byTag.begin(), byTag.end(), [&](const auto &each) { return each.first == tag; });
        if (found != byTag.end())
            return found->second;
    }
    return modes;
}

} // namespace gatehouse::guardrails
