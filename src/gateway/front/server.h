// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/front/connection.h"
#include "gateway/front/limits.h"
#include "gateway/front/response_head.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gatehouse::front {

class Listener;
class RequestParser;

/// Where to listen, and how.
struct Listen {
    std::string host = "127.0.0.1";       ///< an IPv4 or IPv6 address, "localhost", or empty for any
    std::uint16_t port = 4000;            ///< 0 = any free one
    std::string certificateFile, keyFile; ///< PEM; both set = HTTPS
    Limits limits;
    IsStreamed isStreamed = {}; ///< empty = every body is waited for
};

/// One HTTP server on one worker thread: takes clients in, guards what they send, and gives whole requests to the door.
/// Everything it owns lives on its thread, and nothing there needs a lock.
class Server : public QObject
{
    Q_OBJECT
public:
    Server(Door door, Listen listen, QObject *parent = nullptr);
    ~Server() override;

    /// Listens with SO_REUSEPORT, so that every worker has a server on the same port; returns the bound one.
    Result<std::uint16_t> start();
    /// Takes no more clients, lets go of the idle ones and ends every other after its answer.
    void stopAccepting();
    /// Clients that are connected now.
    int connections() const { return static_cast<int>(m_open); }

Q_SIGNALS:
    /// After stopAccepting(): the last client has gone.
    void emptied();

private:
    void adopt(int descriptor);
    void schedule(Connection &connection);
    void onTurn();
    void onClosed();
    void sweep();
    std::chrono::milliseconds sweepInterval() const;

    Listen m_listen;
    DateLine m_date;
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<RequestParser> m_parser;
    std::unique_ptr<char[]> m_scratch; // what every channel reads into; pages that no read has reached cost nothing
    ConnectionHost m_host;
    std::unordered_map<Connection *, std::unique_ptr<Connection>> m_connections;
    std::vector<Connection *> m_scheduled;
    std::size_t m_open = 0;
    QTimer m_sweeper;
};

} // namespace gatehouse::front
