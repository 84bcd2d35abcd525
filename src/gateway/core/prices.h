// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"

#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace gatehouse {

/// What a provider can ask money for. The unit is in the name; where it is not, it is a token.
enum class Charge : std::uint8_t {
    Input,
    Output,
    CachedRead,
    CacheWrite, ///< kept for 5 minutes, or for as long as the provider keeps what it caches unasked
    CacheWrite1h,
    Reasoning,
    AudioInput,
    AudioOutput,
    CachedAudioRead,
    CachedAudioWrite,
    ImageInput,
    ImageOutput,
    VideoOutput,
    Citation,
    InputImages, ///< from here on: for one image, pixel …
    OutputImages,
    InputPixels,
    OutputPixels,
    InputSeconds,
    OutputSeconds,
    InputAudioSeconds,
    InputVideoSeconds,
    OutputVideoSeconds,
    InputCharacters,
    OutputCharacters,
    Queries,
    Requests,
    Pages,
    AnnotatedPages,
    SearchesLow, ///< a web search with little, middling or much context
    SearchesMedium,
    SearchesHigh,
};

/// How urgently a provider is asked to serve a request.
enum class ServiceTier : std::uint8_t { Standard, Priority, Flex, Batch };

/// Which price: of what, in which tier, for prompts of more than how many tokens (0 = any).
struct PriceKey {
    Charge charge = Charge::Input;
    ServiceTier tier = ServiceTier::Standard;
    std::uint32_t aboveTokens = 0;
    bool operator==(const PriceKey &) const = default;
    bool operator<(const PriceKey &other) const
    {
        return std::tie(charge, tier, aboveTokens) < std::tie(other.charge, other.tier, other.aboveTokens);
    }
};

/// A model's price list: a handful of rows, sorted by key. A value; small because there are a thousand of them.
class Prices
{
public:
    using Row = std::pair<PriceKey, Price>;

    bool empty() const { return m_rows.empty(); }
    const std::vector<Row> &rows() const { return m_rows; }
    std::optional<Price> find(PriceKey key) const;
    /// The price that holds for a prompt in the band above \a aboveTokens (0 or a threshold()) in \a tier: the tier's own for
    /// that band, else the band's, else the tier's, else the plain one. Batches without a price of their own cost half.
    std::optional<Price> inForce(PriceKey key) const;
    /// The highest threshold that a prompt of \a tokens exceeds; 0 when there is none.
    std::uint32_t threshold(std::int64_t tokens) const;

    void set(PriceKey key, Price price);
    void erase(PriceKey key);

private:
    std::vector<Row> m_rows;
};

} // namespace gatehouse
