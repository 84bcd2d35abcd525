// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>

#include <cstdint>
#include <optional>

/// A client of the tests: sends bytes as they are and cuts what comes back into answers. Lives on the test's thread.
class Client
{
public:
    explicit Client(std::uint16_t port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] {
            if (!m_deaf)
                received += socket.readAll();
        });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    explicit Client(std::uint16_t port, const QByteArray &bytes)
        : Client(port)
    {
        send(bytes);
    }

    void send(const QByteArray &bytes)
    {
        (void)QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
        socket.write(bytes);
        socket.flush();
    }
    /// Stops reading, so that what is sent fills the kernel's buffers.
    void goDeaf()
    {
        m_deaf = true;
        socket.setReadBufferSize(1);
    }
    void hearAgain()
    {
        m_deaf = false;
        socket.setReadBufferSize(0);
        received += socket.readAll();
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    struct Answer {
        int status = 0;
        QByteArray head;
        QByteArray body;
        QByteArray field(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.toLower().startsWith(QByteArray(name + ": ")))
                    return line.mid(name.size() + 2).trimmed();
            }
            return {};
        }
    };
    /// The next whole answer, waited for; without a status when none comes. \a isHead: it has no body.
    Answer next(bool isHead = false)
    {
        std::optional<Answer> answer;
        (void)QTest::qWaitFor(
            [&] { return (answer = cut(isHead)).has_value() || (isClosed() && socket.bytesAvailable() == 0); }, 10'000);
        return answer.value_or(Answer {});
    }

    QTcpSocket socket;
    QByteArray received; // and not yet cut

private:
    std::optional<Answer> cut(bool isHead)
    {
        const qsizetype headEnd = received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return std::nullopt;
        Answer answer;
        answer.head = received.left(headEnd + 2);
        answer.status = answer.head.mid(9, 3).toInt();
        qsizetype at = headEnd + 4;
        const bool hasBody = !isHead && answer.status >= 200 && answer.status != 204 && answer.status != 304;
        if (hasBody && answer.field("transfer-encoding") == "chunked") {
            at = readChunks(at, answer.body);
        } else if (hasBody && !answer.field("content-length").isEmpty()) {
            const qsizetype length = answer.field("content-length").toLongLong();
            answer.body = received.mid(at, length);
            at = answer.body.size() == length ? at + length : -1;
        } else if (hasBody) {
            answer.body = received.mid(at);
            at = isClosed() ? received.size() : -1;
        }
        if (at < 0)
            return std::nullopt;
        received.remove(0, at);
        return answer;
    }
    qsizetype readChunks(qsizetype at, QByteArray &body) const
    {
        for (;;) {
            const qsizetype lineEnd = received.indexOf("\r\n", at);
            if (lineEnd < 0)
                return -1;
            const qsizetype size = received.mid(at, lineEnd - at).toLongLong(nullptr, 16);
            if (received.size() < lineEnd + 2 + size + 2)
                return -1;
            body += received.mid(lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
            if (!size)
                return at;
        }
    }

    bool m_deaf = false;
};
