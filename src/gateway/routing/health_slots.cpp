// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/health_slots.h"

namespace gatehouse::routing {

void Trouble::forget()
{
    const std::scoped_lock held(lock);
    reason.clear();
    isSilence = false;
    status = doublings = countedFails = 0;
}

HealthSlots::~HealthSlots()
{
    for (auto &chunk : m_chunks)
        delete chunk.load();
}

Slot HealthSlots::enroll(const std::string &id)
{
    const std::scoped_lock lock(m_lock);
    // Who has enrolled a million deployments shares the last slot with others: wrong figures, but no crash.
    const std::size_t next = std::min(m_slots.size(), most * HealthChunk::size - 1);
    const auto [found, isNew] = m_slots.try_emplace(id, static_cast<Slot>(next));
    auto &chunk = m_chunks[found->second / HealthChunk::size];
    if (isNew && !chunk.load())
        chunk.store(new HealthChunk, std::memory_order_release);
    return found->second;
}

} // namespace gatehouse::routing
