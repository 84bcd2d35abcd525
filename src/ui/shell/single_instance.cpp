// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int patienceMs = 1000;

/// Sockets of other users must not be in the way, nor may other users be: the runtime directory is the user's alone.
QString socketName(const QString &dataDirectory)
{
    const QByteArray seed = (QDir::homePath() + u'\n' + QDir(dataDirectory).absolutePath()).toUtf8();
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(16));
    const QString directory = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString name = u"gatehouse-"_s + hash;
    return directory.isEmpty() ? name : QString(directory + u'/' + name);
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_name(socketName(dataDirectory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

bool SingleInstance::claim()
{
    if (tellTheFirst())
        return false;
    if (m_server.listen(m_name))
        return true;
    // Nobody answers, so the socket was left behind by one that died.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true; // even without a socket: better two windows than none
}

bool SingleInstance::tellTheFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write("raise\n");
    socket.waitForBytesWritten(patienceMs);
    socket.disconnectFromServer();
    return true;
}

void SingleInstance::welcome()
{
    while (QLocalSocket *visitor = m_server.nextPendingConnection()) {
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        Q_EMIT raiseWished(); // coming is the whole message
    }
}

} // namespace gatehouse::ui
