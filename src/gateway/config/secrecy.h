// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::config {

/// Guesses where the schema knows nothing: does a key of this name hold a credential?
bool soundsSecret(std::string_view key);
/// An address with a password in it, as in postgresql://user:password@host/.
bool holdsPassword(std::string_view text);
/// \a word for a message: a name that could be a credential in the wrong place ("api_key:sk-…" without the blank) is not
/// repeated, and a long one is shortened.
std::string safeName(std::string_view word);

} // namespace gatehouse::config
