// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/timer_list.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace gatehouse::front {

using std::chrono::milliseconds;

void TimerList::add(int id, milliseconds interval, Qt::TimerType type, QObject *receiver, Clock::time_point now)
{
    remove(id);
    const auto due = now + interval;
    m_timers.emplace(id, Timer {interval, type, receiver, due, ++m_serial});
    m_order.emplace(due, id);
}

bool TimerList::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    erase(found);
    return true;
}

bool TimerList::removeAll(QObject *receiver)
{
    bool any = false;
    for (auto it = m_timers.begin(); it != m_timers.end();) {
        const auto timer = it++;
        if (timer->second.receiver != receiver)
            continue;
        erase(timer);
        any = true;
    }
    return any;
}

void TimerList::clear()
{
    m_timers.clear();
    m_order.clear();
}

void TimerList::erase(std::map<int, Timer>::iterator timer)
{
    m_order.erase({timer->second.due, timer->first});
    m_timers.erase(timer);
}

QList<QAbstractEventDispatcher::TimerInfo> TimerList::of(QObject *receiver) const
{
    QList<QAbstractEventDispatcher::TimerInfo> result;
    for (const auto &[id, timer] : m_timers) {
        if (timer.receiver == receiver)
            result.emplaceBack(id, static_cast<int>(timer.interval.count()), timer.type);
    }
    return result;
}

std::optional<milliseconds> TimerList::remaining(int id, Clock::time_point now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return std::nullopt;
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(found->second.due - now));
}

std::optional<milliseconds> TimerList::untilNext(Clock::time_point now) const
{
    if (m_order.empty())
        return std::nullopt;
    // Rounded up: waking a fraction of a millisecond early would spin until the timer is due.
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(m_order.begin()->first - now));
}

bool TimerList::fire(Clock::time_point now)
{
    // What is due is noted first: a zero timer, or one added by a receiver, waits for the next turn of the loop.
    std::vector<std::pair<int, unsigned>> due;
    for (auto it = m_order.begin(); it != m_order.end() && it->first <= now; ++it)
        due.emplace_back(it->second, m_timers.at(it->second).serial);
    for (const auto &[id, serial] : due)
        deliver(id, serial, now);
    return !due.empty();
}

void TimerList::deliver(int id, unsigned serial, Clock::time_point now)
{
    auto found = m_timers.find(id);
    if (found == m_timers.end() || found->second.serial != serial || found->second.firing)
        return;
    Timer &timer = found->second;
    m_order.erase({timer.due, id});
    timer.due += timer.interval;
    if (timer.due < now)
        timer.due = now + timer.interval; // late by more than a period: missed ticks are not made up for
    timer.firing = true;

    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer.receiver, &event);

    found = m_timers.find(id); // the receiver may have stopped it, or started another with its id
    if (found == m_timers.end() || found->second.serial != serial)
        return;
    found->second.firing = false;
    m_order.emplace(found->second.due, id);
}

} // namespace gatehouse::front
