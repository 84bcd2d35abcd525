// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/prices.h"

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace gatehouse {

/// One line of a bill: so many units at this price.
struct CostLine {
    Charge charge = Charge::Input;
    std::int64_t units = 0; ///< thousandths of a second for seconds
    Price price;
    Money cost;
};

/// Why a call costs what it costs. catalogue/cost.h makes it; a Receipt keeps it.
struct Cost {
    std::vector<CostLine> lines = {};
    std::uint32_t aboveTokens = 0; ///< the band of prompt lengths whose prices held; 0 = the plain ones
    ServiceTier tier = ServiceTier::Standard;
    Money total;

    Money of(std::initializer_list<Charge> charges) const; ///< the sum of these lines
};

/// A bill in LiteLLM's headings. input + output + cachedRead + cacheWrite is the total.
struct CostParts {
    Money input; ///< what was asked, beside what the provider's cache had or took
    Money output;
    Money cachedRead, cacheWrite;
    Money reasoning; ///< part of output
};
CostParts partsOf(const Cost &cost);

} // namespace gatehouse
