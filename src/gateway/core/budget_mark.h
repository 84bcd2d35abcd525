// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"

#include <array>

namespace gatehouse {

/// The shares of a budget, in percent, at which somebody is told. At the first of them only where the rest will not last.
inline constexpr std::array<int, 4> budgetMarks {50, 80, 95, 100};

/// The highest of them that \a spent of \a limit has reached; 0 = none, or there is no limit to speak of.
constexpr int budgetMark(Money spent, Money limit)
{
    int reached = 0;
    for (const int mark : budgetMarks) {
        const std::int64_t share = limit.nanoDollars / 100 * mark + limit.nanoDollars % 100 * mark / 100;
        if (limit.nanoDollars > 0 && spent.nanoDollars >= share)
            reached = mark;
    }
    return reached;
}

} // namespace gatehouse
