// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/sse.h"

#include <cstring>

namespace gatehouse::wire {

void SseParser::feed(std::string_view bytes)
{
    if (m_overflowed)
        return;
    m_buffer.erase(0, m_at);
    m_at = 0;
    if (m_buffer.size() + m_data.size() + bytes.size() > maxEvent && m_buffer.find('\n') == std::string::npos) {
        m_overflowed = true;
        return;
    }
    m_buffer += bytes;
}

bool SseParser::takeLine(std::string_view &line)
{
    const char *begin = m_buffer.data() + m_at;
    const std::size_t size = m_buffer.size() - m_at;
    const auto *lineFeed = static_cast<const char *>(std::memchr(begin, '\n', size));
    const auto *carriage =
        static_cast<const char *>(std::memchr(begin, '\r', lineFeed ? static_cast<std::size_t>(lineFeed - begin) : size));
    if (carriage) {
        // A CR at the very end may be the first half of CR LF: wait for what follows.
        if (carriage + 1 == begin + size)
            return false;
        line = {begin, static_cast<std::size_t>(carriage - begin)};
        m_at += line.size() + (carriage[1] == '\n' ? 2 : 1);
        return true;
    }
    if (!lineFeed)
        return false;
    line = {begin, static_cast<std::size_t>(lineFeed - begin)};
    m_at += line.size() + 1;
    return true;
}

std::optional<SseEvent> SseParser::next()
{
    if (m_given) {
        m_name.clear();
        m_data.clear();
        m_hasData = m_given = false;
    }
    std::string_view line;
    while (takeLine(line)) {
        if (line.empty()) {
            if (!m_hasData) {
                m_name.clear();
                continue;
            }
            m_given = true;
            return SseEvent {m_name, m_data};
        }
        if (line.front() == ':')
            continue;
        const std::size_t colon = line.find(':');
        const std::string_view field = line.substr(0, colon);
        std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
        if (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        if (field == "data") {
            if (m_hasData)
                m_data += '\n';
            m_data += value;
            m_hasData = true;
        } else if (field == "event") {
            m_name = value;
        }
    }
    return std::nullopt;
}

bool SseParser::hasRest() const
{
    if (m_given)
        return m_buffer.find_first_not_of("\r\n", m_at) != std::string::npos;
    return m_hasData || m_buffer.find_first_not_of("\r\n", m_at) != std::string::npos;
}

} // namespace gatehouse::wire
