// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "script_server.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::upstream;
using namespace std::chrono_literals;

namespace {

/// What a test knows of a source that the transfer owns.
struct Tap {
    std::string waiting; ///< given, and not yet read
    bool hasEnded = false;
    std::optional<Error> error;
    wire::BodyListener *listener = nullptr;
    bool isAlive = false;
    std::size_t read = 0;

    void give(std::string_view bytes)
    {
        waiting += bytes;
        tell();
    }
    void end()
    {
        hasEnded = true;
        tell();
    }
    void fail(Error why)
    {
        error = std::move(why);
        tell();
    }
    void tell() const
    {
        if (listener)
            listener->onBodyReady();
    }
};

class TapSource final : public wire::BodySource
{
public:
    TapSource(Tap &tap, std::optional<std::uint64_t> length)
        : m_tap(tap)
        , m_length(length)
    {
        m_tap.isAlive = true;
    }
    ~TapSource() override
    {
        m_tap.isAlive = false;
        m_tap.listener = nullptr;
    }
    Result<wire::BodyPiece> read(std::span<char> room) override
    {
        if (m_tap.error)
            return Failure {*m_tap.error};
        const std::size_t size = std::min(room.size(), m_tap.waiting.size());
        std::copy_n(m_tap.waiting.data(), size, room.data());
        m_tap.waiting.erase(0, size);
        m_tap.read += size;
        return wire::BodyPiece {size, !size && m_tap.hasEnded};
    }
    std::optional<std::uint64_t> length() const override { return m_length; }
    void listen(wire::BodyListener *listener) override { m_tap.listener = listener; }

private:
    Tap &m_tap;
    std::optional<std::uint64_t> m_length;
};

/// A provider that keeps what comes, whole requests or not.
class Ear : public QTcpServer
{
public:
    Ear()
    {
        if (!listen(QHostAddress::LocalHost, 0))
            qFatal("no port to listen on");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                ++connections;
                last = socket;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    if (!isDeaf)
                        heard += socket->readAll();
                });
                connect(socket, &QTcpSocket::disconnected, this, [this] { ++disconnections; });
            }
        });
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(serverPort()) + "/up"; }
    void answer(const QByteArray &bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") const
    {
        last->write(bytes);
        last->flush();
    }
    bool hears(const char *words) const { return heard.contains(words); }

    QByteArray heard;
    QPointer<QTcpSocket> last;
    int connections = 0, disconnections = 0;
    bool isDeaf = false;
};

} // namespace

/// Bodies that are sent as they come.
class TestSending : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Client> m_client;
    Tap m_tap;

    void send(Recorder &recorder, const Ear &ear, std::optional<std::uint64_t> length, Timeouts timeouts = {})
    {
        m_tap = {};
        Outgoing outgoing {.url = ear.url(), .timeouts = timeouts};
        outgoing.upload = std::make_unique<TapSource>(m_tap, length);
        recorder.attempt = m_client->send(std::move(outgoing), &recorder);
    }

