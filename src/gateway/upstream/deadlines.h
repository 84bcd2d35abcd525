// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace gatehouse::upstream {

class Transfer;

using Instant = std::chrono::steady_clock::time_point;

/// What can stand in a Deadlines queue. Its owner takes it out before it dies.
struct Deadline {
    Transfer *owner = nullptr;
    Instant at {};
    std::size_t place = 0; ///< 1-based place in the queue; 0 = not in it
};

/// The deadlines of one worker's attempts, earliest first: a binary heap whose entries know their place, so that setting,
/// moving and removing one allocates nothing.
class Deadlines
{
public:
    void set(Deadline *deadline, Instant at);
    void remove(Deadline *deadline);
    /// The earliest, or nullptr.
    Deadline *first() const { return m_heap.empty() ? nullptr : m_heap.front(); }

private:
    void put(Deadline *deadline, std::size_t place);
    void settle(Deadline *deadline);

    std::vector<Deadline *> m_heap;
};

} // namespace gatehouse::upstream
