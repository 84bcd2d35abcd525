// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "script_server.h"

#include <QTest>
#include <QTimer>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::upstream;
using namespace std::chrono_literals;

namespace {

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

/// Lets the loop run until an attempt of its own to a silent server has timed out: a wait without a wall clock of ours.
void letTimePass(Client &client, std::chrono::milliseconds time)
{
    ScriptServer silent;
    Recorder recorder;
    recorder.attempt = client.send({.url = silent.url(), .timeouts = {.firstByte = time}}, &recorder);
    QTRY_VERIFY(recorder.ended());
}

} // namespace

/// Time-outs, back-pressure, cancelling and numbers.
class TestAttempt : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Client> m_client;

    void send(Recorder &recorder, Outgoing outgoing) { recorder.attempt = m_client->send(std::move(outgoing), &recorder); }

private Q_SLOTS:
    void initTestCase();
    void init() { m_client = std::make_unique<Client>(Settings {}); }

    void aConnectionThatIsNotTakenTimesOut();
    void anAnswerThatDoesNotBeginTimesOut();
    void anIdleBodyTimesOut();
    void aBodyThatKeepsComingIsNotIdle();
    void aSlowBodyMeetsTheTotalTimeout();
    void timeoutsThatAreMetDoNothing();
    void aPausedAttemptIsNotIdle();
    void aPausedAttemptStillMeetsItsTotalTimeout();
    void aPausedAttemptTakesNoMoreAndGoesOnAfterwards();
    void pausingBeforeTheHeadHoldsTheBodyBack();
    void theEndWaitsForAPausedListener();
    void pauseAndResumeInsideACallbackLoseNothing();
    void cancellingClosesTheConnectionAtOnce_data();
    void cancellingClosesTheConnectionAtOnce();
    void anythingMayDieInsideACallback_data();
    void anythingMayDieInsideACallback();
    void anotherAttemptMayDieInsideACallback();
    void aListenerMaySendAgainInsideItsEnd();
    void attemptsOutliveTheClientHarmlessly();
    void aThousandAttemptsRunAtOnce();
    void manyStreamsHeldDoNotHoldUpOthers();
};

void TestAttempt::initTestCase()
{
    rlimit files {};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

void TestAttempt::aConnectionThatIsNotTakenTimesOut()
{
    // A listener whose queue is full drops further attempts silently.
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(listen(listener, 0), 0);
    getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    QList<int> fillers;
    for (int i = 0; i < 3; ++i) {
        fillers.append(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        (void)::connect(fillers.last(), reinterpret_cast<sockaddr *>(&address), size);
    }
    const std::string place = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    Recorder recorder;
    send(recorder, {.url = "http://" + place + "/", .timeouts = {.connect = 150ms}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::Timeout));
    QCOMPARE(recorder.message(), "The connect time-out of 150 ms passed: no connection to " + place);
    for (int filler : fillers)
        ::close(filler);
    ::close(listener);
}

void TestAttempt::anAnswerThatDoesNotBeginTimesOut()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write("HTTP/1.1 200 OK\r\nX-Half: "); });
    Recorder recorder;
    send(recorder, {.url = server.url(), .timeouts = {.firstByte = 100ms, .idle = 10s, .total = 20s}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::Timeout));
    QVERIFY2(recorder.says("first byte time-out of 100 ms"), recorder.message().c_str());
    QVERIFY2(recorder.says(server.place().c_str()), recorder.message().c_str());
    QCOMPARE(recorder.heads, 0);
    QTRY_COMPARE(server.disconnections, 1);
}

void TestAttempt::anIdleBodyTimesOut()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(streamHead + "5\r\nhello\r\n"); });
    Recorder recorder;
    send(recorder, {.url = server.url(), .timeouts = {.firstByte = 10s, .idle = 100ms, .total = 20s}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::Timeout));
    QVERIFY2(recorder.says("idle time-out of 100 ms"), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string("hello"));
}

