// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/known_callers.h"

#include <utility>

namespace gatehouse::people {

namespace {

constexpr std::size_t fewest = 64;

} // namespace

// Its own, or the free one where it would stand.
std::size_t KnownCallers::placeOf(const vault::Fingerprint &print) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = vault::FingerprintHash {}(print)&mask;
    while (m_slots[place].caller && m_slots[place].print != print)
        place = (place + 1) & mask;
    return place;
}

std::shared_ptr<const Caller> KnownCallers::find(const vault::Fingerprint &print) const
{
    return m_slots.empty() ? nullptr : m_slots[placeOf(print)].caller;
}

void KnownCallers::put(const vault::Fingerprint &print, std::shared_ptr<const Caller> caller)
{
    if (2 * (m_size + 1) > m_slots.size())
        grow();
    Slot &slot = m_slots[placeOf(print)];
    m_size += slot.caller ? 0 : 1;
    slot = {print, std::move(caller)};
}

void KnownCallers::clear()
{
    m_slots.clear();
    m_size = 0;
}

void KnownCallers::grow()
{
    std::vector<Slot> before(m_slots.empty() ? fewest : 2 * m_slots.size());
    std::swap(before, m_slots);
    for (Slot &slot : before) {
        if (slot.caller)
            m_slots[placeOf(slot.print)] = std::move(slot);
    }
}

} // namespace gatehouse::people
