// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"

namespace gatehouse::translate {

/// Reads a chat completions request. Fails with BadRequest that names the member.
Result<Conversation> readOpenAiRequest(const Members &members);

/// Writes one, without `model` and without stream_options; its views point into \a conversation. Fails with BadRequest or
/// UnsupportedParams where the conversation holds what chat completions cannot say.
Result<ProviderRequest> writeOpenAiRequest(const Conversation &conversation, const Target &target);

/// What every chat completions request goes through, wherever it came from: the deployment's defaults, and the parameters, roles
/// and tools that its model takes.
Result<> relayOpenAiRequest(Members &members, const Target &target);

/// The usage of a stream is always asked for, because it is billed; what else the client's stream_options say stays.
Result<> askForUsage(Members &members, const Target &target);

} // namespace gatehouse::translate
