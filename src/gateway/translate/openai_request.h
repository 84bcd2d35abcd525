// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"

namespace gatehouse::translate {

/// Reads a chat completions request. Fails with BadRequest that names the member.
Result<Conversation> readOpenAiRequest(const Members &members);

/// Writes one, without `model` and without stream_options; its views point into \a conversation. Fails with BadRequest or
/// UnsupportedParams where the conversation holds what chat completions cannot say.
Result<Members> writeOpenAiRequest(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
