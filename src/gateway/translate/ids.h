// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// \a prefix and a random UUID (version 4): "chatcmpl-1dd99810-f896-49b0-ab9b-efcc0d8975fa". Unique, not secret.
std::string newId(std::string_view prefix);
/// Now, in seconds since 1970, for "created".
std::int64_t unixNow();

} // namespace gatehouse::translate
