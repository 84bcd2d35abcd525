// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace gatehouse::providers {

/// Every byte but RFC 3986's unreserved ones as %XX in capitals, which is AWS's rule too; those of \a keep stay as they are.
std::string percentEncoded(std::string_view text, std::string_view keep = {});

/// An application/x-www-form-urlencoded body. Values that are empty are left out.
std::string formBody(std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

} // namespace gatehouse::providers
