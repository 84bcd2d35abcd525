// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// A record as it stands in a segment of the journal: four letters that name the format, the length, a CRC-32C of the length
/// and the bytes, the bytes.
namespace gatehouse::store {

inline constexpr std::size_t frameHead = 12;
inline constexpr std::size_t longestRecord = 256 * 1024;

std::string framed(std::string_view record);

struct Frame {
    std::string_view record;
    std::size_t begin = 0, end = 0; ///< of the frame, in the bytes it was found in
};
/// The first whole record of \a bytes at or behind \a from. What is torn or damaged is passed over.
std::optional<Frame> nextFrame(std::string_view bytes, std::size_t from);

} // namespace gatehouse::store
