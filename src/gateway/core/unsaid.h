// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// Adds to \a found where \a text has what looks like a credential: keys of providers ("sk-…", "AKIA…"), bearer tokens. In no
/// order. Made for much text.
void findSecrets(std::string_view text, std::vector<SecretSpan> &found);

/// Writes "[redacted]" over each of \a spans, which may overlap and come in any order; to how many places is returned.
std::size_t eraseSpans(std::string &text, std::vector<SecretSpan> &spans);

/// \a text without what looks like a credential.
std::string withoutSecrets(std::string_view text);

} // namespace gatehouse
