// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/settings.h"

namespace gatehouse::observe::sinks {

/// What a payload is put together from, and what others want of it, too.
void writeMetadata(JsonLine &json, const Receipt &receipt, const Terms &terms);
void writeHiddenParams(JsonLine &json, const Receipt &receipt);
void writeCostBreakdown(JsonLine &json, const Cost &cost);
/// How guardrails judged: guardrail_status, and guardrail_information, which is null where none did.
std::string_view guardrailStatus(const Receipt &receipt);
void writeGuardrails(JsonLine &json, const Receipt &receipt);
/// The tags of the request, of the key, and who asked with which program: the items of an array.
void writeTags(JsonLine &json, const Receipt &receipt, const Terms &terms);

} // namespace gatehouse::observe::sinks
