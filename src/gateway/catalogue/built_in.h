// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace gatehouse::catalogue {

/// The files of resources/models/, each a JSON object. They stand in the program's read-only part.
std::span<const std::string_view> builtInTexts();

} // namespace gatehouse::catalogue
