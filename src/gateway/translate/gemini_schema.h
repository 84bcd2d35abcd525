// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// A JSON Schema as the Schema of Gemini's function declarations, which knows fewer words: references are replaced by what they
/// point at (one that points back at itself by any object), unions with null by "nullable", constants by enums of one; what it
/// has no word for is left out. \a schema must have been checked as JSON. Empty where there is nothing to say: no properties.
/// Fails with BadRequest when the references unfold into more than a megabyte.
Result<std::string> geminiSchema(std::string_view schema);

} // namespace gatehouse::translate
