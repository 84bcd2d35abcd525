// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/window.h"

#include <algorithm>

namespace gatehouse::limits {

void Window::advance(std::int64_t second)
{
    const std::int64_t steps = std::min(second - m_second, length);
    for (std::int64_t step = 1; step <= steps; ++step) {
        m_place = m_place + 1 == m_buckets.size() ? 0 : m_place + 1;
        Use &oldest = m_buckets[m_place];
        m_used.requests -= oldest.requests;
        m_used.tokens -= oldest.tokens;
        oldest = {};
    }
    m_second = std::max(m_second, second);
}

Window::Use Window::usedAt(std::int64_t second) const
{
    if (second <= m_second)
        return m_used;
    Use left;
    for (std::int64_t each = second - length + 1; each <= m_second; ++each) {
        left.requests += bucket(each).requests;
        left.tokens += bucket(each).tokens;
    }
    return left;
}

void Window::add(const Use &use)
{
    Use &current = m_buckets[m_place];
    current.requests += use.requests;
    current.tokens += use.tokens;
    m_used.requests += use.requests;
    m_used.tokens += use.tokens;
}

void Window::takeRequestBack(std::int64_t second)
{
    if (second <= m_second - length)
        return; // it has left by itself
    --m_buckets[place(second)].requests;
    --m_used.requests;
}

std::optional<std::int64_t> Window::secondsUntilGone(std::int64_t Use::*what, std::int64_t count) const
{
    std::int64_t gone = 0;
    for (std::int64_t each = m_second - length + 1; each <= m_second; ++each) {
        gone += bucket(each).*what;
        if (gone >= count)
            return each + length - m_second;
    }
    return std::nullopt;
}

} // namespace gatehouse::limits
