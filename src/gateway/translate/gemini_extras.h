// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What Gemini says of an answer besides the answer: where it found it, how sure it was, what it deemed harmful. JSON in, JSON
/// out.
namespace gatehouse::translate {

/// Whether \a part holds code that the model had run, or what came of it.
bool isCodeOfGemini(std::string_view part);

/// groundingMetadata as OpenAI's annotations, one for each source of each passage; empty when there are none.
std::string annotationsOfGemini(std::string_view grounding);

/// logprobsResult as OpenAI's logprobs; empty when there is none.
std::string logprobsOfGemini(std::string_view result);

/// Of all \a candidates what LiteLLM puts beside the choices: vertex_ai_grounding_metadata, vertex_ai_safety_results, …; only
/// those that there are. Name and JSON array.
std::vector<std::pair<std::string, std::string>> besidesOfGemini(std::string_view candidates);

} // namespace gatehouse::translate
