// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <optional>
#include <string_view>

namespace gatehouse::config {

/// What plain YAML 1.1 words mean: the habits of LiteLLM's reader, so that `yes`, `200_000`, `0o17` and `.inf` mean here what
/// they mean there. Pure functions.
std::optional<bool> booleanFrom(std::string_view text);
std::optional<std::int64_t> integerFrom(std::string_view text);
std::optional<double> realFrom(std::string_view text);
/// The value of an unquoted scalar; text that means nothing special is a string.
Value plainScalar(std::string_view text, Mark mark = {});

} // namespace gatehouse::config
