// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

/// Requests of Bedrock's Converse API (API_runtime_Converse of the Bedrock API reference).
namespace gatehouse::translate {

/// Parameters that the model's family has no word for are refused, or dropped where asked; \a members are still in OpenAI's
/// words.
Result<> fitToBedrock(Members &members, const Target &target);

/// Fails with BadRequest where the conversation holds what Converse cannot be told, and with UnsupportedParams where it asks for
/// what the model's family does not do.
Result<ProviderRequest> writeBedrockRequest(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
