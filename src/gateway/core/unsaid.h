// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

/// What stands where a credential was.
inline constexpr std::string_view redacted = "[redacted]";

/// A part of a text that must not stay: from \a begin to before \a end.
struct SecretSpan {
    std::size_t begin = 0, end = 0;
};

/// A credential that is known, of at least three characters, and which two of them to look for first. It must outlive this.
struct SoughtSecret {
    std::string_view text;
    std::size_t pair = 0;
};
/// None where it has no two characters that are rare enough to be looked for beside all others. Most keys have.
std::optional<SoughtSecret> soughtAs(std::string_view secret);

/// Adds to \a found where \a text has what looks like a credential: keys of providers ("sk-…", "AKIA…"), bearer tokens; and
/// where one of \a known stands in it. In no order, one maybe twice. Made for much text.
void findSecrets(std::string_view text, std::span<const SoughtSecret> known, std::vector<SecretSpan> &found);

/// Writes "[redacted]" over each of \a spans, which may overlap and come in any order; to how many places is returned.
std::size_t eraseSpans(std::string &text, std::vector<SecretSpan> &spans);

/// \a text without what looks like a credential.
std::string withoutSecrets(std::string_view text);

} // namespace gatehouse
