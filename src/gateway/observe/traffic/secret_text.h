// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/core/unsaid.h"
#include "gateway/observe/traffic/likeness.h"
#include "gateway/wire/headers.h"

#include <cstddef>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// Credentials that are known, and may stand in a text as they are or as JSON writes them. They outlive it.
class KnownSecrets
{
public:
    KnownSecrets() = default;
    explicit KnownSecrets(std::span<const Secret> secrets);
    KnownSecrets(const KnownSecrets &) = delete;
    KnownSecrets &operator=(const KnownSecrets &) = delete;
    void add(std::string_view secret);
    void clear();
    /// Where they stand in \a text, and also what looks like a credential.
    void findIn(std::string_view text, std::vector<SecretSpan> &found) const;
    std::span<const std::string_view> texts() const { return m_texts; }
    std::size_t longest() const; ///< in bytes

private:
    void addText(std::string_view text);

    std::list<Secret> m_escaped; // so that none of them moves
    std::vector<std::string_view> m_texts;
    std::vector<SoughtSecret> m_sought; // of them
    std::vector<std::string_view> m_others;
};

/// Where \a text has one of \a known, what looks like a credential, or the string of a JSON member that is named for one
/// (api_key, password …).
std::vector<SecretSpan> secretsIn(std::string_view text, const KnownSecrets &known);
/// Whether \a text has none either where \a clean has none. False also where that takes more than a look at what differs.
bool isWithoutSecretsLike(std::string_view clean, std::string_view text, const KnownSecrets &known);
/// The same in two steps: puts behind \a part what has to be looked at of a text that shares \a same with \a clean and has
/// \a own in between. False where that is not enough.
bool appendDifference(
    std::string &part, std::string_view clean, const Likeness &same, std::string_view own, const KnownSecrets &known);
/// Takes them out. Returns how many were there.
std::size_t eraseSecrets(std::string &text, const KnownSecrets &known);

/// Where \a url has credentials: before the host, in its query, or anywhere as text.
std::vector<SecretSpan> secretsInUrl(std::string_view url, const KnownSecrets &known);
std::size_t eraseSecretsOfUrl(std::string &url, const KnownSecrets &known);
/// Whether it has any before the host or in its query.
bool hasSecretsOfUrl(std::string_view url);

/// Whether the value of a header field is a credential as far as its name can tell.
bool isSecretField(const wire::Headers::Field &field, bool isOfAnswer);

/// What is shorter is no credential of anybody's.
inline constexpr std::size_t shortestSecret = 6;

} // namespace gatehouse::observe::traffic
