// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/server.h"

#include "gateway/front/listener.h"
#include "gateway/front/plain_channel.h"
#include "gateway/front/request_parser.h"
#include "gateway/front/tls_channel.h"

#include <QMetaObject>

#include <algorithm>
#include <span>
#include <utility>

namespace gatehouse::front {

namespace {

constexpr std::size_t scratchSize = 256 * 1024;

} // namespace

Server::Server(Door door, Listen listen, QObject *parent)
    : QObject(parent)
    , m_listen(std::move(listen))
    , m_scratch(std::make_unique_for_overwrite<char[]>(scratchSize))
{
    m_host.limits = m_listen.limits;
    m_host.door = std::move(door);
    m_host.isStreamed = m_listen.isStreamed;
    m_host.date = &m_date;
    m_host.schedule = [this](Connection &connection) { schedule(connection); };
    m_host.closed = [this](Connection &) { onClosed(); };
    m_sweeper.setInterval(sweepInterval());
    connect(&m_sweeper, &QTimer::timeout, this, &Server::sweep);
}

Server::~Server()
{
    m_scheduled.clear();
    m_connections.clear();
}

Result<std::uint16_t> Server::start()
{
    if (!m_listen.certificateFile.empty() || !m_listen.keyFile.empty()) {
        auto tls = tlsConfiguration(m_listen.certificateFile, m_listen.keyFile);
        if (!tls)
            return Failure {tls.error()};
        m_tls = std::move(*tls);
    }
    m_listener = std::make_unique<Listener>([this](int descriptor) { adopt(descriptor); });
    auto port = m_listener->start(m_listen.host, m_listen.port);
    if (!port)
        return port;
    m_parser = std::make_unique<RequestParser>(*m_listener);
    m_host.parser = m_parser.get();
    return port;
}

void Server::adopt(int descriptor)
{
    auto connection = std::make_unique<Connection>(m_host);
    Connection &added = *connection;
    m_connections.emplace(&added, std::move(connection));
    ++m_open;
    const std::span scratch(m_scratch.get(), scratchSize);
    if (m_tls)
        added.open(std::make_unique<TlsChannel>(descriptor, *m_tls, added, scratch));
    else
        added.open(std::make_unique<PlainChannel>(descriptor, added, scratch));
    if (!m_sweeper.isActive())
        m_sweeper.start();
}

void Server::schedule(Connection &connection)
{
    m_scheduled.push_back(&connection);
    if (m_scheduled.size() == 1)
        QMetaObject::invokeMethod(this, &Server::onTurn, Qt::QueuedConnection);
}

void Server::onTurn()
{
    // A connection is deleted here only, and not before its turn is over: nobody else holds a pointer to it for longer.
    for (Connection *connection : std::exchange(m_scheduled, {})) {
        connection->onTurn();
        if (connection->isOver())
            m_connections.erase(connection);
    }
    if (m_connections.empty())
        m_sweeper.stop();
}

void Server::onClosed()
{
    --m_open;
    if (!m_open && m_host.stopping)
        QMetaObject::invokeMethod(this, &Server::emptied, Qt::QueuedConnection);
}

void Server::stopAccepting()
{
    if (std::exchange(m_host.stopping, true))
        return;
    if (m_listener)
        m_listener->stop();
    const bool wasEmpty = !m_open;
    for (const auto &[connection, owner] : m_connections)
        connection->stop();
    if (wasEmpty)
        QMetaObject::invokeMethod(this, &Server::emptied, Qt::QueuedConnection);
}

std::chrono::milliseconds Server::sweepInterval() const
{
    const Limits &limits = m_listen.limits;
    const auto shortest = std::min({limits.headerTime, limits.bodyIdle, limits.keepAliveIdle, limits.writeStall});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, std::chrono::milliseconds(5), std::chrono::seconds(1));
}

void Server::sweep()
{
    const auto now = Connection::Clock::now();
    for (const auto &[connection, owner] : m_connections)
        connection->sweep(now);
}

} // namespace gatehouse::front
