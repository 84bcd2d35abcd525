// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/frame.h"

#include <algorithm>
#include <charconv>

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

std::uint64_t sumOfParts(std::span<const std::string_view> parts)
{
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (const std::string_view part : parts)
        XXH3_64bits_update(&state, part.data(), part.size());
    return XXH3_64bits_digest(&state);
}

void write(char *to, const FrameHead &head)
{
    to = std::copy(magic.begin(), magic.end(), to);
    to = writeHex(to, head.idBytes, 8, ' ');
    to = writeHex(to, head.rowBytes, 8, ' ');
    to = writeHex(to, head.documentBytes, 8, ' ');
    to = writeHex(to, head.rowSum, 16, ' ');
    writeHex(to, head.documentSum, 16, '\n');
}

// All but the sum of its document; the head's place before it is filled in when that is known.
FrameHead appendRow(std::string &frames, const FrameText &text)
{
    const std::size_t begin = frames.size() + FrameHead::size;
    frames.append(FrameHead::size, ' ').append(text.id).append(text.row);
    FrameHead head;
    head.idBytes = static_cast<std::uint32_t>(text.id.size());
    head.rowBytes = static_cast<std::uint32_t>(text.row.size());
    head.documentBytes = static_cast<std::uint32_t>(text.documentBytes());
    head.rowSum = sumOf(std::string_view(frames).substr(begin));
    return head;
}

} // namespace

std::uint64_t FrameText::documentBytes() const
{
    std::uint64_t size = 0;
    for (const std::string_view part : document)
        size += part.size();
    return size;
}

std::optional<FrameHead> frameHeadOf(std::string_view text)
{
    if (text.size() != FrameHead::size || !text.starts_with(magic))
        return std::nullopt;
    FrameHead head;
    Digits digits(text.substr(magic.size()));
    const bool isWhole = digits.take(head.idBytes, ' ') && digits.take(head.rowBytes, ' ') && digits.take(head.documentBytes, ' ')
        && digits.take(head.rowSum, ' ') && digits.take(head.documentSum, '\n');
    return isWhole ? std::optional(head) : std::nullopt;
}

bool isOfOtherVersion(std::string_view text)
{
    return text.starts_with("GTR") && !text.starts_with(magic);
}

std::uint64_t sumOf(std::string_view text)
{
    return XXH3_64bits(text.data(), text.size());
}

// What is summed stands together here.
void appendFrame(std::string &frames, const FrameText &text)
{
    const std::size_t begin = frames.size();
    FrameHead head = appendRow(frames, text);
    const std::size_t document = frames.size();
    for (const std::string_view part : text.document)
        frames.append(part);
    head.documentSum = sumOf(std::string_view(frames).substr(document));
    write(frames.data() + begin, head);
    frames += frameEnd;
}

void appendFrameBegin(std::string &frames, const FrameText &text)
{
    const std::size_t begin = frames.size();
    FrameHead head = appendRow(frames, text);
    head.documentSum = sumOfParts(text.document);
    write(frames.data() + begin, head);
}

} // namespace gatehouse::observe::traffic
