// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// What stands in place of empty text, which Claude refuses. The words are LiteLLM's, so that caches and recordings stay
/// comparable.
inline constexpr std::string_view emptyContent = "[System: Empty message content sanitised to satisfy protocol]";

/// The messages of a conversation as Anthropic wants them: turns of one role joined, no empty text, system text apart.
struct AnthropicMessages {
    std::string messages;   ///< a JSON array
    std::string system;     ///< a JSON array of text blocks; empty = none
    bool usesTools = false; ///< a tool call or a tool's result stands in them
    bool usesFiles = false; ///< a document is named by its id in the Files API
};
Result<AnthropicMessages> writeAnthropicMessages(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
