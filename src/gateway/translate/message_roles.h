// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// \a messages (a JSON array) with the role \a from renamed to \a to; nothing when no message has it, which is the usual case
/// and costs no copy.
std::optional<std::string> withRole(std::string_view messages, std::string_view from, std::string_view to);

} // namespace gatehouse::translate
