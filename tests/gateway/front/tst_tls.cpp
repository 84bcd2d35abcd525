// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "gateway/front/epoll_dispatcher.h"
#include "gateway/front/server.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <memory>

using namespace gatehouse;
using namespace gatehouse::front;
using namespace std::chrono_literals;

class TestTls : public QObject
{
    Q_OBJECT

    struct House {
        House(const TestTls &test, const Limits &limits = {})
            : server(
                [this](wire::Request request, std::unique_ptr<wire::Reply> reply) {
                    requests.push_back(std::move(request));
                    replies.push_back(std::move(reply));
                },
                Listen {.host = "127.0.0.1",
                    .port = 0,
                    .certificateFile = test.path("cert.pem"),
                    .keyFile = test.path("key.pem"),
                    .limits = limits})
        {
            auto started = server.start();
            port = started ? *started : std::uint16_t(0);
        }
        std::deque<wire::Request> requests;
        std::deque<std::unique_ptr<wire::Reply>> replies;
        std::uint16_t port = 0;
        Server server;
    };

    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    static void connectTo(QSslSocket &socket, std::uint16_t port)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl() || QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("No TLS library or no openssl program");
        QVERIFY(openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
            QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
            QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"),
            m_folder.filePath(QStringLiteral("cert.pem"))}));
    }

    void aRequestGoesThereAndBack()
    {
        House house(*this);
        QVERIFY(house.port);
        QSslSocket client;
        connectTo(client, house.port);
        QTRY_VERIFY(client.isEncrypted());
        QVERIFY(client.sessionProtocol() == QSsl::TlsV1_2 || client.sessionProtocol() == QSsl::TlsV1_3);
        client.write("POST /tls HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        QTRY_COMPARE(house.replies.size(), std::size_t(1));
        QCOMPARE(house.requests[0].path, std::string("/tls"));
        QCOMPARE(house.requests[0].body, std::string("hello"));
        QCOMPARE(house.requests[0].peer, std::string("127.0.0.1"));
        house.replies[0]->send({200, {}}, "secret");
        QByteArray got;
        QTRY_VERIFY((got += client.readAll()).endsWith("secret"));
        client.write("GET /again HTTP/1.1\r\nHost: a\r\n\r\n"); // on the same connection
        QTRY_COMPARE(house.replies.size(), std::size_t(2));
    }

    void anRsaKeyWillDoToo()
    {
        const QString key = m_folder.filePath(QStringLiteral("rsa-key.pem")),
                      certificate = m_folder.filePath(QStringLiteral("rsa-cert.pem"));
        QVERIFY(openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
            QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), key,
            QStringLiteral("-out"), certificate}));
        Server server({},
            Listen {.host = "127.0.0.1",
                .port = 0,
                .certificateFile = path("rsa-cert.pem"),
                .keyFile = path("rsa-key.pem"),
                .limits = {}});
        const auto port = server.start();
        QVERIFY(port);
        QSslSocket client;
        connectTo(client, *port);
        QTRY_VERIFY(client.isEncrypted());
    }

    void tls11IsRefused()
    {
        House house(*this);
        QSslSocket client;
        QSslConfiguration old = client.sslConfiguration();
        QT_WARNING_PUSH QT_WARNING_DISABLE_DEPRECATED old.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        client.setSslConfiguration(old);
        connectTo(client, house.port);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!client.isEncrypted());
        QTRY_COMPARE(house.server.connections(), 0);
    }

    void aStreamWithALargeBodyArrives()
    {
        House house(*this);
        QSslSocket client;
        connectTo(client, house.port);
        client.write("GET / HTTP/1.0\r\n\r\n");
        QTRY_COMPARE(house.replies.size(), std::size_t(1));
        house.replies[0]->begin({200, {}});
        const std::string piece(1'000'000, 'p');
        for (int i = 0; i < 5; ++i)
            house.replies[0]->write(piece);
        QVERIFY(house.replies[0]->pending() > 0);
        house.replies[0]->end();
        QByteArray got;
        QTRY_VERIFY_WITH_TIMEOUT(
            (got += client.readAll()).size() > 5'000'000 && client.state() == QAbstractSocket::UnconnectedState, 20'000);
        QVERIFY(got.endsWith("ppp"));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        House house(*this);
        QSslSocket client;
        connectTo(client, house.port);
        client.write("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(house.replies.size(), std::size_t(1));
        house.replies[0]->send({200, {}}, "first");
        QTRY_COMPARE(house.replies.size(), std::size_t(2));
        house.replies[1]->send({200, {}}, "second");
        QByteArray got;
        QTRY_VERIFY((got += client.readAll()).endsWith("second"));
        QVERIFY(got.indexOf("first") < got.indexOf("second"));
    }

    void aClientThatLeavesIsNoticed()
    {
        struct Ears final : wire::ReplyListener {
            int gone = 0;
            void onClientGone() override { ++gone; }
            void onClientDrained() override { }
        } ears;
        House house(*this);
        auto client = std::make_unique<QSslSocket>();
        connectTo(*client, house.port);
        client->write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(house.replies.size(), std::size_t(1));
        house.replies[0]->begin({200, {}});
        house.replies[0]->listen(&ears);
        client->abort();
        QTRY_COMPARE(ears.gone, 1);
        house.replies.clear();
        QCOMPARE(house.server.connections(), 0);
    }

    void aRefusalArrives()
    {
        House house(*this);
        QSslSocket client;
        connectTo(client, house.port);
        client.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n");
        QByteArray got;
        QTRY_VERIFY((got += client.readAll()).startsWith("HTTP/1.1 413 "));
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

    void plainTextIsLeft()
    {
        House house(*this);
        Client client(house.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QVERIFY(house.requests.empty());
        QTRY_COMPARE(house.server.connections(), 0);
    }

    void aHandshakeThatNeverEndsIsLeft()
    {
        House house(*this, {.headerTime = 50ms});
        Client client(house.port, "\x16\x03\x01");
        QTRY_COMPARE(house.server.connections(), 1);
        QTRY_VERIFY(client.isClosed());
        QTRY_COMPARE(house.server.connections(), 0);
    }

    void aMissingOrBrokenFileIsAnError()
    {
        const auto errorOf = [](const std::string &certificate, const std::string &key) {
            Server server(
                {}, Listen {.host = "127.0.0.1", .port = 0, .certificateFile = certificate, .keyFile = key, .limits = {}});
            const auto result = server.start();
            return result ? std::string() : result.error().message;
        };
        QVERIFY(errorOf("/nowhere/cert.pem", path("key.pem")).find("/nowhere/cert.pem") != std::string::npos);
        QVERIFY(errorOf(path("cert.pem"), "/nowhere/key.pem").find("/nowhere/key.pem") != std::string::npos);
        QVERIFY(!errorOf(path("cert.pem"), {}).empty());
        QVERIFY(!errorOf(path("key.pem"), path("key.pem")).empty());   // no certificate in it
        QVERIFY(!errorOf(path("cert.pem"), path("cert.pem")).empty()); // no key in it
        QVERIFY(errorOf(path("cert.pem"), path("key.pem")).empty());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestTls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tls.moc"
