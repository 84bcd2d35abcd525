// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/operations.h"

#include <cstdint>
#include <string>

/// Counting a question's tokens without asking it: Anthropic's /v1/messages/count_tokens and Gemini's :countTokens, put to
/// whichever provider has a counter of its own.
namespace gatehouse::translate {

/// The question alone, in the words of Anthropic's counter. Fails as the translation of the same chat would.
Result<Encoded> encodeAnthropicCount(Members members, const wire::Call &call, const Target &target);
/// The same for the Gemini API's counter and Vertex's, which differ in what stands where.
Result<Encoded> encodeGeminiCount(Members members, const wire::Call &call, const Target &target);

/// A counter's answer for the caller. Fails with ApiConnection on anything that holds no count.
Result<Answer> decodeCount(std::string_view body, const View &view);

/// An answer of our own for the caller at \a door. \a isEstimate marks it as one.
std::string countAnswer(std::int64_t tokens, bool isEstimate, Dialect door);

/// What is counted of a call in Gemini's dialect: its generateContentRequest, where it has one, else all of it.
std::string_view countedPart(const wire::JsonObject &body);

} // namespace gatehouse::translate
