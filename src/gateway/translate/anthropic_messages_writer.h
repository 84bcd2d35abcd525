// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"
#include "gateway/translate/turns_writer.h"

namespace gatehouse::translate {

/// The messages of a conversation as Anthropic wants them.
struct AnthropicMessages : Turns {
    bool usesTools = false; ///< a tool call or a tool's result stands in them
    bool usesFiles = false; ///< a document is named by its id in the Files API
};
Result<AnthropicMessages> writeAnthropicMessages(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
