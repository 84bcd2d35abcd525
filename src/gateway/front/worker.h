// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace gatehouse::front {

/// One worker thread with an epoll event loop. Made, started and stopped by the thread that owns it.
class Worker
{
public:
    /// \a begin runs on the worker thread when its loop starts, \a end there when the loop has ended: what the one
    /// builds the other destroys.
    Worker(QString name, std::function<void()> begin, std::function<void()> end);
    ~Worker(); ///< stops
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void start();
    /// Runs \a task on the worker thread, in order, without waiting for it. Before start() it is kept; after stop() it is
    /// dropped.
    void post(std::function<void()> task);
    /// Ends the loop, runs `end` and waits for the thread. Harmless when called twice.
    void stop();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
    std::unique_ptr<QObject> m_inbox; // lives on the worker thread; posted tasks have it as their context
};

} // namespace gatehouse::front
