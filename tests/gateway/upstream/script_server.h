// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/upstream/client.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <optional>

/// A provider played by a script: the test says what happens when a whole request has come. Lives in the test's thread.
class ScriptServer : public QTcpServer
{
public:
    using Script = std::function<void(QTcpSocket *socket, const QByteArray &request)>;

    explicit ScriptServer(Script script = {})
        : m_script(std::move(script))
    {
        if (!listen(QHostAddress::LocalHost, 0))
            qFatal("no port to listen on");
        connect(this, &QTcpServer::newConnection, this, &ScriptServer::takeConnections);
        setListenBacklogSize(4096);
    }

    std::string url(const char *path = "/v1/chat/completions") const { return "http://" + place() + path; }
    std::string place() const { return "127.0.0.1:" + std::to_string(serverPort()); }

    /// A whole answer with a Content-Length.
    static QByteArray answer(const QByteArray &body, const QByteArray &statusLine = "HTTP/1.1 200 OK")
    {
        return statusLine + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }

    int connections = 0;
    int disconnections = 0;
    QList<QByteArray> requests;
    QList<QPointer<QTcpSocket>> sockets;

private:
    void takeConnections()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            ++connections;
            sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { takeBytes(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                ++disconnections;
                socket->deleteLater();
            });
        }
    }

    void takeBytes(QTcpSocket *socket)
    {
        QByteArray &bytes = m_bytes[socket];
        bytes += socket->readAll();
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const qsizetype at = bytes.toLower().indexOf("\r\ncontent-length:");
        const qsizetype length =
            at < 0 || at > head ? 0 : bytes.mid(at + 17, bytes.indexOf('\r', at + 2) - at - 17).trimmed().toLongLong();
        if (bytes.size() < head + 4 + length)
            return;
        const QByteArray request = bytes;
        bytes.clear();
        requests.append(request);
        if (m_script)
            m_script(socket, request);
    }

    Script m_script;
    std::map<QTcpSocket *, QByteArray> m_bytes;
};

/// Writes down what a listener is told; hooks run inside the calls.
struct Recorder final : gatehouse::upstream::AttemptListener {
    int heads = 0, pieces = 0, ends = 0;
    int status = 0;
    gatehouse::wire::Headers headers;
    std::string body;
    std::size_t received = 0;
    bool keepsBody = true;
    std::optional<gatehouse::Result<>> outcome;
    std::unique_ptr<gatehouse::upstream::Attempt> attempt;
    std::function<void()> atHead, atBytes, atEnd;

    bool ended() const { return ends > 0; }
    bool succeeded() const { return outcome && outcome->has_value(); }
    bool failedWith(gatehouse::Fault fault) const { return outcome && !outcome->has_value() && outcome->error().fault == fault; }
    std::string message() const { return outcome && !outcome->has_value() ? outcome->error().message : std::string(); }
    bool says(const char *words) const { return message().find(words) != std::string::npos; }

    void onHead(int newStatus, gatehouse::wire::Headers newHeaders) override
    {
        ++heads;
        status = newStatus;
        headers = std::move(newHeaders);
        run(atHead);
    }
    void onBytes(std::string_view bytes) override
    {
        ++pieces;
        received += bytes.size();
        if (keepsBody)
            body += bytes;
        run(atBytes);
    }
    void onEnded(gatehouse::Result<> newOutcome) override
    {
        ++ends;
        outcome = std::move(newOutcome);
        run(atEnd);
    }

private:
    static void run(const std::function<void()> &hook)
    {
        if (hook)
            hook();
    }
};
