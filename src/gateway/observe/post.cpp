// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/post.h"

#include "gateway/observe/observer.h"

namespace gatehouse::observe {

namespace {

// Long enough to make thousands of receipts one wake-up, short enough for whoever watches live.
constexpr std::chrono::milliseconds pause {50};

} // namespace

void Post::begin(const Surroundings &surroundings)
{
    m_lookout = std::make_unique<Lookout>(surroundings);
    m_pause = std::make_unique<QTimer>();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pause);
    connect(m_pause.get(), &QTimer::timeout, this, &Post::look);
    m_second = std::make_unique<QTimer>();
    m_second->setInterval(std::chrono::seconds(1));
    connect(m_second.get(), &QTimer::timeout, this, [this] {
        m_lookout->onTick(Clock().wall());
        m_observer.tick();
    });
    m_second->start();
}

void Post::end()
{
    look();
    m_second.reset();
    m_pause.reset();
    m_lookout.reset();
}

void Post::onWoken(bool isUrgent)
{
    if (!m_lookout)
        return;
    if (isUrgent)
        look();
    else if (!m_pause->isActive())
        m_pause->start();
}

// While something comes it looks again after each pause; the first time that nothing has come it sleeps until it is woken.
void Post::look()
{
    if (!m_lookout)
        return;
    const Observer::Waiting waiting = m_observer.take();
    for (const auto &receipt : waiting.receipts)
        m_lookout->onReceipt(receipt);
    for (const auto &capture : waiting.captures)
        m_lookout->onCapture(*capture);
    for (const Signal &signal : waiting.signals)
        m_lookout->onSignal(signal);
    m_lookout->onAllSeen();
    for (const auto &question : waiting.questions)
        question(*m_lookout);
    if (!waiting.isEmpty())
        m_pause->start();
}

} // namespace gatehouse::observe
