// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/money.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace gatehouse {

namespace {

__extension__ using Wide = __int128; // a hostile count of tokens times a price does not fit 64 bits

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Digits and the power of ten that the last of them counts.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

// Takes the "e-06" off \a text. Nothing when it is malformed or absurd.
std::optional<int> takeExponent(std::string_view &text)
{
    const std::size_t at = text.find_first_of("eE");
    if (at == std::string_view::npos)
        return 0;
    std::string_view digits = text.substr(at + 1);
    text = text.substr(0, at);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    int exponent = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (failed != std::errc() || end != digits.data() + digits.size() || exponent > 100 || exponent < -100)
        return std::nullopt;
    return exponent;
}

std::optional<Decimal> decimalFrom(std::string_view text)
{
    constexpr std::size_t longest = 60;
    const auto exponent = takeExponent(text);
    if (!exponent || text.empty() || text.size() > longest)
        return std::nullopt;
    Decimal decimal {{}, *exponent};
    bool isBehindPoint = false;
    for (const char c : text) {
        if (c == '.' && !isBehindPoint) {
            isBehindPoint = true;
        } else if (isDigit(c)) {
            decimal.digits += c;
            decimal.exponent -= isBehindPoint ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (decimal.digits.empty())
        return std::nullopt;
    return decimal;
}

enum class Rounding { HalfUp, Up };

// What \a cut digits at the end of \a digits come to.
bool roundsUp(const std::string &digits, std::size_t cut, Rounding rounding)
{
    if (rounding == Rounding::HalfUp)
        return cut <= digits.size() && digits[digits.size() - cut] >= '5';
    return digits.find_first_not_of('0', digits.size() - std::min(cut, digits.size())) != std::string::npos;
}

// \a decimal dollars in units of 10⁻ᵖ dollars, p = \a places. Nothing when there are too many.
std::optional<std::int64_t> unitsOf(const Decimal &decimal, int places, Rounding rounding)
{
    const int shift = decimal.exponent + places;
    std::string digits = decimal.digits;
    bool roundUp = false;
    if (shift >= 0) {
        digits.append(static_cast<std::size_t>(shift), '0');
    } else {
        const auto cut = static_cast<std::size_t>(-shift);
        roundUp = roundsUp(digits, cut, rounding);
        digits.erase(digits.size() - std::min(cut, digits.size()));
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    std::int64_t units = 0;
    if (!digits.empty() && std::from_chars(digits.data(), digits.data() + digits.size(), units).ec != std::errc())
        return std::nullopt;
    return units == largest ? std::nullopt : std::optional(units + (roundUp ? 1 : 0));
}

Money rounded(Wide amount, Wide unit)
{
    const Wide nano = (amount + unit / 2) / unit;
    return {nano > largest ? largest : static_cast<std::int64_t>(nano)};
}

// \a units · 10^\a exponent in Python's spelling: shortest digits, an exponent below 10⁻⁴.
std::string spelled(std::int64_t units, int exponent)
{
    if (units == 0)
        return "0.0";
    std::array<char, 24> buffer;
    const char *end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), units).ptr;
    std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    for (; digits.size() > 1 && digits.ends_with('0'); ++exponent)
        digits.remove_suffix(1);
    const int scale = static_cast<int>(digits.size()) - 1 + exponent; // the power of ten of the first digit
    std::string text;
    if (scale < -4) {
        text.append(digits.substr(0, 1)).append(digits.size() > 1 ? "." : "").append(digits.substr(1));
        return text.append(scale > -10 ? "e-0" : "e-").append(std::to_string(-scale));
    }
    if (scale < 0)
        return text.append("0.").append(static_cast<std::size_t>(-scale - 1), '0').append(digits);
    const auto whole = static_cast<std::size_t>(scale) + 1;
    if (digits.size() <= whole)
        return text.append(digits).append(whole - digits.size(), '0').append(".0");
    return text.append(digits.substr(0, whole)).append(".").append(digits.substr(whole));
}

} // namespace

std::optional<Price> priceFrom(std::string_view text)
{
    const auto decimal = decimalFrom(text);
    const auto femto = decimal ? unitsOf(*decimal, 15, Rounding::HalfUp) : std::nullopt;
    return femto ? std::optional(Price {*femto}) : std::nullopt;
}

std::optional<Money> moneyFrom(std::string_view text)
{
    const auto decimal = decimalFrom(text);
    const auto nano = decimal ? unitsOf(*decimal, 9, Rounding::Up) : std::nullopt;
    return nano ? std::optional(Money {*nano}) : std::nullopt;
}

Money times(std::int64_t units, Price price)
{
    return rounded(static_cast<Wide>(std::max<std::int64_t>(units, 0)) * price.femtoDollars, 1'000'000);
}

Money timesThousandth(std::int64_t thousandths, Price price)
{
    return rounded(static_cast<Wide>(std::max<std::int64_t>(thousandths, 0)) * price.femtoDollars, 1'000'000'000);
}

Money operator+(Money one, Money other)
{
    return rounded(static_cast<Wide>(one.nanoDollars) + other.nanoDollars, 1);
}

std::string dollars(Price price)
{
    return spelled(price.femtoDollars, -15);
}

std::string dollars(Money money)
{
    return spelled(money.nanoDollars, -9);
}

} // namespace gatehouse
