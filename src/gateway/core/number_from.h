// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace gatehouse {

/// The number that \a text is from its first character to its last, whatever the locale: no spaces, no "+", nothing behind it.
/// Nothing otherwise, and where \a Number cannot hold it. "nan" and "inf" are numbers of floating point.
template <typename Number> std::optional<Number> numberFrom(std::string_view text)
{
    Number number {};
    const char *const last = text.data() + text.size();
    const auto [end, failed] = std::from_chars(text.data(), last, number);
    return failed == std::errc() && end == last ? std::optional(number) : std::nullopt;
}

} // namespace gatehouse
