// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace gatehouse::front {

namespace {

constexpr int batch = 256; // events taken by one epoll_wait

struct Interest {
    QSocketNotifier::Type type;
    std::uint32_t asked;     // told to epoll
    std::uint32_t delivered; // what of its answer concerns such a notifier
};

constexpr std::array interests {
    Interest {QSocketNotifier::Read, EPOLLIN, EPOLLIN | EPOLLHUP | EPOLLERR},
    Interest {QSocketNotifier::Write, EPOLLOUT, EPOLLOUT | EPOLLHUP | EPOLLERR},
    Interest {QSocketNotifier::Exception, EPOLLPRI, EPOLLPRI | EPOLLHUP | EPOLLERR},
};

} // namespace

std::uint32_t EpollDispatcher::Watch::wanted() const
{
    std::uint32_t mask = 0;
    for (const Interest &interest : interests)
        mask |= notifiers[interest.type] ? interest.asked : 0u;
    return mask;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUpFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_wakeUpFd < 0)
        qFatal("No epoll instance or eventfd for a worker: %s", qPrintable(qt_error_string(errno)));
    control(EPOLL_CTL_ADD, m_wakeUpFd, EPOLLIN);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUpFd);
    ::close(m_epoll);
}

void EpollDispatcher::startingUp()
{
    m_threadId = QThread::currentThreadId();
}

void EpollDispatcher::closingDown()
{
    m_timers.clear();
}

// --- sockets: what is wanted is written down here; applyChanges() tells the kernel

EpollDispatcher::Watch &EpollDispatcher::watch(int fd)
{
    const auto index = static_cast<std::size_t>(fd);
    if (index >= m_watches.size())
        m_watches.resize(std::max<std::size_t>(index + 1, m_watches.size() * 2));
    return m_watches[index];
}

void EpollDispatcher::markChanged(int fd, Watch &watch)
{
    if (watch.changed)
        return;
    watch.changed = true;
    m_changed.push_back(fd);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = static_cast<int>(notifier->socket());
    if (fd < 0)
        return;
    Watch &entry = watch(fd);
    QSocketNotifier *&place = entry.notifiers[notifier->type()];
    if (place && place != notifier)
        qWarning("Two socket notifiers of one type on descriptor %d", fd);
    place = notifier;
    markChanged(fd, entry);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto fd = static_cast<int>(notifier->socket());
    if (fd < 0 || static_cast<std::size_t>(fd) >= m_watches.size())
        return;
    Watch &entry = m_watches[static_cast<std::size_t>(fd)];
    if (entry.notifiers[notifier->type()] != notifier)
        return;
    entry.notifiers[notifier->type()] = nullptr;
    if (!entry.wanted()) {
        ++entry.generation;
        entry.uncertain = true;
    }
    markChanged(fd, entry);
}

void EpollDispatcher::applyChanges()
{
    for (const int fd : m_changed) {
        Watch &entry = m_watches[static_cast<std::size_t>(fd)];
        entry.changed = false;
        apply(fd, entry);
    }
    m_changed.clear();
}

void EpollDispatcher::apply(int fd, Watch &entry)
{
    const std::uint32_t wanted = entry.wanted();
    // Read interest alone may stay behind when nobody wants it: it rarely fires, and is withdrawn when it does. Write
    // interest would fire at once.
    const bool quiet = !(entry.kernel & EPOLLOUT);
    if (wanted == entry.kernel && !entry.uncertain)
        return;
    if (!wanted && quiet)
        return;
    bool known = entry.kernel != 0;
    if (!wanted) {
        control(EPOLL_CTL_DEL, fd, 0); // fails, rightly, when the file is closed already
    } else if (!known || !control(EPOLL_CTL_MOD, fd, wanted)) {
        if (!control(EPOLL_CTL_ADD, fd, wanted) && !(errno == EEXIST && control(EPOLL_CTL_MOD, fd, wanted)))
            qWarning("Descriptor %d cannot be watched: %s", fd, qPrintable(qt_error_string(errno)));
    }
    entry.kernel = wanted;
    entry.uncertain = false;
}

