// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::pipeline {

/// A chat in OpenAI's words for one model, or, where its name is a list ("a,b"), for several at once. Each is asked by an
/// exchange with a receipt of its own. The answer is a JSON array in the list's order, in which a failure is an error object; it
/// is an error itself only when all have failed. With fastest_response: true it is the first good answer, or the first stream to
/// begin, and the others are cancelled. A list without it is not streamed: 400.
void beginChat(Context &context, Inbound inbound);

/// The names in \a list, without the blanks around them; what is empty is none.
std::vector<std::string> namesIn(std::string_view list);

/// False when a request's text certainly names no list of models: looks at the text only, so that most bodies are parsed once.
bool mayNameSeveral(std::string_view body);

} // namespace gatehouse::pipeline
