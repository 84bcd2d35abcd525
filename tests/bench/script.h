// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace bench {

/// What the mock provider answers, chosen by the first part of the path: /small, /burst, /paced and /slow in OpenAI's dialect,
/// /claude and /claude-paced in Anthropic's.
struct Script {
    std::string whole;                 ///< sent at once: a complete answer, or the head of a stream with its first bytes
    int laterChunks = 0;               ///< chunks that follow one by one; then the end of the stream
    std::chrono::milliseconds gap {0}; ///< between them
    std::string chunk = {}, end = {};  ///< a later chunk and the end, framed for HTTP
};

const Script &scriptFor(std::string_view path);

} // namespace bench
