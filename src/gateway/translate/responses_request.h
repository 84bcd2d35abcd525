// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

namespace gatehouse::translate {

/// What becomes of chat completions' parameters that the Responses API has no word for; \a members are in chat's words.
/// Fails with UnsupportedParams.
Result<> fitToResponses(Members &members, const Target &target);

/// Writes a request of OpenAI's Responses API, without `model` and `stream`; its views point into \a conversation. Fails with
/// BadRequest or UnsupportedParams where the conversation holds what the API cannot be told.
Result<ProviderRequest> writeResponsesRequest(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
