// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/series/track.h"

#include <algorithm>

namespace gatehouse::observe::series {

namespace {

constexpr auto isBefore = [](const Point &point, std::int64_t begin) { return point.begin < begin; };

} // namespace

void Point::join(const Point &other)
{
    requests += other.requests;
    errors += other.errors;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    cachedTokens += other.cachedTokens;
    spend = spend + other.spend;
    latency.join(other.latency);
    firstToken.join(other.firstToken);
}

// Mostly the last one; calls are told a little out of order.
Point &Steps::at(std::int64_t begin)
{
    if (!m_points.empty() && m_points.back().begin == begin)
        return m_points.back();
    auto place = std::lower_bound(m_points.begin(), m_points.end(), begin, isBefore);
    if (place == m_points.end() || place->begin != begin)
        place = m_points.insert(place, Point {begin});
    return *place;
}

void Steps::add(const Happening &happening)
{
    const std::int64_t begin = happening.at - happening.at % m_length;
    const auto kept = static_cast<std::int64_t>(m_most) * m_length;
    if (!m_points.empty() && begin <= m_points.back().begin - kept)
        return; // older than what is kept
    Point &point = at(begin);
    ++point.requests;
    point.errors += happening.isError ? 1 : 0;
    point.inputTokens += happening.inputTokens;
    point.outputTokens += happening.outputTokens;
    point.cachedTokens += happening.cachedTokens;
    point.spend = point.spend + happening.spend;
    if (happening.latency)
        point.latency.add(*happening.latency);
    if (happening.firstToken)
        point.firstToken.add(*happening.firstToken);
    while (m_points.front().begin <= m_points.back().begin - kept)
        m_points.pop_front();
}

const Point *Steps::find(std::int64_t begin) const
{
    const auto place = std::lower_bound(m_points.begin(), m_points.end(), begin, isBefore);
    return place != m_points.end() && place->begin == begin ? &*place : nullptr;
}

void Track::add(const Happening &happening)
{
    seconds.add(happening);
    minutes.add(happening);
    lastAt = std::max(lastAt, happening.at);
}

} // namespace gatehouse::observe::series
