// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/frame.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace gatehouse::observe::traffic {

namespace {

constexpr std::string_view magic = FrameHead::mark.substr(1);

// "1f", with zeros in front as far as \a digits go, and \a end.
char *writeHex(char *to, std::uint64_t value, int digits, char end)
{
    for (int digit = digits - 1; digit >= 0; --digit)
        *to++ = "0123456789abcdef"[(value >> (4 * digit)) & 15];
    *to++ = end;
    return to;
}

/// Takes numbers off a text that all have as many digits as they could.
class Digits
{
public:
    explicit Digits(std::string_view text)
        : m_rest(text)
    {
    }
    template <typename Number> bool take(Number &value, char end)
    {
        constexpr std::size_t size = 2 * sizeof value;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + std::min(size, m_rest.size()), value, 16);
        const bool isWhole =
            read.ec == std::errc() && m_rest.size() > size && read.ptr == m_rest.data() + size && *read.ptr == end;
        if (isWhole)
            m_rest.remove_prefix(size + 1);
        return isWhole;
    }

private:
    std::string_view m_rest;
};

} // namespace

std::array<char, FrameHead::size> textOf(const FrameHead &head)
{
    std::array<char, FrameHead::size> text;
    char *to = std::copy(magic.begin(), magic.end(), text.data());
    to = writeHex(to, head.rowBytes, 8, ' ');
    to = writeHex(to, head.documentBytes, 8, ' ');
    to = writeHex(to, head.rowSum, 16, ' ');
    writeHex(to, head.documentSum, 16, '\n');
    return text;
}

std::optional<FrameHead> frameHeadOf(std::string_view text)
{
    if (text.size() != FrameHead::size || !text.starts_with(magic))
        return std::nullopt;
    FrameHead head;
    Digits digits(text.substr(magic.size()));
    const bool isWhole = digits.take(head.rowBytes, ' ') && digits.take(head.documentBytes, ' ') && digits.take(head.rowSum, ' ')
        && digits.take(head.documentSum, '\n');
    return isWhole ? std::optional(head) : std::nullopt;
}

std::uint64_t sumOf(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

std::uint64_t sumOf(std::span<const std::string_view> parts)
{
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (const std::string_view part : parts)
        XXH3_64bits_update(&state, part.data(), part.size());
    return XXH3_64bits_digest(&state);
}

std::uint64_t sizeOf(std::span<const std::string_view> parts)
{
    std::uint64_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    return size;
}

// What is summed stands together here, and the head's place before it is filled in last.
void appendFrame(std::string &frames, std::string_view row, std::span<const std::string_view> document)
{
    const std::size_t begin = frames.size(), rowBegin = begin + FrameHead::size, documentBegin = rowBegin + row.size();
    frames.append(FrameHead::size, ' ').append(row);
    for (const std::string_view part : document)
        frames.append(part);
    FrameHead head;
    head.rowBytes = static_cast<std::uint32_t>(row.size());
    head.documentBytes = static_cast<std::uint32_t>(frames.size() - documentBegin);
    head.rowSum = sumOf(row);
    head.documentSum = sumOf(std::string_view(frames).substr(documentBegin));
    const auto text = textOf(head);
    std::memcpy(frames.data() + begin, text.data(), text.size());
    frames += '\n';
}

} // namespace gatehouse::observe::traffic
