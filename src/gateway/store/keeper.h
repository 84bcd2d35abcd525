// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/draft.h"
#include "gateway/store/address.h"
#include "gateway/store/retention.h"

#include <functional>
#include <memory>
#include <string>

class QThread;

namespace gatehouse::limits {
class Ledger;
}

namespace gatehouse::store {

class Database;
class Desk;
class Journal;

/// A change of what is administered.
struct Edit {
    /// Drafts it on the store's thread, where nobody else changes anything meanwhile, and says what to answer. When it fails,
    /// nothing has happened.
    std::function<Result<std::string>(people::Draft &)> make;
    people::Author author = {};
    /// Called on the store's thread, when the change is in SQL and holds.
    std::function<void(Result<std::string>)> done;
};

/// The store's thread: brings the journal into SQL, answers questions about it, and keeps what is administered. All SQL happens
/// there, so a slow or lost database delays what is asked of it and nothing else; it is tried again until it is back, and then
/// catches up. Started and stopped on one thread; asked from any.
class Keeper
{
public:
    using Say = std::function<void(bool isError, const std::string &message)>; ///< called on the store's thread

    /// \a directory and \a ledger are filled from SQL, and told what changes there.
    Keeper(Journal &journal, people::Directory &directory, limits::Ledger &ledger);
    ~Keeper(); ///< stops
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;

    /// Is told, on the store's thread, of each change that somebody made here, when it holds. To be said before start().
    using Follow = std::function<void(const people::ChangeSet &)>;
    void follow(Follow follow) { m_follow = std::move(follow); }
    /// Is told, on the store's thread, when the database goes away (an error) and when it is back. To be said before start().
    void watchDatabase(Say standing) { m_standing = std::move(standing); }

    /// Starts behind an open journal. Fails where the database cannot be used whatever time passes; one that is away is waited
    /// for.
    Result<> start(DatabaseAddress address, Say say);
    /// Books what can be booked without waiting, and ends. Nothing may append or ask any more.
    void stop();

    /// Asked on the store's thread when all that was written until then is booked; its answer is JSON. One that fails with
    /// Fault::ServiceUnavailable has lost the database.
    using Question = std::function<Result<std::string>(Database &)>;
    /// \a done is called on the store's thread.
    void ask(Question question, std::function<void(Result<std::string>)> done);
    /// How long calls are kept, from now on.
    void setRetention(const Retention &retention);
    /// Whether the database was there when it was last needed.
    bool isConnected() const;
    void change(Edit edit);

private:
    Journal &m_journal;
    people::Directory &m_directory;
    limits::Ledger &m_ledger;
    Follow m_follow;
    Say m_standing;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QThread> m_thread; // before its desk is made, and after it is gone
};

} // namespace gatehouse::store
