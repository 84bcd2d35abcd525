// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

/// What one unit costs (a token, a second, an image …), in femto-dollars, 10⁻¹⁵ $. A femto-dollar a token is a nano-dollar a
/// million tokens: three digits below the cheapest price any provider asks, and still 9,200 $ at the other end. Integers,
/// because money is never a floating-point number.
struct Price {
    std::int64_t femtoDollars = 0;
    bool operator==(const Price &) const = default;
};

/// Reads a decimal as JSON and YAML write it ("3e-06", "0.0000025", "12"). What is finer than a femto-dollar is rounded (only
/// noise of binary fractions is: 2.9999900000000002e-06). Nothing for what is no number, is negative, or is above 9,200 $.
std::optional<Price> priceFrom(std::string_view decimal);

/// An amount of money in nano-dollars, 10⁻⁹ $.
struct Money {
    std::int64_t nanoDollars = 0;
    bool operator==(const Money &) const = default;
    bool operator<(const Money &other) const { return nanoDollars < other.nanoDollars; }
};

/// Reads a decimal as an amount, as budgets are written. What is finer than a nano-dollar is rounded up, so that no amount
/// becomes nothing. Nothing for what is no number, is negative, or is above 9.2 · 10⁹ $.
std::optional<Money> moneyFrom(std::string_view decimal);

/// \a units of something at \a price, rounded half up to a nano-dollar. Stops at the largest amount instead of overflowing.
Money times(std::int64_t units, Price price);
/// The same for units counted in thousandths, such as seconds told in milliseconds.
Money timesThousandth(std::int64_t thousandths, Price price);
Money operator+(Money one, Money other);

/// Dollars as Python writes a float, which is what clients of LiteLLM read: "0.000162", "6.9e-06", "0.0". Exact, and JSON.
std::string dollars(Price price);
std::string dollars(Money money);

} // namespace gatehouse
