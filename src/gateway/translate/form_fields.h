// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <string>
#include <string_view>
#include <vector>

/// The text fields of a form (RFC 7578) and the members of a JSON object, the ones as the others: what is done to the parameters
/// of a JSON body is done to those of a form by the same code.
namespace gatehouse::translate {

struct FormField {
    std::string name, value;
};

/// \a fields as the text of a JSON object of strings. A field that comes more than once, or whose name ends with "[]", is an
/// array of strings. `stream` and the gateway's own fields keep the kind that their text has: true, 3, ["a"], {"b": 1}. Fails
/// with InvalidRequest where a field is no UTF-8.
Result<std::string> fieldsToJson(const std::vector<FormField> &fields);

/// The members of the JSON \a object as parts, each after "--boundary" and up to its line end; the form is not closed. An array
/// is written as OpenAI wants it, as one part "name[]" for each element. Null is not written.
std::string jsonToFields(std::string_view object, std::string_view boundary);

} // namespace gatehouse::translate
