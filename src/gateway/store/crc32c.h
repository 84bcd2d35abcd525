// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace gatehouse::store {

/// CRC-32C (Castagnoli) of \a bytes, eight at a time; \a before is that of what stands in front of them.
std::uint32_t crc32c(std::string_view bytes, std::uint32_t before = 0);

} // namespace gatehouse::store
