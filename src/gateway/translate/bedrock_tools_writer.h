// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/bedrock_tool_names.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <string>
#include <vector>

namespace gatehouse::translate {

/// The tools of a conversation in Converse's words.
struct BedrockTools {
    std::string config;             ///< toolConfig; empty = none
    std::string modelFields;        ///< tools that Claude knows and Converse does not, a JSON array; empty = none
    std::vector<std::string> betas; ///< that these need
    bool jsonTool = false;          ///< see Encoded::jsonTool
};

/// How they are to be written.
struct BedrockToolUse {
    const BedrockToolNames &names;
    bool isInHistory = false; ///< the messages hold calls: Bedrock wants tools declared then, whatever they are
    bool thinks = false;      ///< a forced tool and thinking exclude each other
};

/// Fails with BadRequest for a tool that Bedrock cannot be told of, with UnsupportedParams for a choice that it does not know.
Result<BedrockTools> writeBedrockTools(const Conversation &conversation, const Target &target, const BedrockToolUse &use);

} // namespace gatehouse::translate
