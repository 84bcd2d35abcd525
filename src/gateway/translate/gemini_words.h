// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"

#include <string>
#include <string_view>

/// Gemini's words for why an answer ended and what it cost (ai.google.dev/api/generate-content).
namespace gatehouse::translate {

/// Gemini's finishReason, or the blockReason of a refused prompt, as OpenAI's finish_reason. \a calls: the answer holds tool
/// calls, which is what ended it then. A word nobody knows stays as it is.
std::string finishReasonOfGemini(std::string_view word, bool calls);
/// A prompt that was refused: why, in Gemini's word. Empty when it was not. \a feedback is promptFeedback.
std::string blockReasonOfGemini(std::string_view feedback);

/// Gemini's usageMetadata. Thoughts count as output, the results of its own tools as input.
Usage readGeminiUsage(std::string_view raw);

/// Strings and numbers of which the "Gemini" dialect knows two spellings: the value named \a camel, or \a snake.
std::string_view eitherMember(std::string_view object, std::string_view camel, std::string_view snake);

} // namespace gatehouse::translate
