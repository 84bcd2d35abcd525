// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"

#include <string_view>

namespace gatehouse::translate {

/// The name under which \a object holds \a camel, as it is or in snake_case: Google's API reads both. \a camel itself where it
/// holds neither.
std::string_view nameIn(const Members &object, std::string_view camel);

/// The text of that member; empty when there is none.
inline std::string_view findIn(const Members &object, std::string_view camel)
{
    return object.find(nameIn(object, camel));
}

/// Whether \a written is \a camel in either spelling: "functionCall" and "function_call".
bool isName(std::string_view written, std::string_view camel);

} // namespace gatehouse::translate
