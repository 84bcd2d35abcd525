// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// The JSON text of a tools array without the keywords that some servers of open models refuse: additionalProperties and strict,
/// wherever they are keywords and not the names of somebody's properties.
std::string plainTools(std::string_view tools);

} // namespace gatehouse::translate
