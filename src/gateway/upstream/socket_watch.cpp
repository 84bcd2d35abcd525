// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/socket_watch.h"

#include "gateway/upstream/engine.h"

#include <QEvent>

#include <curl/curl.h>

namespace gatehouse::upstream {

/// A notifier that calls its watch directly: a signal costs more than libcurl's own work on an event.
class SocketWatch::Notifier : public QSocketNotifier
{
public:
    Notifier(SocketWatch *watch, int socket, Type type)
        : QSocketNotifier(socket, type)
        , m_watch(watch)
    {
    }
    bool isFiring() const { return m_firing; }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        // When this call discards the notifier, deleteLater() keeps it alive until the stack is unwound.
        m_firing = true;
        m_watch->onActive(type());
        m_firing = false;
        return true;
    }

private:
    SocketWatch *m_watch;
    bool m_firing = false;
};

SocketWatch::~SocketWatch()
{
    discard(m_read);
    discard(m_write);
}

void SocketWatch::discard(Notifier *notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    if (notifier->isFiring())
        notifier->deleteLater();
    else
        delete notifier;
}

void SocketWatch::want(int what, Lane *lane)
{
    m_lane = lane;
    m_wanted = what;
    set(m_write, QSocketNotifier::Write, what & CURL_POLL_OUT);
    if (what & CURL_POLL_IN)
        set(m_read, QSocketNotifier::Read, true);
    else if (!m_kept)
        set(m_read, QSocketNotifier::Read, false);
}

void SocketWatch::release()
{
    want(CURL_POLL_NONE, m_lane);
}

void SocketWatch::set(Notifier *&notifier, QSocketNotifier::Type type, bool enabled)
{
    if (!notifier && enabled)
        notifier = new Notifier(this, m_socket, type);
    else if (notifier && notifier->isEnabled() != enabled)
        notifier->setEnabled(enabled);
}

void SocketWatch::onActive(QSocketNotifier::Type type)
{
    const bool reads = type == QSocketNotifier::Read;
    if (m_wanted & (reads ? CURL_POLL_IN : CURL_POLL_OUT))
        m_engine->onSocket(m_lane, m_socket, reads ? CURL_CSELECT_IN : CURL_CSELECT_OUT);
    else // paused, or an idle connection that its server closed: libcurl looks before it uses it again
        set(reads ? m_read : m_write, type, false);
}

} // namespace gatehouse::upstream
