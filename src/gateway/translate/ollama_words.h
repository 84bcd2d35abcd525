// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"
#include "gateway/wire/json_object.h"

#include <string>
#include <string_view>

/// Ollama's words for why an answer ended and what it cost (docs.ollama.com/api/chat).
namespace gatehouse::translate {

/// done_reason as OpenAI's word. \a calls: the answer holds tool calls, which is what ended it then.
std::string finishReasonOfOllama(std::string_view word, bool calls);

/// The tokens that were read and written. What is in the server's prompt cache already may be left out of its count.
Usage readOllamaUsage(const wire::JsonObject &answer);

} // namespace gatehouse::translate
