// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/bedrock_tool_names.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"
#include "gateway/translate/turns_writer.h"

#include <string>

namespace gatehouse::translate {

/// The messages of a conversation as Converse wants them.
struct BedrockMessages : Turns {
    bool usesTools = false; ///< a tool call or a tool's result stands in them
};

/// How they are to be written.
struct BedrockManner {
    const BedrockToolNames &names;
    bool isGuarded = false; ///< what the user said last is what a guardrail is to judge, and nothing else says so
};

/// Fails with BadRequest where they hold what Converse cannot be told.
Result<BedrockMessages> writeBedrockMessages(const Conversation &conversation, const Target &target, const BedrockManner &manner);

/// {"cachePoint":{"type":"default"}} for what Anthropic calls cache_control.
std::string bedrockCachePoint(std::string_view cacheControl, std::string_view model);

} // namespace gatehouse::translate
