// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "response_reader.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <strings.h>

namespace bench {

void ResponseReader::reset()
{
    *this = ResponseReader();
}

void ResponseReader::feed(const char *data, std::size_t size)
{
    while (size > 0 && m_state != State::Broken) {
        const bool isBody = m_state == State::Sized || m_state == State::ChunkData;
        if (m_state == State::Done)
            m_state = State::Broken; // bytes after the end belong to nobody
        const std::size_t used = isBody ? takeBody(data, size) : takeLine(data, size);
        data += used;
        size -= used;
    }
}

std::size_t ResponseReader::takeLine(const char *data, std::size_t size)
{
    const char *end = static_cast<const char *>(std::memchr(data, '\n', size));
    const std::size_t used = end ? static_cast<std::size_t>(end - data) + 1 : size;
    m_line.append(data, used);
    if (end) {
        m_line.erase(m_line.find_last_not_of("\r\n") + 1);
        onLine();
        m_line.clear();
    }
    return used;
}

std::size_t ResponseReader::takeBody(const char *data, std::size_t size)
{
    const std::size_t used = std::min(size, m_left);
    for (std::size_t i = 0; i < used; ++i) { // an event ends where a line ends that had nothing in it
        if (data[i] == '\n') {
            m_events += m_atLineStart;
            m_atLineStart = true;
        } else if (data[i] != '\r') {
            m_atLineStart = false;
        }
    }
    m_bodyBytes += used;
    m_left -= used;
    if (m_left == 0)
        m_state = m_state == State::Sized ? State::Done : State::ChunkEnd;
    return used;
}

void ResponseReader::onLine()
{
    switch (m_state) {
    case State::Head: m_line.empty() ? onHeadEnd() : onHeadLine(); break;
    case State::ChunkEnd: m_state = m_line.empty() ? State::ChunkSize : State::Broken; break;
    case State::ChunkSize:
        m_left = std::strtoul(m_line.c_str(), nullptr, 16);
        m_state = m_left ? State::ChunkData : State::Trailer;
        break;
    case State::Trailer:
        if (m_line.empty())
            m_state = State::Done;
        break;
    default: m_state = State::Broken;
    }
}

void ResponseReader::onHeadLine()
{
    if (m_status == 0)
        m_status = m_line.size() > 12 ? std::atoi(m_line.c_str() + 9) : -1;
    else if (strncasecmp(m_line.c_str(), "content-length:", 15) == 0) {
        m_hasLength = true;
        m_left = std::strtoul(m_line.c_str() + 15, nullptr, 10);
    } else if (strncasecmp(m_line.c_str(), "transfer-encoding:", 18) == 0)
        m_isChunked = strcasestr(m_line.c_str(), "chunked") != nullptr;
}

void ResponseReader::onHeadEnd()
{
    if (m_isChunked)
        m_state = State::ChunkSize;
    else if (m_hasLength)
        m_state = m_left ? State::Sized : State::Done;
    else
        m_state = State::Broken;
}

} // namespace bench
