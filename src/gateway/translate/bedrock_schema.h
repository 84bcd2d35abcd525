// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// \a schema, a JSON Schema of a tool's arguments, as Bedrock takes it: definitions stand where they are referred to, and the
/// keywords that speak of the schema itself are gone from its top. Definitions that refer to themselves stay where they are. \a
/// isFull: any keyword is taken; else only type, properties and required.
std::string bedrockSchema(std::string_view schema, bool isFull);

} // namespace gatehouse::translate