private Q_SLOTS:
    void init() { m_client = std::make_unique<Client>(Settings {}); }

    void aKnownLengthIsSaidAndTheBodyGoesAsItComes()
    {
        Ear ear;
        Recorder recorder;
        send(recorder, ear, 10);
        QTRY_VERIFY(ear.hears("Content-Length: 10\r\n"));
        QVERIFY(!ear.hears("chunked"));
        m_tap.give("hello");
        QTRY_VERIFY(ear.heard.endsWith("\r\n\r\nhello"));
        m_tap.give("world");
        m_tap.end();
        QTRY_VERIFY(ear.heard.endsWith("\r\n\r\nhelloworld"));
        ear.answer();
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(recorder.body, std::string("ok"));
        QVERIFY(!m_tap.isAlive);
    }

    void anUnknownLengthGoesInChunks()
    {
        Ear ear;
        Recorder recorder;
        send(recorder, ear, std::nullopt);
        QTRY_VERIFY(ear.hears("Transfer-Encoding: chunked\r\n"));
        QVERIFY(!ear.hears("Content-Length"));
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("5\r\nhello\r\n"));
        m_tap.end();
        QTRY_VERIFY(ear.heard.endsWith("0\r\n\r\n"));
        ear.answer();
        QTRY_VERIFY(recorder.succeeded());
    }

    void aLargeBodyArrivesAtThePaceOfItsReader()
    {
        Ear ear;
        ear.isDeaf = true;
        Recorder recorder;
        const std::string piece(1024 * 1024, 'x');
        send(recorder, ear, 32 * piece.size());
        QTRY_VERIFY(ear.last);
        ear.last->setReadBufferSize(1000);
        for (int i = 0; i < 32; ++i)
            m_tap.give(piece);
        m_tap.end();
        // What the kernel's buffers take has been read, and the rest stays with the source.
        QTRY_VERIFY(m_tap.read > 0);
        QVERIFY(m_tap.waiting.size() > 16 * piece.size());
        ear.isDeaf = false;
        ear.last->setReadBufferSize(0);
        ear.heard += ear.last->readAll();
        QTRY_COMPARE(std::size_t(ear.heard.count('x')), 32 * piece.size());
        ear.answer();
        QTRY_VERIFY(recorder.succeeded());
    }

    void theNextRequestMayHaveAnOrdinaryBody()
    {
        Ear ear;
        Recorder recorder, next;
        send(recorder, ear, 2);
        m_tap.give("ab");
        m_tap.end();
        QTRY_VERIFY(ear.heard.endsWith("ab"));
        ear.answer();
        QTRY_VERIFY(recorder.succeeded());
        ear.heard.clear();
        next.attempt = m_client->send({.url = ear.url(), .body = "ordinary"}, &next);
        QTRY_VERIFY(ear.heard.endsWith("\r\n\r\nordinary"));
        QVERIFY(ear.hears("Content-Length: 8\r\n"));
        ear.answer();
        QTRY_VERIFY(next.succeeded());
        QCOMPARE(ear.connections, 1);
    }

    void anAnswerBeforeTheEndIsHeard_data()
    {
        QTest::addColumn<bool>("hasLength");
        QTest::addColumn<QByteArray>("framing");
        for (const bool hasLength : {false, true}) {
            QTest::addRow("closed, %d", hasLength) << hasLength << QByteArray("Connection: close\r\nContent-Length: 5\r\n");
            QTest::addRow("kept, %d", hasLength) << hasLength << QByteArray("Content-Length: 5\r\n");
        }
    }

    void anAnswerBeforeTheEndIsHeard()
    {
        QFETCH(bool, hasLength);
        QFETCH(QByteArray, framing);
        Ear ear;
        Recorder recorder;
        send(recorder, ear, hasLength ? std::optional<std::uint64_t>(1000) : std::nullopt);
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("hello"));
        ear.answer("HTTP/1.1 413 Too Large\r\n" + framing + "\r\nlarge");
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(recorder.status, 413);
        QCOMPARE(recorder.body, std::string("large"));
        QVERIFY(!m_tap.isAlive);
        QTRY_COMPARE(ear.disconnections, 1); // a connection with half a request on it is of no use
    }

    void aSourceThatFailsEndsTheAttempt()
    {
        Ear ear;
        Recorder recorder;
        send(recorder, ear, 10);
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("hello"));
        m_tap.fail({Fault::RequestTooLarge, "no disk is so large"});
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::RequestTooLarge));
        QCOMPARE(recorder.message(), std::string("no disk is so large"));
        QTRY_COMPARE(ear.disconnections, 1);
    }

    void cancellingClosesTheConnection()
    {
        Ear ear;
        Recorder recorder;
        send(recorder, ear, 10);
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("hello"));
        recorder.attempt.reset();
        QVERIFY(!m_tap.isAlive);
        QTRY_COMPARE(ear.disconnections, 1);
        QCOMPARE(recorder.ends, 0);
    }

    void aConnectionThatBreaksInBetweenIsAFailure()
    {
        Ear ear;
        Recorder recorder;
        send(recorder, ear, 10);
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("hello"));
        ear.last->abort();
        m_tap.give("wor");
        QTRY_VERIFY(m_tap.waiting.empty());
        m_tap.give("ld");
        m_tap.end();
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::ApiConnection));
    }

    void theClockDoesNotRunWhileTheSourceIsWaitedFor()
    {
        Ear ear;
        Recorder recorder, other;
        send(recorder, ear, 10, {.firstByte = 50ms, .total = 60ms});
        m_tap.give("hello");
        QTRY_VERIFY(ear.hears("hello"));
        // Another attempt of the same patience times out meanwhile, more than once.
        for (int i = 0; i < 3; ++i) {
            Recorder silent;
            silent.attempt = m_client->send({.url = ear.url(), .timeouts = {.firstByte = 50ms}}, &silent);
            QTRY_VERIFY(silent.ended());
        }
        QVERIFY(!recorder.ended());
        m_tap.give("world");
        m_tap.end();
        // And from here on it does.
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::Timeout));
        QVERIFY2(recorder.says("first byte time-out of 50 ms"), recorder.message().c_str());
    }

    void aProviderThatTakesNothingTimesOut()
    {
        Ear ear;
        ear.isDeaf = true;
        Recorder recorder;
        const std::string all(64 * 1024 * 1024, 'x');
        send(recorder, ear, all.size(), {.firstByte = 100ms});
        QTRY_VERIFY(ear.last);
        ear.last->setReadBufferSize(1000);
        m_tap.give(all);
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::Timeout));
        QVERIFY2(recorder.says("took nothing of the request"), recorder.message().c_str());
    }
};

QTEST_GUILESS_MAIN(TestSending)
#include "tst_sending.moc"
