// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/wire/json_writer.h"

#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// LiteLLM's StandardLoggingPayload of a call: a JSON object on one line. What is not known is null.
std::string payloadOf(const Receipt &receipt, const Terms &terms, bool hidesMessages);

/// Its members that others want, too.
void writeMetadata(wire::JsonWriter &json, const Receipt &receipt, const Terms &terms);
void writeHiddenParams(wire::JsonWriter &json, const Receipt &receipt);
void writeCostBreakdown(wire::JsonWriter &json, const Cost &cost);
/// Those of the request, of the key, and who asked with which program.
std::vector<std::string> tagsOf(const Receipt &receipt, const Terms &terms);

} // namespace gatehouse::observe::sinks
