// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"

#include <string_view>

namespace gatehouse {

/// LiteLLM's name of what was called: "acompletion", "anthropic_messages", "aembedding".
std::string_view callType(const Receipt &receipt);

} // namespace gatehouse
