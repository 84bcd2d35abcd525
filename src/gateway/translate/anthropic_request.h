// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

namespace gatehouse::translate {

/// Reads a Messages request. Fails with BadRequest that names the member.
Result<Conversation> readAnthropicRequest(const Members &members);

/// Writes one. Fails with BadRequest where the conversation holds what Anthropic cannot be told.
Result<ProviderRequest> writeAnthropicRequest(const Conversation &conversation, const Target &target);

/// A Messages request on its way to somebody who speaks it: the deployment's defaults are added, the rest stays as it came.
Result<> relayAnthropicRequest(Members &members, const Target &target);

} // namespace gatehouse::translate
