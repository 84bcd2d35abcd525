// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/dialect.h"

namespace gatehouse {

std::string_view toString(Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAiChat: return "openai";
    case Dialect::AnthropicMessages: return "anthropic";
    case Dialect::OpenAiResponses: return "responses";
    case Dialect::OpenAiText: return "completions";
    case Dialect::GeminiGenerate: return "gemini";
    case Dialect::BedrockConverse: return "bedrock";
    case Dialect::CohereChat: return "cohere";
    case Dialect::OllamaChat: return "ollama";
    }
    return "openai";
}

} // namespace gatehouse
