// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/frame.h"

#include "gateway/store/crc32c.h"

namespace gatehouse::store {

namespace {

constexpr std::string_view mark = "GHJ1";

void appendNumber(std::string &out, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((value >> shift) & 0xff);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::optional<Frame> frameAt(std::string_view bytes, std::size_t at)
{
    if (bytes.size() - at < frameHead)
        return std::nullopt;
    const std::size_t length = numberAt(bytes, at + 4);
    if (length > longestRecord || length > bytes.size() - at - frameHead)
        return std::nullopt;
    const std::string_view record = bytes.substr(at + frameHead, length);
    if (crc32c(record, crc32c(bytes.substr(at + 4, 4))) != numberAt(bytes, at + 8))
        return std::nullopt;
    return Frame {record, at, at + frameHead + length};
}

} // namespace

std::string framed(std::string_view record)
{
    std::string out(mark);
    out.reserve(frameHead + record.size());
    appendNumber(out, static_cast<std::uint32_t>(record.size()));
    appendNumber(out, crc32c(record, crc32c(std::string_view(out).substr(4, 4))));
    return out += record;
}

std::optional<Frame> nextFrame(std::string_view bytes, std::size_t from)
{
    for (std::size_t at = bytes.find(mark, from); at != std::string_view::npos; at = bytes.find(mark, at + 1)) {
        if (auto frame = frameAt(bytes, at))
            return frame;
    }
    return std::nullopt;
}

} // namespace gatehouse::store
