// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/hedge_delay.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace gatehouse::config {

std::optional<HedgeDelay> hedgeDelayFrom(const std::string &text)
{
    if (text == "p95")
        return HedgeDelay {};
    double number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (failed != std::errc() || (!unit.empty() && unit != "s" && unit != "ms"))
        return std::nullopt;
    constexpr double longest = 24.0 * 3600 * 1000;
    const double delay = unit == "ms" ? number : number * 1000;
    if (!(delay > 0 && delay <= longest)) // "nan" is a number, too
        return std::nullopt;
    return HedgeDelay {std::chrono::milliseconds(std::max<long long>(1, std::llround(delay)))};
}

} // namespace gatehouse::config
