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

/// False where no name of a member is one for isSecretName() that ends with \a last: there are thousands in a body, and this is
/// known before their beginnings are looked for.
constexpr bool mayEndSecretMember(char last)
{
    const int lowered = last | 0x20;
    return lowered == 'y' || lowered == 'n' || lowered == 't' || lowered == 'd';
}

} // namespace gatehouse
