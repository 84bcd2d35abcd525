// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/worker.h"

#include "gateway/front/epoll_dispatcher.h"

#include <QMetaObject>

namespace gatehouse::front {

class Worker::Thread final : public QThread
{
public:
    Thread(std::function<void()> begin, std::function<void()> end)
        : m_begin(std::move(begin))
        , m_end(std::move(end))
    {
    }

protected:
    void run() override
    {
        if (m_begin)
            m_begin();
        exec();
        if (m_end)
            m_end();
    }

private:
    std::function<void()> m_begin, m_end;
};

Worker::Worker(QString name, std::function<void()> begin, std::function<void()> end)
    : m_thread(std::make_unique<Thread>(std::move(begin), std::move(end)))
    , m_inbox(std::make_unique<QObject>())
{
    m_thread->setObjectName(name);
    m_inbox->moveToThread(m_thread.get());
}

Worker::~Worker()
{
    stop();
}

void Worker::start()
{
    m_thread->setEventDispatcher(new EpollDispatcher); // becomes the thread's own; not sooner, or it stays behind unused
    m_thread->start();
}

void Worker::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(m_inbox.get(), std::move(task), Qt::QueuedConnection);
}

void Worker::stop()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace gatehouse::front
