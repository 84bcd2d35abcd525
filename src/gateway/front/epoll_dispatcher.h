// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/timer_list.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

namespace gatehouse::front {

/// Qt's event loop on epoll: the cost of a turn depends on what is ready, not on how many sockets are watched. One per
/// worker thread, given to its QThread before it starts; only wakeUp() and interrupt() may be called from other threads.
///
/// Changes of interest are lazy. What is wanted is remembered and the kernel told just before it is asked, and only if it
/// must be: who turns write interest on and off within a turn costs nothing. Lost read interest is not even withdrawn
/// until an unwanted event comes.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;
    void startingUp() override;
    void closingDown() override;

    /// What the dispatcher has asked of the kernel and got from it since it was made.
    struct Counts {
        std::uint64_t waits = 0;    ///< epoll_wait
        std::uint64_t controls = 0; ///< epoll_ctl
        std::uint64_t ready = 0;    ///< events that epoll_wait gave out
    };
    Counts counts() const { return m_counts; }

private:
    struct Watch {
        std::array<QSocketNotifier *, 3> notifiers {}; // by QSocketNotifier::Type
        std::uint32_t kernel = 0;                      // the mask the kernel was last told
        std::uint32_t generation = 0;                  // grows when the last notifier goes: the number may be reused
        bool uncertain = false;                        // the file may have been closed since the kernel was told
        bool changed = false;                          // stands in m_changed
        std::uint32_t wanted() const;
    };
    struct Ready {
        int fd;
        std::uint32_t events;
        std::uint32_t generation;
    };

    Watch &watch(int fd);
    void markChanged(int fd, Watch &watch);
    void applyChanges();
    void apply(int fd, Watch &watch);
    bool control(int operation, int fd, std::uint32_t mask);
    int timeout(QEventLoop::ProcessEventsFlags flags) const;
    std::vector<Ready> wait(int milliseconds);
    bool deliver(const std::vector<Ready> &ready);
    bool deliver(const Ready &one);
    void drainWakeUps();

    int m_epoll;
    int m_wakeUpFd;
    std::vector<Watch> m_watches; // by file descriptor
    std::vector<int> m_changed;
    TimerList m_timers;
    std::atomic<bool> m_wakeUp {false};
    std::atomic<bool> m_interrupted {false};
    std::atomic<Qt::HANDLE> m_threadId {nullptr};
    Counts m_counts;
};

} // namespace gatehouse::front