void TestAttempt::aBodyThatKeepsComingIsNotIdle()
{
    QTimer beat;
    int beats = 0;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(streamHead);
        QObject::connect(&beat, &QTimer::timeout, socket, [&, socket] {
            socket->write(++beats < 20 ? "1\r\nx\r\n" : "0\r\n\r\n");
            if (beats == 20)
                beat.stop();
        });
        beat.start(20ms);
    });
    Recorder recorder;
    send(recorder, {.url = server.url(), .timeouts = {.idle = 250ms}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.received, std::size_t(19));
}

void TestAttempt::aSlowBodyMeetsTheTotalTimeout()
{
    QTimer beat;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(streamHead);
        QObject::connect(&beat, &QTimer::timeout, socket, [socket] { socket->write("1\r\nx\r\n"); });
        beat.start(10ms);
    });
    Recorder recorder;
    send(recorder, {.url = server.url(), .timeouts = {.firstByte = 5s, .idle = 5s, .total = 200ms}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::Timeout));
    QVERIFY2(recorder.says("total time-out of 200 ms"), recorder.message().c_str());
    QVERIFY(recorder.received > 0);
}

void TestAttempt::timeoutsThatAreMetDoNothing()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
    const Timeouts limits {.connect = 80ms, .firstByte = 80ms, .idle = 80ms, .total = 80ms};
    Recorder first, second;
    send(first, {.url = server.url(), .timeouts = limits});
    QTRY_VERIFY(first.succeeded());
    letTimePass(*m_client, 200ms);
    QCOMPARE(first.ends, 1);
    send(second, {.url = server.url(), .timeouts = limits});
    QTRY_VERIFY(second.succeeded());
    QCOMPARE(server.connections, 1);
}

void TestAttempt::aPausedAttemptIsNotIdle()
{
    QPointer<QTcpSocket> client;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        client = socket;
        socket->write(streamHead + "5\r\nhello\r\n");
    });
    Recorder recorder;
    recorder.atBytes = [&] { recorder.attempt->pause(); };
    send(recorder, {.url = server.url(), .timeouts = {.idle = 60ms}});
    QTRY_COMPARE(recorder.body, std::string("hello"));
    letTimePass(*m_client, 250ms);
    QVERIFY(!recorder.ended());
    recorder.atBytes = {};
    recorder.attempt->resume();
    client->write("2\r\n!!\r\n0\r\n\r\n");
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string("hello!!"));
}

void TestAttempt::aPausedAttemptStillMeetsItsTotalTimeout()
{
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { socket->write(streamHead + "5\r\nhello\r\n"); });
    Recorder recorder;
    recorder.atHead = [&] { recorder.attempt->pause(); };
    send(recorder, {.url = server.url(), .timeouts = {.total = 100ms}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::Timeout));
    QCOMPARE(recorder.pieces, 0);
}

void TestAttempt::aPausedAttemptTakesNoMoreAndGoesOnAfterwards()
{
    constexpr std::size_t whole = 64'000'000;
    QPointer<QTcpSocket> client;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        client = socket;
        socket->write(ScriptServer::answer(QByteArray(whole, 'z')));
    });
    Recorder recorder;
    recorder.keepsBody = false;
    recorder.atBytes = [&] { recorder.attempt->pause(); };
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.received > 0);
    letTimePass(*m_client, 300ms);
    const std::size_t whilePaused = recorder.received;
    QVERIFY2(whilePaused < 1'000'000, QByteArray::number(qulonglong(whilePaused)));
    QVERIFY(client->bytesToWrite() > qint64(whole / 2)); // the rest waits at the server, but for what the kernel holds
    recorder.atBytes = {};
    recorder.attempt->resume();
    QTRY_VERIFY_WITH_TIMEOUT(recorder.ended(), 20'000);
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.received, whole);
}

