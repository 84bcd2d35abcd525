// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse {

/// \a text without what looks like a credential: keys of providers ("sk-…", "AKIA…"), bearer tokens.
std::string withoutSecrets(std::string_view text);

} // namespace gatehouse
