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

/// A frame of a segment file is one exchange: a head in text with the lengths of what follows and two check sums, of the call id
/// with the row and of the document; the call id, the row, the document, a newline.
struct FrameHead {
    static constexpr std::size_t size = 66;
    /// What stands before the next head. Its number is that of all that is written, also of what frames hold.
    static constexpr std::string_view mark = "\nGTR3 ";

    std::uint32_t idBytes = 0, rowBytes = 0, documentBytes = 0;
    std::uint64_t rowSum = 0, documentSum = 0;
    std::uint64_t beforeDocument() const { return size + std::uint64_t(idBytes) + rowBytes; }
    std::uint64_t frameBytes() const { return beforeDocument() + documentBytes + 1; }
};

/// What is put into one.
struct FrameText {
    std::string_view id, row;
    std::span<const std::string_view> document; ///< in parts

    std::uint64_t documentBytes() const;
};

std::optional<FrameHead> frameHeadOf(std::string_view text);
/// Whether a file that begins with \a text is of a version that wrote frames of another kind.
bool isOfOtherVersion(std::string_view text);

/// Against a torn or rotten file, not against anybody.
std::uint64_t sumOf(std::string_view text);

/// Adds the whole frame to \a frames.
void appendFrame(std::string &frames, const FrameText &text);
/// Adds what stands before its document, behind which frameEnd belongs.
void appendFrameBegin(std::string &frames, const FrameText &text);
inline constexpr std::string_view frameEnd = "\n";

} // namespace gatehouse::observe::traffic
