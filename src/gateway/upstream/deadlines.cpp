// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/deadlines.h"

namespace gatehouse::upstream {

void Deadlines::set(Deadline *deadline, Instant at)
{
    deadline->at = at;
    if (!deadline->place) {
        m_heap.push_back(deadline);
        deadline->place = m_heap.size();
    }
    settle(deadline);
}

void Deadlines::remove(Deadline *deadline)
{
    if (!deadline->place)
        return;
    Deadline *last = m_heap.back();
    m_heap.pop_back();
    if (last != deadline) {
        put(last, deadline->place);
        settle(last);
    }
    deadline->place = 0;
}

void Deadlines::put(Deadline *deadline, std::size_t place)
{
    m_heap[place - 1] = deadline;
    deadline->place = place;
}

void Deadlines::settle(Deadline *deadline)
{
    std::size_t place = deadline->place;
    while (place > 1 && deadline->at < m_heap[place / 2 - 1]->at) {
        put(m_heap[place / 2 - 1], place);
        place /= 2;
    }
    while (true) {
        std::size_t child = place * 2;
        if (child > m_heap.size())
            break;
        if (child < m_heap.size() && m_heap[child]->at < m_heap[child - 1]->at)
            ++child;
        if (m_heap[child - 1]->at >= deadline->at)
            break;
        put(m_heap[child - 1], place);
        place = child;
    }
    put(deadline, place);
}

} // namespace gatehouse::upstream
