// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// Google's Schema (a subset of OpenAPI's: types in capitals, nullable, counts as strings) as a JSON Schema. What is none of
/// its own words stays as it is, so a JSON Schema comes out unchanged.
std::string jsonSchemaOf(std::string_view schema);

} // namespace gatehouse::translate
