// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

/// Requests of OpenAI's older completions API (POST /v1/completions): a prompt, and what follows it.
namespace gatehouse::translate {

/// A caller's completions request as one of chat completions, for models that hold conversations: the prompt is what the user
/// says. Fails with InvalidRequest where the prompt is not one text, with UnsupportedParams where an answer would need what a
/// chat has no word for.
Result<> textAsChat(Members &members, const Target &target);

/// What is done to a request whose provider speaks completions too.
Result<> relayTextRequest(Members &members, const Target &target);

/// Parameters of chats that completions have no word for are refused, or dropped where asked; \a members are in OpenAI's words.
Result<> fitToText(Members &members, const Target &target);

/// A conversation as one prompt. Fails with BadRequest where it holds more than texts.
Result<ProviderRequest> writeTextRequest(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
