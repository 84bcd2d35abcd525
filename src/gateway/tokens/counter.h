// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How many tokens a text or a request is, for when no provider says so.
namespace gatehouse::tokens {

/// How the tokens were counted, in the words of Count::tokenizer.
inline constexpr std::string_view openAiTokenizer = "openai_tokenizer"; ///< OpenAI's own vocabulary
inline constexpr std::string_view estimate = "estimate"; ///< by the kinds of characters; docs/tokens.md has the error

/// A number of tokens and what it is worth.
struct Count {
    std::int64_t tokens = 0;
    bool exact = false; ///< nothing was guessed: the model's own vocabulary, no image of unknown size, no tool's hidden form
    std::string_view tokenizer = estimate;
};

/// Counts tokens by the model's name, which may carry a provider's prefix ("azure/gpt-4o", "us.anthropic.claude-…").
/// One for the whole program, owned by the gateway's Shared and used by all workers at once. A vocabulary is loaded when it is
/// first needed and then stays (about 7 MB for o200k_base): an idle gateway holds none.
class Counter
{
public:
    Counter();
    ~Counter();
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;

    /// Tokens of a plain text, without any message around it. \a text should be UTF-8; other bytes count as symbols.
    Count countText(std::string_view model, std::string_view text) const;
    /// Input tokens of a whole request as a client sent it. The body's shape says which dialect it is in: "messages" (OpenAI's
    /// and Anthropic's), "contents" (Gemini's), "input" (Responses, embeddings), "prompt" (completions, token_counter); with
    /// system, tools, images and what the dialect adds around each message. A body without any of these counts 0.
    Count countRequest(std::string_view model, const wire::JsonObject &body) const;

    /// The text that \a ids of cl100k_base stand for (the vocabulary of OpenAI's embedding models); nothing when one of them is
    /// no token of it. What is no UTF-8, because a character was cut, becomes U+FFFD.
    std::optional<std::string> textOf(const std::vector<std::int64_t> &ids) const;

private:
    struct Vocabularies;
    std::unique_ptr<Vocabularies> m_vocabularies;
};

} // namespace gatehouse::tokens
