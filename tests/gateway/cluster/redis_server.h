// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cluster/redis_place.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace gatehouse::tests {

/// A real Redis on a port of its own, which keeps nothing on disk. Ends with it.
class RedisServer
{
public:
    /// Whether there is one to start; packaging/setup --for test installs it.
    static bool isInstalled() { return !QStandardPaths::findExecutable(QStringLiteral("redis-server")).isEmpty(); }

    explicit RedisServer(const QStringList &options = {})
        : m_options(options)
    {
        QTcpServer taken;
        taken.listen(QHostAddress::LocalHost);
        m_place.port = taken.serverPort();
        taken.close();
        start();
    }
    ~RedisServer() { stop(); }
    RedisServer(const RedisServer &) = delete;
    RedisServer &operator=(const RedisServer &) = delete;

    void start()
    {
        const QString port = QString::number(m_place.port);
        m_process.start(QStringLiteral("redis-server"),
            QStringList {QStringLiteral("--port"), port, QStringLiteral("--bind"), QStringLiteral("127.0.0.1"),
                QStringLiteral("--save"), QString(), QStringLiteral("--appendonly"), QStringLiteral("no")}
                + m_options);
        QVERIFY(QTest::qWaitFor([this] { return isListening(); }, 20'000));
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    cluster::RedisPlace place() const { return m_place; }

private:
    bool isListening() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_place.port));
        return socket.waitForConnected(200);
    }

    const QStringList m_options;
    cluster::RedisPlace m_place;
    QProcess m_process;
};

} // namespace gatehouse::tests