bool EpollDispatcher::control(int operation, int fd, std::uint32_t mask)
{
    epoll_event event {};
    event.events = mask;
    event.data.fd = fd;
    ++m_counts.controls;
    return ::epoll_ctl(m_epoll, operation, fd, &event) == 0;
}

// --- the loop

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    m_wakeUp = false; // before the events are sent: one that is posted while they are keeps the loop awake
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted)
        return false;

    applyChanges();
    const int patience = timeout(flags);
    if (patience != 0)
        Q_EMIT aboutToBlock();
    applyChanges(); // of those who were told
    const auto ready = wait(patience);
    if (patience != 0)
        Q_EMIT awake();

    bool any = false;
    if (!(flags & QEventLoop::ExcludeSocketNotifiers))
        any = deliver(ready);
    any = m_timers.fire(TimerList::Clock::now()) || any;
    return any || m_wakeUp;
}

int EpollDispatcher::timeout(QEventLoop::ProcessEventsFlags flags) const
{
    if (!(flags & QEventLoop::WaitForMoreEvents) || m_wakeUp || m_interrupted)
        return 0;
    const auto next = m_timers.untilNext(TimerList::Clock::now());
    return next ? static_cast<int>(std::min<std::int64_t>(next->count(), INT_MAX)) : -1;
}

std::vector<EpollDispatcher::Ready> EpollDispatcher::wait(int milliseconds)
{
    std::array<epoll_event, batch> events;
    ++m_counts.waits;
    const int count = ::epoll_wait(m_epoll, events.data(), batch, m_wakeUp ? 0 : milliseconds);
    std::vector<Ready> ready;
    ready.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if (event.data.fd == m_wakeUpFd)
            drainWakeUps();
        else
            ready.push_back({event.data.fd, event.events, watch(event.data.fd).generation});
    }
    m_counts.ready += ready.size();
    return ready;
}

bool EpollDispatcher::deliver(const std::vector<Ready> &ready)
{
    bool any = false;
    const std::uint64_t turn = m_counts.waits;
    for (const Ready &one : ready) {
        any = deliver(one) || any;
        if (m_counts.waits != turn)
            break; // a nested loop has asked again; what is still ready will be reported again
    }
    return any;
}

bool EpollDispatcher::deliver(const Ready &one)
{
    const auto index = static_cast<std::size_t>(one.fd);
    if (!m_watches[index].wanted()) {
        // Interest that stayed behind, see apply(). An answer given to a descriptor that was closed meanwhile does no harm.
        control(EPOLL_CTL_DEL, one.fd, 0);
        m_watches[index].kernel = 0;
        return false;
    }
    bool any = false;
    const std::uint64_t turn = m_counts.waits;
    for (const Interest &interest : interests) {
        // Looked up anew each time: whoever was told before may have deleted it, or closed the file and opened another.
        QSocketNotifier *notifier = m_watches[index].notifiers[interest.type];
        if (!notifier || !(one.events & interest.delivered) || m_watches[index].generation != one.generation)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        any = true;
        if (m_counts.waits != turn)
            break;
    }
    return any;
}

void EpollDispatcher::wakeUp()
{
    if (m_wakeUp.exchange(true))
        return;
    // The own thread is not waiting, and looks at the flag before it does.
    if (QThread::currentThreadId() == m_threadId)
        return;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeUpFd, &one, sizeof one);
}

void EpollDispatcher::drainWakeUps()
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(m_wakeUpFd, &count, sizeof count);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

// --- timers

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, std::chrono::milliseconds(std::max<qint64>(interval, 0)), timerType, object, TimerList::Clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.of(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto left = m_timers.remaining(timerId, TimerList::Clock::now());
    return left ? static_cast<int>(std::min<std::int64_t>(left->count(), INT_MAX)) : -1;
}

} // namespace gatehouse::front
