// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/tokens/model_family.h"

#include <cstdint>
#include <string_view>

namespace gatehouse::tokens {

/// Tokens of \a text by the kinds of its characters, without a vocabulary. docs/tokens.md has the measured error.
std::int64_t estimateText(Family family, std::string_view text);

} // namespace gatehouse::tokens
