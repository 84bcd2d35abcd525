// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/edits.h"
#include "gateway/translate/json_view.h"

/// Compatible providers' own words for what OpenAI's dialect, as LiteLLM speaks it, has a word for.
namespace gatehouse::translate {

/// \a message (or a stream's delta): OpenRouter's and vLLM's `reasoning` is repeated as `reasoning_content`.
void nameReasoning(std::string_view message, Edits &edits);

/// \a usage: DeepSeek's prompt_cache_hit_tokens are repeated as prompt_tokens_details.cached_tokens.
void nameCachedTokens(std::string_view usage, Edits &edits);

} // namespace gatehouse::translate
