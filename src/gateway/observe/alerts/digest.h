// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/alert.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gatehouse::observe::alerts {

/// Alerts that wait a few seconds for others like them, to be one message. Bounded: what is more than \a most at a time is left
/// out and counted.
class Digest
{
public:
    static constexpr std::size_t most = 200;
    struct Line {
        Alert alert; ///< the last of them
        std::size_t count = 1;
    };

    void add(Alert alert, Clock::Wall now);
    bool isDue(Clock::Wall now, std::chrono::milliseconds pause) const { return !m_lines.empty() && now - m_begun >= pause; }
    /// In the order in which the first of each came.
    std::vector<Line> take();
    /// Those that were left out since it was last asked.
    std::size_t takeDropped() { return std::exchange(m_dropped, 0); }

private:
    std::vector<Line> m_lines;
    std::unordered_map<std::string, std::size_t> m_places;
    Clock::Wall m_begun = {};
    std::size_t m_dropped = 0;
};

} // namespace gatehouse::observe::alerts
