// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/address.h"
#include "gateway/store/spend_logs.h"

#include <functional>
#include <memory>
#include <string>

class QThread;

namespace gatehouse::store {

class Journal;

/// The store's thread: brings the journal into SQL and answers questions about it. All SQL happens there, so a slow or lost
/// database delays what is asked of it and nothing else; it is tried again until it is back, and then catches up. Started and
/// stopped on one thread; asked from any.
class Keeper
{
public:
    using Say = std::function<void(bool isError, const std::string &message)>; ///< called on the store's thread

    explicit Keeper(Journal &journal);
    ~Keeper(); ///< stops
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;

    /// Starts behind an open journal. Fails where the database cannot be used whatever time passes; one that is away is waited
    /// for.
    Result<> start(DatabaseAddress address, Say say);
    /// Books what can be booked without waiting, and ends. Nothing may append or ask any more.
    void stop();

    /// \a done is called on the store's thread, with what was booked until then.
    void spendLogs(SpendQuery query, std::function<void(Result<std::string>)> done);

private:
    class Desk;
    Journal &m_journal;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QThread> m_thread; // before its desk is made, and after it is gone
};

} // namespace gatehouse::store
