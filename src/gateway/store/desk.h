// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/limits/ledger.h"
#include "gateway/store/database.h"
#include "gateway/store/keeper.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstdint>

namespace gatehouse::store {

/// What lives on the store's thread; the Keeper is its door.
class Desk : public QObject
{
public:
    /// What it works on.
    struct Things {
        Journal &journal;
        people::Directory &directory;
        limits::Ledger &ledger;
        Keeper::Follow follow = {};
        Keeper::Say standing = {}; ///< see Keeper::watchDatabase()
    };
    Desk(Things things, DatabaseAddress address, Keeper::Say say);

    /// Fails where the database cannot be used whatever time passes.
    Result<> open();
    /// Records have come.
    void wake();
    void answer(const Keeper::Question &question, const std::function<void(Result<std::string>)> &done);
    void change(const Edit &edit);
    void setRetention(const Retention &retention);
    bool isConnected() const { return m_isConnected; } ///< from any thread
    void close();

private:
    Result<> connectToDatabase();
    Result<> read();
    void work();
    void tend();
    void pulse();
    void clean();
    bool isThere(const std::function<void(Result<std::string>)> &done);
    Result<std::string> commit(const Edit &edit);
    void publish(const people::ChangeSet &set);
    Result<> catchUp();
    void drain();
    bool bookSome();
    Result<> beginPeriods();
    void onLost(const Error &error);
    void onFound();

    Things m_with;
    Clock m_clock;
    Database m_database;
    Keeper::Say m_say;
    QTimer m_work, m_tend, m_pulse, m_clean;
    Retention m_retention = {};
    std::atomic<bool> m_isConnected {false};
    std::chrono::milliseconds m_pause;
    std::vector<limits::Rolled> m_periods; // that SQL does not know of yet
    std::int64_t m_revision = 0;           // up to which the directory is the database's
    bool m_isRead = false;
    bool m_isLost = false;
    bool m_wasWritable = true;
};

} // namespace gatehouse::store
