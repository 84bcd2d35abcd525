// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

/// Requests of Cohere's chat API, version 2 (docs.cohere.com/reference/chat).
namespace gatehouse::translate {

/// Parameters that Cohere has no word for are refused, or dropped where asked; \a members are still in OpenAI's words.
Result<> fitToCohere(Members &members, const Target &target);

/// Fails with BadRequest where the conversation holds what Cohere cannot be told.
Result<ProviderRequest> writeCohereRequest(const Conversation &conversation, const Target &target);

/// The models that think before they answer, by name.
bool thinksAtCohere(const Target &target);

} // namespace gatehouse::translate
