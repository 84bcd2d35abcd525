// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_ring.h"

#include <algorithm>
#include <string>

namespace gatehouse::observe {

namespace {

bool isCalled(const Row &row, std::string_view id)
{
    return row.running ? row.running->callId() == id : row.receipt && row.receipt->callId == id;
}

} // namespace

std::uint64_t ReceiptRing::open(std::shared_ptr<traffic::Capture> capture)
{
    std::shared_ptr<const Receipt> oldest; // dies outside the lock
    const std::scoped_lock lock(m_lock);
    const std::uint64_t id = m_firstId + m_slots.size();
    capture->setId(id);
    m_slots.push_back({{id, nullptr, std::move(capture)}, ++m_revision});
    ++m_running;
    if (m_slots.size() > capacity) {
        oldest = std::move(m_slots.front().row.receipt);
        m_slots.pop_front();
        ++m_firstId;
    }
    return id;
}

void ReceiptRing::touch(std::uint64_t id)
{
    const std::scoped_lock lock(m_lock);
    if (id >= m_firstId && id - m_firstId < m_slots.size())
        m_slots[id - m_firstId].revision = ++m_revision;
}

void ReceiptRing::file(std::shared_ptr<const Receipt> receipt)
{
    const std::scoped_lock lock(m_lock);
    --m_running;
    ++m_revision;
    const std::uint64_t id = receipt->id;
    if (id < m_firstId) // it ran so long that the ring has moved past it
        return;
    m_slots[id - m_firstId] = {{id, std::move(receipt), nullptr}, m_revision};
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

std::optional<Row> ReceiptRing::find(std::string_view id) const
{
    const std::scoped_lock lock(m_lock);
    for (auto slot = m_slots.rbegin(); slot != m_slots.rend(); ++slot) {
        if (std::to_string(slot->row.id) == id || isCalled(slot->row, id))
            return slot->row;
    }
    return std::nullopt;
}

std::size_t ReceiptRing::running() const
{
    const std::scoped_lock lock(m_lock);
    return m_running;
}

} // namespace gatehouse::observe
