// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"
#include "gateway/core/sketch.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace gatehouse::observe::series {

/// What one call, or one attempt, adds.
struct Happening {
    std::int64_t at = 0; ///< the second of its end, since 1970
    bool isError = false;
    std::int64_t inputTokens = 0, outputTokens = 0, cachedTokens = 0; ///< cached ones are input, too
    Money spend = {};
    std::optional<std::chrono::microseconds> latency = {};    ///< of a whole answer
    std::optional<std::chrono::microseconds> firstToken = {}; ///< of a stream
};

/// One step of a series.
struct Point {
    std::int64_t begin = 0; ///< in seconds since 1970
    std::uint32_t requests = 0, errors = 0;
    std::int64_t inputTokens = 0, outputTokens = 0, cachedTokens = 0;
    Money spend = {};
    Sketch latency = {}, firstToken = {};

    /// Adds what happened in another step.
    void join(const Point &other);
};

/// The steps of one length of one series, those in which something happened, for as long as they are kept.
class Steps
{
public:
    /// Steps of \a length seconds, of which the last \a most are kept.
    Steps(std::int64_t length, std::size_t most)
        : m_length(length)
        , m_most(most)
    {
    }

    void add(const Happening &happening);
    /// The step that begins at \a begin; nullptr = nothing happened then, or it is forgotten.
    const Point *find(std::int64_t begin) const;
    std::int64_t length() const { return m_length; }
    std::size_t most() const { return m_most; }

private:
    Point &at(std::int64_t begin);

    std::int64_t m_length;
    std::size_t m_most;
    std::deque<Point> m_points; // rising
};

/// One series: second by second for ten minutes, minute by minute for a day.
struct Track {
    Steps seconds {1, 600};
    Steps minutes {60, 1440};
    std::int64_t lastAt = 0; ///< when something last happened

    void add(const Happening &happening);
};

} // namespace gatehouse::observe::series
