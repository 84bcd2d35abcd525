// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_ring.h"

#include <algorithm>

namespace gatehouse::observe {

std::uint64_t ReceiptRing::open(Receipt receipt)
{
    const std::scoped_lock lock(m_lock);
    const std::uint64_t id = m_firstId + m_slots.size();
    receipt.id = id;
    m_slots.push_back({{std::move(receipt), true}, ++m_revision});
    ++m_running;
    if (m_slots.size() > capacity) {
        m_slots.pop_front();
        ++m_firstId;
    }
    return id;
}

void ReceiptRing::file(Receipt receipt)
{
    const std::scoped_lock lock(m_lock);
    --m_running;
    ++m_revision;
    if (receipt.id < m_firstId) // it ran so long that the ring has moved past it
        return;
    Slot &slot = m_slots[receipt.id - m_firstId];
    slot = {{std::move(receipt), false}, m_revision};
}

ReceiptRing::Page ReceiptRing::changedAfter(std::uint64_t after, std::size_t limit) const
{
    const std::scoped_lock lock(m_lock);
    Page page;
    page.next = m_revision;
    for (auto slot = m_slots.rbegin(); slot != m_slots.rend() && page.rows.size() < limit; ++slot) {
        if (slot->revision > after)
            page.rows.push_back(slot->row);
    }
    std::reverse(page.rows.begin(), page.rows.end());
    return page;
}

std::size_t ReceiptRing::running() const
{
    const std::scoped_lock lock(m_lock);
    return m_running;
}

} // namespace gatehouse::observe
