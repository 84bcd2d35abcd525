// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/estimate.h"

namespace gatehouse::tokens {

std::int64_t estimateText(Family, std::string_view text)
{
    constexpr std::size_t bytesPerToken = 4;
    return static_cast<std::int64_t>((text.size() + bytesPerToken - 1) / bytesPerToken);
}

} // namespace gatehouse::tokens
