// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/settings.h"

#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// What stands in a payload more than once: written once, and copied from then on.
struct Repeated {
    std::string usage;     ///< the object
    std::string cost = {}; ///< in dollars; empty = not known
};
Repeated repeatedIn(const Receipt &receipt);

/// What a payload is put together from, and what others want of it, too.
void writeMetadata(JsonLine &json, const Receipt &receipt, const Terms &terms, const Repeated &repeated);
void writeHiddenParams(JsonLine &json, const Receipt &receipt, const Repeated &repeated);
void writeCostBreakdown(JsonLine &json, const Cost &cost, std::string_view total);
/// How guardrails judged: guardrail_status, and guardrail_information, which is null where none did.
std::string_view guardrailStatus(const Receipt &receipt);
void writeGuardrails(JsonLine &json, const Receipt &receipt);
/// The tags of the request, of the key, and who asked with which program: the items of an array.
void writeTags(JsonLine &json, const Receipt &receipt, const Terms &terms);

} // namespace gatehouse::observe::sinks
