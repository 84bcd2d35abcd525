// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

#include <string>

/// Requests of Ollama's own chat API (POST /api/chat; docs.ollama.com/api/chat).
namespace gatehouse::translate {

/// Parameters that Ollama has no word for are refused, or dropped where asked; \a members are still in OpenAI's words.
Result<> fitToOllama(Members &members, const Target &target);

/// Fails with BadRequest where the conversation holds what Ollama cannot be told.
Result<ProviderRequest> writeOllamaRequest(const Conversation &conversation, const Target &target);

/// The messages alone, as a JSON array. Fails with BadRequest; with drop_params what Ollama cannot be told is left out.
Result<std::string> writeOllamaMessages(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
