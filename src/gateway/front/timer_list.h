// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace gatehouse::front {

/// The timers of one event dispatcher, sorted by when they are due. Knows no loop: it is told the time.
class TimerList
{
public:
    using Clock = std::chrono::steady_clock;

    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *receiver, Clock::time_point now);
    bool remove(int id);
    bool removeAll(QObject *receiver);
    void clear();

    QList<QAbstractEventDispatcher::TimerInfo> of(QObject *receiver) const;
    std::optional<std::chrono::milliseconds> remaining(int id, Clock::time_point now) const;
    /// How long until the first timer that is not being delivered right now is due; nothing when there is none.
    std::optional<std::chrono::milliseconds> untilNext(Clock::time_point now) const;
    /// Sends a QTimerEvent for every timer due at \a now, each at most once; true if there was one.
    bool fire(Clock::time_point now);

private:
    struct Timer {
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *receiver;
        Clock::time_point due;
        unsigned serial;     // tells a timer from a later one with the same id
        bool firing = false; // a timer is not fired again from a loop nested in its own event
    };

    void deliver(int id, unsigned serial, Clock::time_point now);
    void erase(std::map<int, Timer>::iterator timer);

    std::map<int, Timer> m_timers;
    std::set<std::pair<Clock::time_point, int>> m_order; // those that are not firing
    unsigned m_serial = 0;
};

} // namespace gatehouse::front
