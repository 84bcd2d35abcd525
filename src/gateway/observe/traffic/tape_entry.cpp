// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/tape_entry.h"

#include <cstring>

namespace gatehouse::observe::traffic {

namespace {

// None for what is no mark.
std::size_t textsOf(Mark mark)
{
    switch (mark) {
    case Mark::Request: return 3;
    case Mark::Decision:
    case Mark::Candidate: return 2;
    case Mark::Answer:
    case Mark::Body:
    case Mark::Attempt:
    case Mark::Secret: return 1;
    case Mark::Redacted: return 0;
    }
    return 0;
}

} // namespace

template <typename T> bool TapeReader::read(T &plain)
{
    if (m_tape.size() - m_end < sizeof plain)
        return false;
    std::memcpy(&plain, m_tape.data() + m_end, sizeof plain);
    m_end += sizeof plain;
    return true;
}

bool TapeReader::next()
{
    m_begin = m_end;
    if (!m_isWhole || m_begin == m_tape.size())
        return false;
    m_isWhole = read(m_entry) && m_entry.mark <= Mark::Secret && (!isAlike() || readAlike()) && readTexts();
    return m_isWhole;
}

// The other one is behind it, and what both share does not overlap in it.
bool TapeReader::readAlike()
{
    if (!read(m_alike))
        return false;
    const std::uint64_t otherEnd = std::uint64_t(m_alike.otherBegin) + m_alike.otherSize;
    return otherEnd <= m_begin && std::uint64_t(m_alike.begin) + m_alike.end <= m_alike.otherSize;
}

bool TapeReader::readTexts()
{
    m_texts = m_end;
    std::uint64_t size = 0;
    for (std::size_t each = 0; each < textsOf(m_entry.mark); ++each)
        size += m_entry.sizes[each];
    if (size > m_tape.size() - m_texts)
        return false;
    m_end = m_texts + static_cast<std::size_t>(size);
    return true;
}

std::string_view TapeReader::text(std::size_t index) const
{
    std::size_t begin = m_texts;
    for (std::size_t each = 0; each < index; ++each)
        begin += m_entry.sizes[each];
    return m_tape.substr(begin, m_entry.sizes[index]);
}

} // namespace gatehouse::observe::traffic
