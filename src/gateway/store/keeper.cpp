// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/keeper.h"

#include "gateway/store/desk.h"
#include "gateway/store/journal.h"

#include <QThread>

#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::store {

namespace {

// Booking can wait and requests cannot: without this, a batch of it would hold up a worker on the same core for milliseconds. On
// Linux a thread has a nice value of its own.
void stepBack()
{
    constexpr int manners = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), manners);
}

Failure<Error> noStore()
{
    return {Error {Fault::ServiceUnavailable, "there is no store"}};
}

} // namespace

Keeper::Keeper(Journal &journal, people::Directory &directory, limits::Ledger &ledger)
    : m_journal(journal)
    , m_directory(directory)
    , m_ledger(ledger)
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
    m_desk = std::make_unique<Desk>(
        Desk::Things {m_journal, m_directory, m_ledger, m_follow, m_standing}, std::move(address), std::move(say));
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

void Keeper::ask(Question question, std::function<void(Result<std::string>)> done)
{
    if (!m_desk)
        return done(noStore());
    Desk *desk = m_desk.get();
    QMetaObject::invokeMethod(
        desk, [desk, question = std::move(question), done = std::move(done)] { desk->answer(question, done); },
        Qt::QueuedConnection);
}

void Keeper::setRetention(const Retention &retention)
{
    if (!m_desk)
        return;
    Desk *desk = m_desk.get();
    QMetaObject::invokeMethod(
        desk, [desk, retention] { desk->setRetention(retention); }, Qt::QueuedConnection);
}

bool Keeper::isConnected() const
{
    return m_desk && m_desk->isConnected();
}

void Keeper::change(Edit edit)
{
    if (!m_desk)
        return edit.done(noStore());
    Desk *desk = m_desk.get();
    QMetaObject::invokeMethod(
        desk, [desk, edit = std::move(edit)] { desk->change(edit); }, Qt::QueuedConnection);
}

} // namespace gatehouse::store
