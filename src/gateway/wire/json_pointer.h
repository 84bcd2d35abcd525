// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::wire {

/// The JSON text of the object at \a pointer (RFC 6901: "/choices/0/message") in \a text; empty = there is none. What stands
/// behind it is not looked at.
std::string jsonObjectAt(std::string_view text, std::string_view pointer);

} // namespace gatehouse::wire
