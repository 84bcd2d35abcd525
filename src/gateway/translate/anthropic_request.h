// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"

#include <string>
#include <vector>

namespace gatehouse::translate {

/// Reads a Messages request. Fails with BadRequest that names the member.
Result<Conversation> readAnthropicRequest(const Members &members);

/// A Messages request and what goes with it. Its views point into the conversation it was made of.
struct AnthropicRequest {
    Members members;                ///< without `model`
    std::vector<std::string> betas; ///< for the header anthropic-beta
    bool jsonTool = false;          ///< see Encoded::jsonTool
};

/// Fails with BadRequest where the conversation holds what Anthropic cannot be told.
Result<AnthropicRequest> writeAnthropicRequest(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
