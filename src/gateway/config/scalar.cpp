// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace gatehouse::config {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes the sign off \a text; true for minus.
bool takeSign(std::string_view &text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    return isNegative;
}

std::string withoutUnderscores(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, '_');
    return digits;
}

/// Takes the prefix off \a text that says in which base it is written. "0" alone is decimal; "017" is octal, as YAML 1.1 has it.
int takeBase(std::string_view &text)
{
    if (text.size() < 2 || text[0] != '0')
        return 10;
    const char letter = text[1];
    const int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    text.remove_prefix(base ? 2 : 1);
    return base ? base : 8;
}

template <std::size_t N> bool isAny(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Digits with one point or an exponent, and nothing else: what from_chars may read without taking "nan" or "infinity" for
/// numbers.
bool looksReal(std::string_view text)
{
    const auto isPart = [](char c) { return isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+'; };
    const bool hasDigits = !text.empty() && (isDigit(text[0]) || (text[0] == '.' && text.size() > 1 && isDigit(text[1])));
    return hasDigits && text.find_first_of(".eE") != text.npos && std::all_of(text.begin(), text.end(), isPart);
}

} // namespace

std::optional<bool> booleanFrom(std::string_view text)
{
    static constexpr std::array<std::string_view, 9> yes {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
    static constexpr std::array<std::string_view, 9> no {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"};
    if (isAny(text, yes))
        return true;
    if (isAny(text, no))
        return false;
    return {};
}

std::optional<std::int64_t> integerFrom(std::string_view text)
{
    const bool isNegative = takeSign(text);
    if (text.empty() || !isDigit(text[0]))
        return {};
    const int base = takeBase(text);
    const std::string digits = withoutUnderscores(text);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || value > most)
        return {};
    return isNegative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

std::optional<double> realFrom(std::string_view text)
{
    const bool isNegative = takeSign(text);
    if (text == ".inf" || text == ".Inf" || text == ".INF")
        return isNegative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return std::numeric_limits<double>::quiet_NaN();
    const std::string digits = withoutUnderscores(text);
    // A decimal too long for an integer is a number all the same.
    const bool isLong = digits.size() > 18 && std::all_of(digits.begin(), digits.end(), isDigit);
    if (!isLong && (text.starts_with('_') || !looksReal(digits)))
        return {};
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
        return {};
    return isNegative ? -value : value;
}

Value plainScalar(std::string_view text, Mark mark)
{
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return Value::null(std::move(mark));
    if (const auto boolean = booleanFrom(text))
        return Value::boolean(*boolean, std::move(mark)).withText(std::string(text));
    if (const auto integer = integerFrom(text))
        return Value::integer(*integer, std::move(mark)).withText(std::string(text));
    if (const auto real = realFrom(text))
        return Value::real(*real, std::move(mark)).withText(std::string(text));
    return Value::string(std::string(text), std::move(mark));
}

} // namespace gatehouse::config
