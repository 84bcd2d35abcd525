// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSocketNotifier>

#include <memory>

namespace gatehouse::upstream {

class Engine;
class Lane;

/// What the event loop watches of one socket of libcurl's. Owned by the Engine, one for each open socket.
class SocketWatch
{
public:
    SocketWatch(Engine *engine, int socket)
        : m_engine(engine)
        , m_socket(socket)
    {
    }
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    /// The socket is a connection's, which says when it closes: reading may stay switched on between two requests, which
    /// spares two system calls each.
    void keep() { m_kept = true; }
    bool isKept() const { return m_kept; }
    /// \a what is one of libcurl's CURL_POLL_ values, asked for by \a lane.
    void want(int what, Lane *lane);
    /// libcurl lets go of the socket for now.
    void release();

private:
    class Notifier;

    void onActive(QSocketNotifier::Type type);
    void set(Notifier *&notifier, QSocketNotifier::Type type, bool enabled);
    static void discard(Notifier *notifier);

    Engine *m_engine;
    int m_socket;
    int m_wanted = 0;
    bool m_kept = false;
    Lane *m_lane = nullptr;
    Notifier *m_read = nullptr;
    Notifier *m_write = nullptr;
};

} // namespace gatehouse::upstream