void TestAttempt::pausingBeforeTheHeadHoldsTheBodyBack()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("hello")); });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    recorder.attempt->pause();
    QTRY_COMPARE(recorder.heads, 1);
    letTimePass(*m_client, 100ms);
    QCOMPARE(recorder.pieces, 0);
    QVERIFY(!recorder.ended());
    recorder.attempt->resume();
    QCOMPARE(recorder.pieces, 0); // not from inside resume()
    QTRY_VERIFY(recorder.succeeded());
    QCOMPARE(recorder.body, std::string("hello"));
}

void TestAttempt::theEndWaitsForAPausedListener()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("hello")); });
    Recorder recorder;
    recorder.atHead = [&] { recorder.attempt->pause(); };
    send(recorder, {.url = server.url()});
    QTRY_COMPARE(recorder.heads, 1);
    letTimePass(*m_client, 100ms);
    QCOMPARE(recorder.pieces, 0);
    QVERIFY(!recorder.ended());
    recorder.attempt->resume();
    QTRY_VERIFY(recorder.succeeded());
    QCOMPARE(recorder.body, std::string("hello"));
}

void TestAttempt::pauseAndResumeInsideACallbackLoseNothing()
{
    constexpr std::size_t whole = 5'000'000;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(streamHead);
        for (std::size_t i = 0; i < whole / 1000; ++i)
            socket->write("3e8\r\n" + QByteArray(1000, 'c') + "\r\n");
        socket->write("0\r\n\r\n");
    });
    Recorder recorder;
    recorder.keepsBody = false;
    recorder.atBytes = [&] {
        recorder.attempt->pause();
        if (recorder.pieces % 2)
            recorder.attempt->resume();
        else
            QTimer::singleShot(0, this, [&] { recorder.attempt->resume(); });
    };
    send(recorder, {.url = server.url()});
    QTRY_VERIFY_WITH_TIMEOUT(recorder.ended(), 20'000);
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.received, whole);
}

void TestAttempt::cancellingClosesTheConnectionAtOnce_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("before the head") << QByteArray();
    QTest::newRow("mid-stream") << QByteArray(streamHead + "5\r\nhello\r\n");
}

void TestAttempt::cancellingClosesTheConnectionAtOnce()
{
    QFETCH(QByteArray, answer);
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { socket->write(answer); });
    Recorder recorder;
    send(recorder, {.url = server.url(), .timeouts = {.firstByte = 30s}});
    QTRY_COMPARE(server.requests.size(), 1);
    QTRY_COMPARE(recorder.received, std::size_t(answer.isEmpty() ? 0 : 5));
    recorder.attempt.reset();
    QTRY_COMPARE(server.disconnections, 1);
    QCOMPARE(recorder.ends, 0);
}

void TestAttempt::anythingMayDieInsideACallback_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<bool>("client");
    for (const char *where : {"head", "bytes", "end", "failure"}) {
        QTest::addRow("attempt in %s", where) << QByteArray(where) << false;
        QTest::addRow("client in %s", where) << QByteArray(where) << true;
    }
}

void TestAttempt::anythingMayDieInsideACallback()
{
    QFETCH(QByteArray, where);
    QFETCH(bool, client);
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("hello")); });
    Recorder recorder, bystander;
    bool done = false;
    const auto kill = [&] {
        done = true;
        if (client)
            m_client.reset();
        else
            recorder.attempt.reset();
    };
    (where == "head" ? recorder.atHead : where == "bytes" ? recorder.atBytes : recorder.atEnd) = kill;
    send(bystander, {.url = server.url()});
    send(recorder, {.url = where == "failure" ? "http://127.0.0.1:1/" : server.url()});
    QTRY_VERIFY(done);
    QTRY_COMPARE(server.disconnections, client ? server.connections : server.disconnections);
    if (!client) {
        QTRY_VERIFY(bystander.succeeded());
        letTimePass(*m_client, 20ms);
    }
    QCOMPARE(recorder.ends, where == "end" || where == "failure" ? 1 : 0);
    QCOMPARE(recorder.pieces, where == "bytes" || where == "end" ? 1 : 0);
}

