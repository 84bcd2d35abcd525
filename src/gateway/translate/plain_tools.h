// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// \a tools (a JSON array) without the schema keywords \a refused, at any depth. Properties that happen to have such a name,
/// and data such as defaults, stay.
std::string plainTools(std::string_view tools, std::initializer_list<std::string_view> refused);

} // namespace gatehouse::translate
