// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse {

/// What stands where a credential was.
inline constexpr std::string_view redacted = "[redacted]";

/// Whether a credential may begin with \a c: for those who look through much text.
bool mayBeginSecret(char c);
/// How long the credential at the beginning of \a text is, by what providers' keys and bearer tokens look like ("sk-…", "AKIA…",
/// "Bearer …"); 0 = there is none. Asked where a word begins.
std::size_t secretLength(std::string_view text);

/// \a text without what looks like a credential: keys of providers ("sk-…", "AKIA…"), bearer tokens.
std::string withoutSecrets(std::string_view text);

} // namespace gatehouse
