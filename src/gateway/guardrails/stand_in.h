// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::guardrails {

/// What a guardrail has put into a request in the place of something that nobody else is to see: "<PERSON>".
struct StandIn {
    std::string text, original;
};

/// \a text with the originals in the places of their stand-ins. Where it is JSON, as the arguments of tools are, it stays JSON.
std::string withOriginals(std::string_view text, const std::vector<StandIn> &standIns);

} // namespace gatehouse::guardrails
