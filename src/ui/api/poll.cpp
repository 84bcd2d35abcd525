// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/poll.h"

#include "ui/session.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(30);

} // namespace

Poll::Poll(Session &session, const QString &path, std::chrono::milliseconds interval, QWidget *viewer)
    : QObject(viewer)
    , m_session(session)
    , m_viewer(viewer)
    , m_path(path)
    , m_interval(interval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Poll::ask);
    connect(&m_session, &Session::stateChanged, this, &Poll::ask);
    m_viewer->installEventFilter(this);
    m_timer.start(0); // once whoever made it has connected
}

void Poll::setQuery(const QUrlQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    ++m_epoch;
    ask();
}

void Poll::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    ++m_epoch;
    ask();
}

void Poll::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (m_timer.isActive())
        schedule();
}

void Poll::ask()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_timer.stop();
    if (!isSeen())
        return;
    m_asking = true;
    m_session.client().get(m_path, m_query, this, [this, epoch = m_epoch](const Answer &answer) { take(answer, epoch); });
}

bool Poll::isSeen() const
{
    return m_session.isRunning() && m_viewer->isVisible() && !m_viewer->window()->isMinimized();
}

void Poll::take(const Answer &answer, int epoch)
{
    m_asking = false;
    m_failures = answer.isOk() ? 0 : m_failures + 1;
    const bool again = m_again || epoch != m_epoch;
    m_again = false;
    if (epoch == m_epoch && answer.kind != Answer::Kind::Cancelled)
        Q_EMIT answered(answer);
    if (again)
        return ask();
    schedule();
}

void Poll::schedule()
{
    const auto wait = std::min(longestWait, m_interval * (1 << std::min(m_failures, 6)));
    m_timer.start(std::max(wait, std::min(m_interval, longestWait)));
}

bool Poll::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_timer.start(0);
    else if (event->type() == QEvent::Hide)
        m_timer.stop();
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse::ui
