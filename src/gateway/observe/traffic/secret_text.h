// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/core/unsaid.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Credentials that are known, and may stand in a text as they are or as JSON writes them. They outlive it.
class KnownSecrets
{
public:
    explicit KnownSecrets(std::span<const Secret> secrets);
    KnownSecrets(const KnownSecrets &) = delete;
    KnownSecrets &operator=(const KnownSecrets &) = delete;
    void findIn(std::string_view text, std::vector<SecretSpan> &found) const;
    std::span<const std::string_view> texts() const { return m_texts; }
    std::size_t longest() const; ///< in bytes

private:
    std::vector<Secret> m_escaped;
    std::vector<std::string_view> m_texts;
};

/// Where \a text has one of \a known, what looks like a credential, or the string of a JSON member that is named for one
/// (api_key, password …).
std::vector<SecretSpan> secretsIn(std::string_view text, const KnownSecrets &known);
/// Whether \a text has none either where \a clean has none. False also where that takes more than a look at what differs.
bool isWithoutSecretsLike(std::string_view clean, std::string_view text, const KnownSecrets &known);
/// Takes them out. Returns how many were there.
std::size_t eraseSecrets(std::string &text, const KnownSecrets &known);

/// Where \a url has credentials: before the host, in its query, or anywhere as text.
std::vector<SecretSpan> secretsInUrl(std::string_view url, const KnownSecrets &known);
std::size_t eraseSecretsOfUrl(std::string &url, const KnownSecrets &known);

} // namespace gatehouse::observe::traffic
