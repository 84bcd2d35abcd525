// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/prices.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isBefore(const Prices::Row &row, const PriceKey &key)
{
    return row.first < key;
}

} // namespace

std::optional<Price> Prices::find(PriceKey key) const
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), key, isBefore);
    return row != m_rows.end() && row->first == key ? std::optional(row->second) : std::nullopt;
}

std::optional<Price> Prices::inForce(PriceKey key) const
{
    const PriceKey plain {key.charge};
    const PriceKey candidates[] {key, {key.charge, ServiceTier::Standard, key.aboveTokens}, {key.charge, key.tier, 0}, plain};
    const bool isBatch = key.tier == ServiceTier::Batch;
    for (const PriceKey &candidate : candidates) {
        const auto price = find(candidate);
        if (price && isBatch && candidate.tier != ServiceTier::Batch)
            return Price {(price->femtoDollars + 1) / 2};
        if (price)
            return price;
    }
    return std::nullopt;
}

std::uint32_t Prices::threshold(std::int64_t tokens) const
{
    std::uint32_t highest = 0;
    for (const auto &[key, price] : m_rows) {
        if (key.charge == Charge::Input && tokens > key.aboveTokens)
            highest = std::max(highest, key.aboveTokens);
    }
    return highest;
}

void Prices::set(PriceKey key, Price price)
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), key, isBefore);
    if (row != m_rows.end() && row->first == key)
        row->second = price;
    else
        m_rows.insert(row, {key, price});
}

void Prices::erase(PriceKey key)
{
    std::erase_if(m_rows, [&key](const Row &row) { return row.first == key; });
}

} // namespace gatehouse
