// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What Bedrock's models take, by the families of their names. Nothing is known of a name that is an ARN of one's own: such a
/// model is taken at its word, and Bedrock judges.
namespace gatehouse::translate {

struct BedrockModel {
    enum class Family { Unknown, Claude, Nova, Titan, Llama, Mistral, Cohere, DeepSeek, OpenAi };
    Family family = Family::Unknown;
    bool takesTools = true;
    bool takesToolChoice = true; ///< as LiteLLM has it: it refuses tool_choice for the others
    bool takesReasoning = true;
    bool takesCachePoints = true;
    bool takesFullSchemas = true; ///< else a tool's schema is type, properties and required

    bool isClaude() const { return family == Family::Claude; }
    bool isNova() const { return family == Family::Nova; }
};

/// \a model may have its route and region before it: "converse/us.amazon.nova-pro-v1:0".
BedrockModel bedrockModel(std::string_view model);

/// How a model may be reached that Converse and InvokeModel are no way to: "agent", "async_invoke", …; empty = by these.
std::string_view otherBedrockRoute(std::string_view model);

} // namespace gatehouse::translate
