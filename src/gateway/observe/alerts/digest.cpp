// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/digest.h"

#include <utility>

namespace gatehouse::observe::alerts {

void Digest::add(Alert alert, Clock::Wall now)
{
    if (m_lines.empty())
        m_begun = now;
    const std::string key = std::to_string(static_cast<int>(alert.kind)) + "/" + std::to_string(static_cast<int>(alert.audience))
        + "/" + (alert.isOver ? "over/" : "") + alert.subject;
    const auto [place, isFirst] = m_places.emplace(key, m_lines.size());
    if (!isFirst) {
        Line &line = m_lines[place->second];
        line.alert = std::move(alert);
        ++line.count;
        return;
    }
    if (m_lines.size() >= most) {
        m_places.erase(place);
        ++m_dropped;
        return;
    }
    m_lines.push_back({std::move(alert)});
}

std::vector<Digest::Line> Digest::take()
{
    m_places.clear();
    return std::exchange(m_lines, {});
}

} // namespace gatehouse::observe::alerts
