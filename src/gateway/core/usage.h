// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

namespace gatehouse {

/// Tokens of one call, normalised: `input` is everything that was read, cached parts included (OpenAI's
/// prompt_tokens), the others are parts of it or of `output`.
struct Usage {
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t cachedRead = 0; ///< part of input that came from the provider's prompt cache
    std::int64_t cacheWrite = 0; ///< part of input that was written to it (5 minutes and 1 hour together)
    std::int64_t cacheWrite5m = 0;
    std::int64_t cacheWrite1h = 0;
    std::int64_t reasoning = 0; ///< part of output
    std::int64_t audioInput = 0;
    std::int64_t audioOutput = 0;
    bool reported = false; ///< the provider sent a usage at all
};

} // namespace gatehouse
