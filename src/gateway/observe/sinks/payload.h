// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/settings.h"

#include <string>

namespace gatehouse::observe::sinks {

/// LiteLLM's StandardLoggingPayload of a call: a JSON object on one line. What is not known is null.
std::string payloadOf(const Receipt &receipt, const Terms &terms, bool hidesMessages);

/// Of its members, hidden_params: how the answer was got.
std::string hiddenParamsOf(const Receipt &receipt);

} // namespace gatehouse::observe::sinks
