// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/model_facts.h"

#include <cstdint>
#include <string_view>

/// What is known of models by their names, where a translation depends on it. Unknown names get no special treatment.
namespace gatehouse::translate {

/// OpenAI's own models, by what parameters they take.
enum class OpenAiFamily {
    Unknown,
    Classic,      ///< gpt-4 and older, gpt-4o, gpt-4.1: no reasoning
    OSeries,      ///< o1, o3, o4
    Gpt5,         ///< reasons always
    Gpt5Optional, ///< gpt-5.1 and newer: reasoning may be off, and is when nothing is said
};
OpenAiFamily openAiFamily(std::string_view model);

/// False for the o-series models that refuse a system message.
bool takesSystemMessage(std::string_view model);

/// True for a model that is known to take reasoning_effort, at any provider.
bool reasons(std::string_view model);

/// True for Anthropic's models, at any provider.
bool isClaude(std::string_view model);

/// A Claude model's family and version, read from a name in either of its spellings
/// ("claude-3-7-sonnet-20250219", "claude-sonnet-4-5", "anthropic/claude-sonnet-4.5").
struct ClaudeModel {
    enum class Family { Unknown, Haiku, Sonnet, Opus };
    Family family = Family::Unknown;
    int version = 0; ///< 3.7 is 307, 4 is 400, 4.5 is 405; 0 = not said

    bool thinks() const { return version == 0 || version >= 307; }
    /// Thinking is steered by effort instead of a budget.
    bool thinksAdaptively() const { return version >= 406; }
    /// Structured output is asked for by output_format; older models need a forced tool.
    bool takesOutputFormat() const { return version >= 405 || (family == Family::Opus && version >= 401); }
};
ClaudeModel claudeModel(std::string_view model);

/// The smallest budget that Claude takes, in tokens.
inline constexpr std::int64_t leastThinking = 1024;

/// What OpenAI's reasoning_effort is to Claude. The budgets are LiteLLM's, but for the smallest, for which it sends 128.
struct ClaudeEffort {
    std::string_view word;
    std::int64_t budget;       ///< tokens to think with
    std::string_view adaptive; ///< for models that think adaptively
};
/// nullptr for a word that is none of OpenAI's.
const ClaudeEffort *claudeEffort(std::string_view word);
/// The effort that an adaptive model is told: the highest ones are not every model's.
std::string_view adaptiveEffort(const ClaudeEffort &effort, const ModelFacts &facts);

/// What an answer may be long beside its thinking, in tokens, when the client set no limit.
inline constexpr std::int64_t answerBesideThinking = 4096;

} // namespace gatehouse::translate
