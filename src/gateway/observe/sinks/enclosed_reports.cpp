// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/enclosed_reports.h"

#include <algorithm>
#include <utility>

namespace gatehouse::observe::sinks {

EnclosedReports::EnclosedReports(std::span<const std::string> reports, Enclosure enclosure)
    : m_reports(reports)
    , m_enclosure(std::move(enclosure))
{
    for (std::size_t i = 0; i < pieces(); ++i)
        m_size += piece(i).size();
}

// The reports are those with an odd number.
std::string_view EnclosedReports::piece(std::size_t index) const
{
    if (index == 0)
        return m_enclosure.begin;
    if (index + 1 == pieces())
        return m_enclosure.end;
    return index % 2 != 0 ? std::string_view(m_reports[index / 2]) : m_enclosure.between;
}

std::string EnclosedReports::whole() const
{
    std::string text;
    text.reserve(m_size);
    for (std::size_t i = 0; i < pieces(); ++i)
        text += piece(i);
    return text;
}

Result<wire::BodyPiece> EnclosedReports::read(std::span<char> room)
{
    std::size_t size = 0;
    while (size < room.size() && m_piece < pieces()) {
        const std::string_view rest = piece(m_piece).substr(m_offset);
        const std::size_t taken = std::min(rest.size(), room.size() - size);
        std::copy_n(rest.data(), taken, room.data() + size);
        size += taken;
        m_offset += taken;
        if (taken == rest.size()) {
            ++m_piece;
            m_offset = 0;
        }
    }
    return wire::BodyPiece {size, size == 0};
}

} // namespace gatehouse::observe::sinks
