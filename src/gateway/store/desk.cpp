// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/desk.h"

#include "gateway/store/booking.h"
#include "gateway/store/journal.h"
#include "gateway/store/records.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::store {

namespace {

using std::chrono::milliseconds;
constexpr milliseconds gathering {100}; // receipts that come together are booked together
constexpr milliseconds tending {250};
constexpr milliseconds beat {1000}; // in which periods begin, and changes by other programs are seen
constexpr milliseconds firstPause {500}, longestPause {30'000};
constexpr int batchesAtOnce = 50; // before a question is answered, and at the end

// Names of accounts hold what callers wrote.
std::string printable(std::string text)
{
    for (char &c : text)
        c = static_cast<unsigned char>(c) < ' ' || c == 127 ? '?' : c;
    return text;
}

} // namespace

Desk::Desk(Things things, DatabaseAddress address, Keeper::Say say)
    : m_with(std::move(things))
    , m_database(std::move(address))
    , m_say(std::move(say))
    , m_work(this)
    , m_tend(this)
    , m_pulse(this)
    , m_clean(this)
    , m_pause(firstPause)
{
    for (QTimer *timer : {&m_work, &m_tend, &m_clean})
        timer->setSingleShot(true);
    m_pulse.setInterval(beat);
    connect(&m_work, &QTimer::timeout, this, &Desk::work);
    connect(&m_tend, &QTimer::timeout, this, &Desk::tend);
    connect(&m_pulse, &QTimer::timeout, this, &Desk::pulse);
    connect(&m_clean, &QTimer::timeout, this, &Desk::clean);
}

Result<> Desk::open()
{
    m_pulse.start();
    auto opened = connectToDatabase();
    if (!opened && opened.error().fault == Fault::Internal)
        return opened;
    if (!opened)
        onLost(opened.error());
    else
        wake();
    return {};
}

Result<> Desk::connectToDatabase()
{
    if (auto opened = m_database.open(); !opened)
        return opened;
    m_isConnected = true;
    return m_isRead ? Result<> {} : read();
}

// The journal first, so that what was spent before the start is in the accounts.
Result<> Desk::read()
{
    drain();
    if (!m_database.isOpen())
        return Failure {Error {Fault::ServiceUnavailable, "the database went away while it was read"}};
    if (auto caughtUp = catchUp(); !caughtUp)
        return caughtUp;
    if (auto loaded = loadAccounts(m_with.ledger, m_database); !loaded)
        return loaded;
    m_isRead = true;
    m_with.directory.setLoaded();
    return {};
}

// What other programs on this database, or an earlier life of this one, have changed.
Result<> Desk::catchUp()
{
    auto revision = changedSince(m_revision, m_database);
    if (!revision)
        return Failure {revision.error()};
    m_with.directory.apply(revision->changes);
    m_revision = revision->number;
    return {};
}

void Desk::wake()
{
    if (!m_work.isActive())
        m_work.start(gathering);
    if (!m_tend.isActive())
        m_tend.start(tending);
}

bool Desk::isThere(const std::function<void(Result<std::string>)> &done)
{
    drain();
    if (m_database.isOpen())
        return true;
    done(Failure {Error {Fault::ServiceUnavailable, "the database is away; what is spent is kept until it is back"}});
    return false;
}

void Desk::answer(const Keeper::Question &question, const std::function<void(Result<std::string>)> &done)
{
    if (!isThere(done))
        return;
    auto answered = question(m_database);
    if (!answered && answered.error().fault == Fault::ServiceUnavailable)
        onLost(answered.error());
    done(std::move(answered));
}

void Desk::change(const Edit &edit)
{
    if (!isThere(edit.done))
        return;
    edit.done(commit(edit));
}

Result<std::string> Desk::commit(const Edit &edit)
{
    if (auto caughtUp = catchUp(); !caughtUp) {
        onLost(caughtUp.error());
        return Failure {caughtUp.error()};
    }
    people::Draft draft(m_with.directory);
    auto answer = edit.make(draft);
    const people::ChangeSet set = draft.changes(edit.author);
    if (!answer || set.isEmpty())
        return answer;
    const auto revision = write(set, m_with.directory, m_clock.wall(), m_database);
    if (!revision) {
        onLost(revision.error());
        return Failure {revision.error()};
    }
    // Another program may have been quicker by one; it is read again then, with this.
    if (*revision == m_revision + 1)
        m_revision = *revision;
    publish(set);
    return answer;
}

void Desk::publish(const people::ChangeSet &set)
{
    for (const people::AccountChange &change : set.accounts) {
        if (change.isGone)
            m_with.ledger.forget(change.account);
        if (change.spent)
            m_with.ledger.setSpent(change.account, *change.spent);
        if (change.isRescheduled)
            m_with.ledger.schedule(change.account, change.schedule, change.resetAt);
    }
    m_with.directory.apply(set.records);
    if (m_with.follow)
        m_with.follow(set);
}

void Desk::setRetention(const Retention &retention)
{
    m_retention = retention;
    m_clean.start(milliseconds(0));
}

// A slice at a time, so that what is booked and asked in the meantime waits for no more than that.
void Desk::clean()
{
    if (!m_retention.isAsked())
        return;
    constexpr milliseconds breath {20};
    constexpr std::chrono::seconds aMinute {60}, aDay {86'400};
    const auto removed = m_database.isOpen() ? removeOld(m_database, m_retention, m_clock.wall()) : Result<bool>(false);
    if (!removed)
        onLost(removed.error());
    const auto pause = std::clamp(m_retention.interval, std::chrono::seconds(1), m_retention.megabytes ? aMinute : aDay);
    m_clean.start(removed && *removed ? breath : milliseconds(pause));
}

void Desk::close()
{
    for (QTimer *timer : {&m_work, &m_tend, &m_pulse, &m_clean})
        timer->stop();
    drain();
    if (m_database.isOpen())
        (void)beginPeriods();
    m_database.close();
}

void Desk::work()
{
    m_with.journal.rearm();
    if (!m_tend.isActive())
        m_tend.start(tending);
    if (!m_database.isOpen()) {
        if (auto opened = connectToDatabase(); !opened)
            return onLost(opened.error());
        onFound();
    }
    if (bookSome())
        m_work.start(milliseconds(0));
}

void Desk::tend()
{
    Journal &journal = m_with.journal;
    journal.tend();
    const bool isWritable = journal.isWritable();
    if (isWritable != m_wasWritable)
        m_say(!isWritable,
            isWritable ? "the journal can be written again" : "the journal cannot be written (a full disk?); calls are refused");
    m_wasWritable = isWritable;
    if (!isWritable || journal.isDirty())
        m_tend.start(tending);
}

void Desk::pulse()
{
    for (const limits::Softened &each : m_with.ledger.takeSoftened())
        m_say(false,
            "soft budget reached: " + printable(each.name) + " has spent " + dollars(each.spent) + " of " + dollars(each.soft)
                + " dollars");
    if (!m_database.isOpen())
        return;
    auto done = beginPeriods();
    if (done && m_database.isShared())
        done = catchUp();
    if (!done)
        onLost(done.error());
}

// Before anything is booked that belongs to them.
Result<> Desk::beginPeriods()
{
    auto rolled = m_with.ledger.roll(m_clock.wall());
    std::move(rolled.begin(), rolled.end(), std::back_inserter(m_periods));
    if (m_periods.empty())
        return {};
    auto written = writePeriods(m_periods, m_database);
    if (written)
        m_periods.clear();
    return written;
}

void Desk::drain()
{
    for (int i = 0; i < batchesAtOnce && m_database.isOpen() && bookSome(); ++i) { }
}

// Whether there is more.
bool Desk::bookSome()
{
    if (auto begun = beginPeriods(); !begun) {
        onLost(begun.error());
        return false;
    }
    const auto booked = book(m_with.journal, m_database);
    if (!booked) {
        onLost(booked.error());
        return false;
    }
    if (booked->lostBytes > 0)
        m_say(true, std::to_string(booked->lostBytes) + " bytes of the journal were torn or damaged and hold no receipt");
    for (const BookedAccount &account : booked->accounts)
        m_with.ledger.booked(account.name, booked->isOwn ? account.added : Money {}, account.total);
    return booked->hasMore;
}

void Desk::onLost(const Error &error)
{
    if (!m_isLost)
        m_say(true, error.message + "; receipts wait in the journal and are booked when it is back");
    if (!m_isLost && m_with.standing)
        m_with.standing(true, error.message);
    m_isLost = true;
    m_isConnected = false;
    m_database.close();
    m_work.start(m_pause);
    m_pause = std::min(2 * m_pause, longestPause);
}

void Desk::onFound()
{
    if (m_isLost)
        m_say(false, "the database is back");
    if (m_isLost && m_with.standing)
        m_with.standing(false, "the database is back");
    m_isLost = false;
    m_pause = firstPause;
}

} // namespace gatehouse::store
