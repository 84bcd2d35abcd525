// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/core/unsaid.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// Takes out of \a text what is one of \a known, what looks like a credential, and the strings of JSON members that are named for
/// one (api_key, password …). Returns how many were there.
std::size_t eraseSecrets(std::string &text, std::span<const Secret> known);

/// \a name of a header field or of a member of a query whose value is a credential, in whatever case.
bool isSecretName(std::string_view name);

/// \a url without the credentials in it: before the host, in its query, or anywhere as text.
std::size_t eraseSecretsOfUrl(std::string &url, std::span<const Secret> known);

} // namespace gatehouse::observe::traffic
