// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::traffic {

/// A frame of a segment file is one exchange: a head in text with the lengths and check sums of the two parts, the row, the
/// document, a newline.
struct FrameHead {
    static constexpr std::size_t size = 57;
    /// What stands before the next head.
    static constexpr std::string_view mark = "\nGTR2 ";

    std::uint32_t rowBytes = 0, documentBytes = 0;
    std::uint64_t rowSum = 0, documentSum = 0;
    std::uint64_t frameBytes() const { return size + std::uint64_t(rowBytes) + documentBytes + 1; }
};

std::array<char, FrameHead::size> textOf(const FrameHead &head);
std::optional<FrameHead> frameHeadOf(std::string_view text);

/// Against a torn or rotten file, not against anybody.
std::uint64_t sumOf(std::string_view text);
/// Of what \a parts come to, one behind the other.
std::uint64_t sumOf(std::span<const std::string_view> parts);
std::uint64_t sizeOf(std::span<const std::string_view> parts);

/// Adds the whole frame to \a frames.
void appendFrame(std::string &frames, std::string_view row, std::span<const std::string_view> document);

} // namespace gatehouse::observe::traffic
