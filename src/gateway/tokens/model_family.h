// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::tokens {

/// Models that share a tokenizer, or one so alike that one estimate serves them all.
enum class Family {
    O200k,  ///< OpenAI since gpt-4o; its vocabulary is shipped
    Cl100k, ///< gpt-4, gpt-3.5-turbo, text-embedding-3; its vocabulary is shipped
    Claude,
    Gemini,
    Llama,
    Mistral,
    Cohere,
    Qwen,
    DeepSeek,
    Other,
};

/// The family of a model's name, whatever provider's prefix or region stands before it and in whatever case it is written.
Family familyOf(std::string_view model);

} // namespace gatehouse::tokens
