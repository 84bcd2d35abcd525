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

} // namespace gatehouse
