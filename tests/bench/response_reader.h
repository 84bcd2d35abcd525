// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// Reads one HTTP/1.1 response from a byte stream, keeping only what is measured: its status, and how many bytes and
/// server-sent events its body had. Framing by Content-Length or chunks; anything else counts as broken.
class ResponseReader
{
public:
    void reset();
    void feed(const char *data, std::size_t size);

    bool isDone() const { return m_state == State::Done; }
    bool isBroken() const { return m_state == State::Broken; }
    int status() const { return m_status; }
    std::size_t bodyBytes() const { return m_bodyBytes; }
    int events() const { return m_events; }

private:
    enum class State { Head, Sized, ChunkSize, ChunkData, ChunkEnd, Trailer, Done, Broken };

    std::size_t takeLine(const char *data, std::size_t size);
    std::size_t takeBody(const char *data, std::size_t size);
    void onLine();
    void onHeadLine();
    void onHeadEnd();

    State m_state = State::Head;
    std::string m_line;
    int m_status = 0;
    bool m_isChunked = false;
    bool m_hasLength = false;
    std::size_t m_left = 0;
    std::size_t m_bodyBytes = 0;
    int m_events = 0;
    bool m_atLineStart = false;
};

} // namespace bench
