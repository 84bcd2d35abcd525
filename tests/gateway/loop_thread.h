// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

/// A thread with an event loop, as a worker is one, and an object that lives on it.
class LoopThread
{
public:
    LoopThread()
    {
        m_object.moveToThread(&m_thread);
        m_thread.start();
    }
    ~LoopThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;

    QObject *object() { return &m_object; }
    QThread *thread() { return &m_thread; }
    /// Runs \a task there, behind what is in the thread's post already, and waits for it.
    void run(const std::function<void()> &task) { QMetaObject::invokeMethod(&m_object, task, Qt::BlockingQueuedConnection); }
    /// The same without waiting.
    void post(const std::function<void()> &task) { QMetaObject::invokeMethod(&m_object, task, Qt::QueuedConnection); }

private:
    QThread m_thread;
    QObject m_object; // outlives the thread's loop, and is destroyed before the thread
};
