// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/lateness.h"

#include <algorithm>

namespace gatehouse::routing {

void Lateness::add(std::string_view group, bool stream, std::chrono::microseconds time)
{
    auto rings = m_rings.find(group);
    if (rings == m_rings.end())
        rings = m_rings.emplace(std::string(group), std::array<Ring, 2> {}).first;
    Ring &ring = rings->second[stream ? 1 : 0];
    ring.times[ring.next] = static_cast<std::uint32_t>(std::clamp<std::int64_t>(time.count() / 1000, 1, UINT32_MAX));
    ring.next = (ring.next + 1) % most;
    ring.count = std::min(ring.count + 1, most);
}

std::optional<std::chrono::milliseconds> Lateness::p95(std::string_view group, bool stream) const
{
    const auto rings = m_rings.find(group);
    if (rings == m_rings.end())
        return std::nullopt;
    const Ring &ring = rings->second[stream ? 1 : 0];
    if (ring.count < enough)
        return std::nullopt;
    auto times = ring.times;
    const auto at = static_cast<std::ptrdiff_t>((ring.count * 95 + 99) / 100 - 1);
    std::nth_element(times.begin(), times.begin() + at, times.begin() + static_cast<std::ptrdiff_t>(ring.count));
    return std::chrono::milliseconds(times[static_cast<std::size_t>(at)]);
}

} // namespace gatehouse::routing
