// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/cost.h"
#include "gateway/core/usage.h"

#include <optional>
#include <string_view>

namespace gatehouse::catalogue {

/// What one call used, in everything that can have a price.
struct Consumption {
    Usage usage = {};
    ServiceTier tier = ServiceTier::Standard;
    std::int64_t inputImages = 0, outputImages = 0;
    std::int64_t inputCharacters = 0; ///< speech: of the text
    std::int64_t milliseconds = 0;    ///< transcription: of the sound; else the time the answer took
    std::int64_t queries = 0;         ///< reranking: the provider's search units
    std::int64_t pages = 0;
};

/// The bill of a call. Nothing when \a prices has none.
///     text in  = input − cached − written to the cache − audio
///     text out = output − reasoning − audio
///     total    = Σ units · price, each line rounded to a nano-dollar
/// The band of the highest threshold below the whole prompt's length gives the price of every line. A kind of token without a
/// price of its own costs what it is a part of: cached, written and audio tokens the input's, reasoning and audio tokens the
/// output's; an hour in the cache the five minutes'. (LiteLLM takes nothing for cached tokens without a price.) Seconds count
/// where nothing else does.
std::optional<Cost> cost(const Consumption &consumption, const Prices &prices);

/// "flex", "priority" (newer: "fast") and "batch" as requests and answers name them; everything else is standard.
ServiceTier serviceTier(std::string_view name);

} // namespace gatehouse::catalogue
