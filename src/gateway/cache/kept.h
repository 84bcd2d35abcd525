// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/prices.h"
#include "gateway/core/usage.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::cache {

/// An answer that is kept: its bytes as its caller saw them, and what a receipt of one who gets it again has to say.
struct Kept {
    Clock::Wall madeAt = {};
    std::string body = {};
    std::string contentType = {}; ///< empty = the usual one
    Usage usage = {};
    std::string finishReason = {};
    Money cost = {}; ///< what it cost when it was made
    std::string deployment = {}, group = {}, provider = {}, upstreamModel = {};
};
using KeptAnswer = std::shared_ptr<const Kept>;

/// As it is written elsewhere: a JSON object with LiteLLM's "timestamp" (seconds since 1970) and "response" (the body), and
/// members of ours. The body must be UTF-8.
std::string textOf(const Kept &kept);
/// Nothing where \a text is no such object: somebody else wrote under that key.
std::optional<Kept> keptFrom(std::string_view text);

} // namespace gatehouse::cache
