// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/keeper.h"

#include "gateway/store/booking.h"
#include "gateway/store/database.h"
#include "gateway/store/journal.h"

#include <QThread>
#include <QTimer>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::store {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds gathering {100}; // receipts that come together are booked together
constexpr milliseconds tending {250};
constexpr milliseconds firstPause {500}, longestPause {30'000};
constexpr int batchesAtOnce = 50; // before a question is answered, and at the end

} // namespace

/// What lives on the store's thread.
class Keeper::Desk : public QObject
{
public:
    Desk(Journal &journal, DatabaseAddress address, Say say)
        : m_journal(journal)
        , m_database(std::move(address))
        , m_say(std::move(say))
        , m_work(this)
        , m_tend(this)
    {
        for (QTimer *timer : {&m_work, &m_tend})
            timer->setSingleShot(true);
        connect(&m_work, &QTimer::timeout, this, &Desk::work);
        connect(&m_tend, &QTimer::timeout, this, &Desk::tend);
    }

    Result<> open()
    {
        auto opened = m_database.open();
        if (!opened && opened.error().fault == Fault::Internal)
            return opened;
        if (!opened)
            onLost(opened.error());
        else
            wake();
        return {};
    }

    // Records have come.
    void wake()
    {
        if (!m_work.isActive())
            m_work.start(gathering);
        if (!m_tend.isActive())
            m_tend.start(tending);
    }

    void answer(const SpendQuery &query, const std::function<void(Result<std::string>)> &done)
    {
        drain();
        if (!m_database.isOpen())
            return done(
                Failure {Error {Fault::ServiceUnavailable, "the database is away; what is spent is kept until it is back"}});
        auto answered = store::spendLogs(m_database.connection(), query);
        if (!answered)
            onLost(answered.error());
        done(std::move(answered));
    }

    void close()
    {
        m_work.stop();
        m_tend.stop();
        drain();
        m_database.close();
    }

private:
    void work()
    {
        m_journal.rearm();
        if (!m_tend.isActive())
            m_tend.start(tending);
        if (!m_database.isOpen()) {
            if (auto opened = m_database.open(); !opened)
                return onLost(opened.error());
            onFound();
        }
        if (bookSome())
            m_work.start(milliseconds(0));
    }

    void tend()
    {
        m_journal.tend();
        const bool isWritable = m_journal.isWritable();
        if (isWritable != m_wasWritable)
            m_say(!isWritable,
                isWritable ? "the journal can be written again"
                           : "the journal cannot be written (a full disk?); calls are refused");
        m_wasWritable = isWritable;
        if (!isWritable || m_journal.isDirty())
            m_tend.start(tending);
    }

    void drain()
    {
        for (int i = 0; i < batchesAtOnce && m_database.isOpen() && bookSome(); ++i) { }
    }

    // Whether there is more.
    bool bookSome()
    {
        const auto booked = book(m_journal, m_database);
        if (!booked) {
            onLost(booked.error());
            return false;
        }
        if (booked->lostBytes > 0)
            m_say(true, std::to_string(booked->lostBytes) + " bytes of the journal were torn or damaged and hold no receipt");
        return booked->hasMore;
    }

    void onLost(const Error &error)
    {
        if (!m_isLost)
            m_say(true, error.message + "; receipts wait in the journal and are booked when it is back");
        m_isLost = true;
        m_database.close();
        m_work.start(m_pause);
        m_pause = std::min(2 * m_pause, longestPause);
    }

    void onFound()
    {
        if (m_isLost)
            m_say(false, "the database is back");
        m_isLost = false;
        m_pause = firstPause;
    }

    Journal &m_journal;
    Database m_database;
    Say m_say;
    QTimer m_work, m_tend;
    milliseconds m_pause = firstPause;
    bool m_isLost = false;
    bool m_wasWritable = true;
};

namespace {

// Booking can wait and requests cannot: without this, a batch of it would hold up a worker on the same core for milliseconds. On
// Linux a thread has a nice value of its own.
void stepBack()
{
    constexpr int manners = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), manners);
}

} // namespace

Keeper::Keeper(Journal &journal)
    : m_journal(journal)
{
}

Keeper::~Keeper()
{
    stop();
}

Result<> Keeper::start(DatabaseAddress address, Say say)
{
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("store"));
    m_desk = std::make_unique<Desk>(m_journal, std::move(address), std::move(say));
    m_desk->moveToThread(m_thread.get());
    m_thread->start();
    Desk *desk = m_desk.get();
    Result<> opened;
    QMetaObject::invokeMethod(
        desk,
        [desk, &opened] {
            stepBack();
            opened = desk->open();
        },
        Qt::BlockingQueuedConnection);
    if (!opened) {
        stop();
        return opened;
    }
    m_journal.listen([desk] { QMetaObject::invokeMethod(desk, [desk] { desk->wake(); }); });
    return {};
}

void Keeper::stop()
{
    if (!m_desk)
        return;
    m_journal.listen({});
    Desk *desk = m_desk.get();
    QMetaObject::invokeMethod(
        desk, [desk] { desk->close(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
    m_desk.reset();
    m_thread.reset();
}

void Keeper::spendLogs(SpendQuery query, std::function<void(Result<std::string>)> done)
{
    if (!m_desk)
        return done(Failure {Error {Fault::ServiceUnavailable, "there is no store"}});
    Desk *desk = m_desk.get();
    QMetaObject::invokeMethod(
        desk, [desk, query = std::move(query), done = std::move(done)] { desk->answer(query, done); }, Qt::QueuedConnection);
}

} // namespace gatehouse::store
