// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace gatehouse {

/// A wire format for conversations, as spoken by clients (at our doors) and by providers. translate/dialects.cpp has a row for
/// each.
enum class Dialect {
    OpenAiChat,        ///< POST …/chat/completions
    AnthropicMessages, ///< POST …/v1/messages
    OpenAiResponses,   ///< POST …/responses
    OpenAiText,        ///< POST …/completions, the old way: a prompt and its continuation
    GeminiGenerate,    ///< POST …/models/{model}:generateContent, of the Gemini API and of Vertex
    BedrockConverse,   ///< POST …/model/{model}/converse
    CohereChat,        ///< POST …/v2/chat
    OllamaChat,        ///< POST …/api/chat
};

/// Its short name, for receipts and documents: "openai", "anthropic", "gemini".
std::string_view toString(Dialect dialect);

} // namespace gatehouse
