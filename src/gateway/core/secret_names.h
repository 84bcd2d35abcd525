// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse {

/// What somebody gave a name to.
enum class NameOf {
    Member,  ///< of a JSON body: callers' and providers' own words, so only what is a credential for sure counts
    Field,   ///< of a header or a query, where too much rather than too little is taken for a credential
    Setting, ///< of a configuration
    Column,  ///< of a record that was administered
};

/// Whether the value of what is called \a name, in whatever case, is a credential as far as the name can tell.
bool isSecretName(std::string_view name, NameOf what);

} // namespace gatehouse
