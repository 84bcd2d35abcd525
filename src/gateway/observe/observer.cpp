// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/observer.h"

#include "gateway/observe/post.h"
#include "gateway/observe/receipt_ring.h"

#include <QThread>

#include <utility>

namespace gatehouse::observe {

Observer::Observer() = default;

Observer::~Observer()
{
    stop();
}

void Observer::start(Surroundings surroundings)
{
    if (m_thread)
        return;
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("observer"));
    m_post = std::make_unique<Post>(*this);
    m_post->moveToThread(m_thread.get());
    m_thread->start();
    {
        const std::scoped_lock lock(m_lock);
        m_isOn = true;
    }
    QMetaObject::invokeMethod(
        m_post.get(), [post = m_post.get(), surroundings = std::move(surroundings)] { post->begin(surroundings); },
        Qt::QueuedConnection);
}

void Observer::stop()
{
    if (!m_thread)
        return;
    {
        const std::scoped_lock lock(m_lock);
        m_isOn = false;
    }
    QMetaObject::invokeMethod(
        m_post.get(), [post = m_post.get()] { post->end(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
    m_post.reset();
    m_thread.reset();
    const std::scoped_lock lock(m_lock);
    m_waiting = {};
    m_isAsleep = true;
}

void Observer::configure(std::shared_ptr<const Settings> settings)
{
    ask([settings = std::move(settings)](Lookout &lookout) { lookout.configure(settings); });
}

void Observer::tell(std::shared_ptr<const Receipt> receipt, std::shared_ptr<traffic::Capture> capture)
{
    m_events.count(*receipt);
    const std::scoped_lock lock(m_lock);
    if (!m_isOn)
        return;
    if (m_waiting.receipts.size() >= mostWaiting) {
        ++m_dropped;
        return;
    }
    m_waiting.receipts.push_back(std::move(receipt));
    if (capture)
        m_waiting.captures.push_back(std::move(capture));
    wake(false);
}

void Observer::tell(Signal signal)
{
    m_events.say(signal);
    const std::scoped_lock lock(m_lock);
    if (!m_isOn || m_waiting.signals.size() >= mostWaiting)
        return;
    m_waiting.signals.push_back(std::move(signal));
    wake(false);
}

void Observer::ask(std::function<void(Lookout &)> question)
{
    const std::scoped_lock lock(m_lock);
    if (!m_isOn)
        return;
    m_waiting.questions.push_back(std::move(question));
    wake(true);
}

std::size_t Observer::waiting() const
{
    const std::scoped_lock lock(m_lock);
    return m_waiting.receipts.size();
}

void Observer::tick()
{
    m_events.tick(m_ring ? m_ring->running() : 0);
}

// Under the lock.
void Observer::wake(bool isUrgent)
{
    if (!std::exchange(m_isAsleep, false) && !isUrgent)
        return;
    QMetaObject::invokeMethod(
        m_post.get(), [post = m_post.get(), isUrgent] { post->onWoken(isUrgent); }, Qt::QueuedConnection);
}

Observer::Waiting Observer::take()
{
    const std::scoped_lock lock(m_lock);
    m_isAsleep = m_waiting.isEmpty();
    return std::exchange(m_waiting, {});
}

} // namespace gatehouse::observe
