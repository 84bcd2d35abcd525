// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/turnstile.h"

#include <QObject>

namespace gatehouse::routing {

Turnstile::Pass &Turnstile::Pass::operator=(Pass &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_turnstile = std::exchange(other.m_turnstile, nullptr);
        m_slot = other.m_slot;
    }
    return *this;
}

void Turnstile::Pass::giveBack()
{
    Turnstile *turnstile = std::exchange(m_turnstile, nullptr);
    if (!turnstile)
        return;
    const std::lock_guard guard(turnstile->m_lock);
    Gate &gate = turnstile->m_gates[m_slot];
    --gate.taken;
    turnstile->callNext(gate, m_slot);
}

std::optional<Turnstile::Pass> Turnstile::enter(Slot slot, std::int64_t limit)
{
    const std::lock_guard guard(m_lock);
    Gate &gate = m_gates[slot];
    gate.limit = limit;
    if (gate.taken >= limit || !gate.line.empty())
        return std::nullopt;
    ++gate.taken;
    return Pass(*this, slot);
}

std::unique_ptr<Turnstile::Place> Turnstile::wait(Slot slot, std::int64_t limit, QObject *receiver, Called called)
{
    auto waiter = std::make_shared<Waiter>(Waiter {receiver, std::move(called)});
    const std::lock_guard guard(m_lock);
    Gate &gate = m_gates[slot];
    gate.limit = limit;
    gate.line.push_back(waiter);
    callNext(gate, slot); // the place may have come free since enter() said there was none
    return std::make_unique<Place>(*this, slot, std::move(waiter));
}

// Under the lock, so that a receiver whose Place is destroyed (which takes it too) is either out of the line or still alive.
void Turnstile::callNext(Gate &gate, Slot slot)
{
    while (!gate.line.empty() && gate.taken < gate.limit) {
        const std::shared_ptr<Waiter> next = std::move(gate.line.front());
        gate.line.pop_front();
        ++gate.taken;
        // An event that is never delivered, because its receiver is gone, gives the place back as it is destroyed.
        const auto pass = std::make_shared<Pass>(*this, slot);
        QMetaObject::invokeMethod(
            next->receiver,
            [next, pass] {
                if (const Called called = std::exchange(next->called, nullptr)) // it may destroy the Place, and with it this
                    called(std::move(*pass));
            },
            Qt::QueuedConnection);
    }
}

Turnstile::Place::~Place()
{
    const std::lock_guard guard(m_turnstile.m_lock);
    m_turnstile.m_gates[m_slot].line.remove(m_waiter);
    m_waiter->called = nullptr; // it may have been called already; the event finds nobody
}

} // namespace gatehouse::routing
