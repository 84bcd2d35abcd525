// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/wire/json_writer.h"

#include <string>

namespace gatehouse::observe::sinks {

/// LiteLLM's StandardLoggingPayload of a call: a JSON object on one line. What is not known is null.
std::string payloadOf(const Receipt &receipt, const Terms &terms, bool hidesMessages);

/// Of its members, the one that says how the answer was got.
void writeHiddenParams(wire::JsonWriter &json, const Receipt &receipt);

} // namespace gatehouse::observe::sinks
