// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/cost.h"

#include <algorithm>

namespace gatehouse {

Money Cost::of(std::initializer_list<Charge> charges) const
{
    Money sum;
    for (const CostLine &line : lines) {
        if (std::find(charges.begin(), charges.end(), line.charge) != charges.end())
            sum = sum + line.cost;
    }
    return sum;
}

CostParts partsOf(const Cost &cost)
{
    CostParts parts;
    parts.cachedRead = cost.of({Charge::CachedRead, Charge::CachedAudioRead});
    parts.cacheWrite = cost.of({Charge::CacheWrite, Charge::CacheWrite1h, Charge::CachedAudioWrite});
    parts.reasoning = cost.of({Charge::Reasoning});
    parts.output = cost.of({Charge::Output, Charge::Reasoning, Charge::AudioOutput, Charge::ImageOutput, Charge::VideoOutput,
        Charge::OutputImages, Charge::OutputPixels, Charge::OutputSeconds, Charge::OutputVideoSeconds, Charge::OutputCharacters});
    parts.input = {
        cost.total.nanoDollars - parts.cachedRead.nanoDollars - parts.cacheWrite.nanoDollars - parts.output.nanoDollars};
    return parts;
}

} // namespace gatehouse
