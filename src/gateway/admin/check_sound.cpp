// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/check_sound.h"

#include <algorithm>
#include <string>

namespace gatehouse::admin {

namespace {

/// A body that is whole in memory.
class TextBody final : public wire::BodySource
{
public:
    explicit TextBody(std::string text)
        : m_text(std::move(text))
    {
    }
    Result<wire::BodyPiece> read(std::span<char> room) override
    {
        const std::size_t size = std::min(room.size(), m_text.size() - m_at);
        std::copy_n(m_text.data() + m_at, size, room.data());
        m_at += size;
        return wire::BodyPiece {size, size == 0};
    }
    std::optional<std::uint64_t> length() const override { return m_text.size(); }
    void listen(wire::BodyListener *) override { }

private:
    const std::string m_text;
    std::size_t m_at = 0;
};

std::string littleEndian(std::uint32_t number, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((number >> (8 * i)) & 0xff);
    return text;
}

// A WAV file of 8,000 samples of one byte a second.
std::string silence()
{
    constexpr std::uint32_t rate = 8000, samples = rate / 2;
    const std::string format = "WAVEfmt " + littleEndian(16, 4) + littleEndian(1, 2) + littleEndian(1, 2) + littleEndian(rate, 4)
        + littleEndian(rate, 4) + littleEndian(1, 2) + littleEndian(8, 2);
    const std::string data = "data" + littleEndian(samples, 4) + std::string(samples, static_cast<char>(0x80));
    return "RIFF" + littleEndian(static_cast<std::uint32_t>(format.size() + data.size()), 4) + format + data;
}

} // namespace

std::unique_ptr<wire::BodySource> soundForm()
{
    const std::string delimiter = "--" + std::string(soundBoundary);
    return std::make_unique<TextBody>(delimiter
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"silence.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
        + silence() + "\r\n" + delimiter + "--\r\n");
}

} // namespace gatehouse::admin
