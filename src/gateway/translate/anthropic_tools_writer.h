// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// The tools of a conversation in Anthropic's words.
struct AnthropicTools {
    std::string json;                    ///< a JSON array; empty = none
    std::vector<std::string_view> betas; ///< that these need
};

/// Fails for a tool that another provider runs, unless it may be dropped.
Result<AnthropicTools> writeAnthropicTools(const Conversation &conversation, const Target &target);

} // namespace gatehouse::translate