void TestAttempt::anotherAttemptMayDieInsideACallback()
{
    // Both answers stand ready in one turn of the loop; the first listener cancels the second.
    ScriptServer server;
    Recorder recorders[2];
    for (int i = 0; i < 2; ++i) {
        recorders[i].atHead = [&recorders, i] { recorders[1 - i].attempt.reset(); };
        send(recorders[i], {.url = server.url()});
    }
    QTRY_COMPARE(server.requests.size(), 2);
    for (const auto &socket : server.sockets) {
        socket->write(ScriptServer::answer("hello"));
        socket->flush();
    }
    QTRY_VERIFY(recorders[0].ended() || recorders[1].ended());
    letTimePass(*m_client, 20ms);
    QCOMPARE(recorders[0].heads + recorders[1].heads, 1);
    QCOMPARE(recorders[0].ends + recorders[1].ends, 1);
}

void TestAttempt::aListenerMaySendAgainInsideItsEnd()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(ScriptServer::answer("ok")); });
    Recorder recorder;
    recorder.atEnd = [&] {
        if (recorder.ends < 50)
            send(recorder, {.url = recorder.ends % 5 ? server.url() : "http://127.0.0.1:1/"});
    };
    send(recorder, {.url = server.url()});
    QTRY_COMPARE(recorder.ends, 50);
    QCOMPARE(server.connections, 1);
}

void TestAttempt::attemptsOutliveTheClientHarmlessly()
{
    ScriptServer server;
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_COMPARE(server.requests.size(), 1);
    m_client.reset();
    QTRY_COMPARE(server.disconnections, 1);
    recorder.attempt->pause();
    recorder.attempt->resume();
    recorder.attempt.reset();
    QCOMPARE(recorder.ends, 0);
}

void TestAttempt::aThousandAttemptsRunAtOnce()
{
    // Nobody is answered before everybody has asked.
    std::vector<QTcpSocket *> waiting;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { waiting.push_back(socket); });
    std::vector<Recorder> recorders(1000);
    for (std::size_t i = 0; i < recorders.size(); ++i)
        send(recorders[i], {.url = server.url(), .body = std::to_string(i)});
    QTRY_COMPARE_WITH_TIMEOUT(waiting.size(), recorders.size(), 30'000);
    QCOMPARE(server.connections, 1000);
    for (std::size_t i = 0; i < waiting.size(); ++i)
        waiting[i]->write(
            ScriptServer::answer(server.requests[qsizetype(i)].mid(server.requests[qsizetype(i)].indexOf("\r\n\r\n") + 4)));
    for (std::size_t i = 0; i < recorders.size(); ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(recorders[i].ended(), 30'000);
        QVERIFY2(recorders[i].succeeded(), recorders[i].message().c_str());
        QCOMPARE(recorders[i].body, std::to_string(i));
    }
}

void TestAttempt::manyStreamsHeldDoNotHoldUpOthers()
{
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &request) {
        socket->write(request.contains("held") ? streamHead + "1\r\nx\r\n" : ScriptServer::answer("ok"));
    });
    std::vector<Recorder> held(300);
    for (Recorder &recorder : held)
        send(recorder, {.url = server.url("/held")});
    for (Recorder &recorder : held)
        QTRY_COMPARE(recorder.received, std::size_t(1));
    for (int i = 0; i < 20; ++i) {
        Recorder recorder;
        send(recorder, {.url = server.url("/quick")});
        QTRY_VERIFY(recorder.succeeded());
    }
    QCOMPARE(server.connections, 301); // one that all the quick ones shared
    held.clear();
    QTRY_COMPARE(server.disconnections, 300);
}

QTEST_GUILESS_MAIN(TestAttempt)
#include "tst_attempt.moc"
