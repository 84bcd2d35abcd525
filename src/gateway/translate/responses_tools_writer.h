// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <cstdint>
#include <string>

namespace gatehouse::translate {

/// A conversation's tools as the Responses API has them.
struct ResponsesTools {
    std::string items;          ///< JSON: an array; empty = none
    std::int64_t mostCalls = 0; ///< how often OpenAI may run its own tools; 0 = not said
};

/// Fails with BadRequest where a tool is one that only another maker runs.
Result<ResponsesTools> writeResponsesTools(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
