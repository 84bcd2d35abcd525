// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "script_server.h"

#include <QTest>

#include <sys/socket.h>

using namespace gatehouse;
using namespace gatehouse::upstream;

namespace {

void play(QTcpSocket *socket, const QByteArray &bytes, bool thenClose = false)
{
    socket->write(bytes);
    if (thenClose)
        socket->disconnectFromHost();
}

QByteArray endlessHeader()
{
    QByteArray header = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 20'000; ++i)
        header += "X-Filler-" + QByteArray::number(i) + ": " + QByteArray(40, 'x') + "\r\n";
    return header;
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private:
    Client m_client {Settings {}};

    void send(Recorder &recorder, Outgoing outgoing) { recorder.attempt = m_client.send(std::move(outgoing), &recorder); }

private Q_SLOTS:
    void aPostArrivesWholeAndItsAnswerComesBack();
    void otherMethodsAreSentAsTheyAre_data();
    void otherMethodsAreSentAsTheyAre();
    void aLargeBodyArrivesWhole();
    void headersAboutTheConnectionAreNotPassedOn();
    void aHeaderWithALineBreakIsNotSent();
    void wholeAnswersComeHoweverTheyAreFramed_data();
    void wholeAnswersComeHoweverTheyAreFramed();
    void bytesThatArriveOneByOneMakeTheSameAnswer();
    void chunksThatArriveTogetherAreToldOnce();
    void brokenAnswersAreNeverASuccess_data();
    void brokenAnswersAreNeverASuccess();
    void aResetConnectionIsAnError();
    void anErrorBodyIsBounded();
    void aConnectionIsUsedAgain();
    void aConnectionThatTheServerClosedIsReplaced();
    void redirectsAreNotFollowed();
    void aRefusedConnectionNamesHostAndPort();
    void anUnknownHostIsAConnectionError();
    void addressesThatAreNotHttpAreRefusedAfterSend_data();
    void addressesThatAreNotHttpAreRefusedAfterSend();
    void eachRequestGoesWhereItsOwnAddressSays();
    void aControlCharacterInAFieldBecomesABlank();
    void messagesHoldNeitherQueryNorCredentials();
};

void TestClient::aPostArrivesWholeAndItsAnswerComesBack()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { play(socket, ScriptServer::answer("{\"ok\":true}")); });
    Recorder recorder;
    send(recorder,
        {.url = server.url("/v1/x?a=b"), .headers = {{"Authorization", "Bearer sk-1"}, {"X-Empty", ""}}, .body = "{\"q\":1}"});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.heads, 1);
    QCOMPARE(recorder.ends, 1);
    QCOMPARE(recorder.status, 200);
    QCOMPARE(recorder.headers.value("content-type"), std::string_view("application/json"));
    QCOMPARE(recorder.body, std::string("{\"ok\":true}"));
    const QByteArray request = server.requests.value(0);
    QVERIFY(request.startsWith("POST /v1/x?a=b HTTP/1.1\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n{\"q\":1}"));
    QVERIFY(request.contains("\r\nAuthorization: Bearer sk-1\r\n"));
    QVERIFY(request.contains("\r\nX-Empty:\r\n"));
    QVERIFY(request.contains("\r\nAccept-Encoding: identity\r\n"));
    QVERIFY(request.contains("\r\nContent-Length: 7\r\n"));
    QVERIFY(!request.contains("\r\nExpect:"));
    QVERIFY(!request.contains("\r\nContent-Type:"));
}

void TestClient::otherMethodsAreSentAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("get") << QByteArray("GET") << QByteArray();
    QTest::newRow("head") << QByteArray("HEAD") << QByteArray();
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray();
    QTest::newRow("delete with a body") << QByteArray("DELETE") << QByteArray("{}");
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("text");
    QTest::newRow("put without a body") << QByteArray("PUT") << QByteArray();
    QTest::newRow("post without a body") << QByteArray("POST") << QByteArray();
    QTest::newRow("get again") << QByteArray("GET") << QByteArray();
}

void TestClient::otherMethodsAreSentAsTheyAre()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        play(socket, method == "HEAD" ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" : ScriptServer::answer("hello"));
    });
    Recorder recorder;
    send(recorder, {.method = method.toStdString(), .url = server.url(), .body = body.toStdString()});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string(method == "HEAD" ? "" : "hello"));
    QVERIFY(server.requests.value(0).startsWith(QByteArray(method + " /v1/chat/completions HTTP/1.1\r\n")));
    QVERIFY(server.requests.value(0).endsWith(QByteArray("\r\n\r\n" + body)));
    const bool saysLength =
        server.requests.value(0).contains(QByteArray("\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
    QCOMPARE(saysLength, method.startsWith('P') || !body.isEmpty());
}

void TestClient::aLargeBodyArrivesWhole()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &request) {
        play(socket, ScriptServer::answer(QByteArray::number(request.size() - request.indexOf("\r\n\r\n") - 4)));
    });
    Recorder recorder;
    send(recorder, {.url = server.url(), .body = std::string(20'000'000, 'b')});
    QTRY_VERIFY_WITH_TIMEOUT(recorder.ended(), 20'000);
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.body, std::string("20000000"));
    QVERIFY(!server.requests.value(0).contains("Expect:"));
}

void TestClient::headersAboutTheConnectionAreNotPassedOn()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { play(socket, ScriptServer::answer("ok")); });
    Recorder recorder;
    send(recorder,
        {.url = server.url(),
            .headers = {{"Content-Length", "9999"}, {"Transfer-Encoding", "chunked"}, {"connection", "close"},
                {"Expect", "100-continue"}, {"Accept-Encoding", "gzip"}, {"X-Kept", "yes"}},
            .body = "abc"});
    QTRY_VERIFY(recorder.ended());
    const QByteArray request = server.requests.value(0);
    QVERIFY(request.contains("X-Kept: yes"));
    QVERIFY(request.contains("Content-Length: 3\r\n"));
    for (const char *gone : {"9999", "chunked", "close", "100-continue", "gzip"})
        QVERIFY2(!request.contains(gone), gone);
}

void TestClient::aHeaderWithALineBreakIsNotSent()
{
    ScriptServer server;
    Recorder recorder;
    send(recorder, {.url = server.url(), .headers = {{"X-Bad", "a\r\nX-Injected: b"}}});
    QVERIFY(!recorder.ended()); // never from inside send()
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::InvalidRequest));
    QVERIFY(recorder.says("X-Bad"));
    QVERIFY(!recorder.says("Injected"));
    QCOMPARE(server.connections, 0);
}

void TestClient::wholeAnswersComeHoweverTheyAreFramed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("content length") << ScriptServer::answer("hello") << false << 200 << QByteArray("hello");
    QTest::newRow("chunked") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
                             << false << 200 << QByteArray("hello");
    QTest::newRow("trailers") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Late: 1\r\n\r\n")
                              << false << 200 << QByteArray("hello");
    QTest::newRow("until the connection closes")
        << QByteArray("HTTP/1.0 200 OK\r\n\r\nhello") << true << 200 << QByteArray("hello");
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << false << 204 << QByteArray();
    QTest::newRow("empty") << ScriptServer::answer("") << false << 200 << QByteArray();
    QTest::newRow("interim heads") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\n" + ScriptServer::answer("hello"))
                                   << false << 200 << QByteArray("hello");
    QTest::newRow("no reason") << ScriptServer::answer("hello", "HTTP/1.1 429") << false << 429 << QByteArray("hello");
    QTest::newRow("identity") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello")
                              << false << 200 << QByteArray("hello");
    QTest::newRow("lines without carriage return")
        << QByteArray("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello") << false << 200 << QByteArray("hello");
}

void TestClient::wholeAnswersComeHoweverTheyAreFramed()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { play(socket, answer, closes); });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.heads, 1);
    QCOMPARE(recorder.status, status);
    QCOMPARE(recorder.body, body.toStdString());
    QVERIFY(!recorder.headers.has("X-Hint"));
    QVERIFY(!recorder.headers.has("X-Late"));
}

void TestClient::bytesThatArriveOneByOneMakeTheSameAnswer()
{
    const QByteArray answer =
        "HTTP/1.1 200 OK\r\nX-A:  spaced \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    qsizetype sent = 0;
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [&, socket] {
            if (sent < answer.size())
                socket->write(answer.mid(sent++, 1));
        });
        socket->write(answer.mid(sent++, 1));
    });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.headers.value("x-a"), std::string_view("spaced"));
    QCOMPARE(recorder.body, std::string("hello"));
}

void TestClient::chunksThatArriveTogetherAreToldOnce()
{
    QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 100; ++i)
        answer += "7\r\ndata: x\r\n";
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { play(socket, answer + "0\r\n\r\n"); });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.ended());
    QCOMPARE(recorder.received, std::size_t(700));
    QVERIFY2(recorder.pieces < 10, QByteArray::number(recorder.pieces));
}

void TestClient::brokenAnswersAreNeverASuccess_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QByteArray() << QByteArray("without an answer");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << QByteArray("127.0.0.1");
    QTest::newRow("cut before its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
                                           << QByteArray("before the end");
    QTest::newRow("cut inside a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhello")
                                        << QByteArray("before the end");
    QTest::newRow("cut before the last chunk")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n") << QByteArray("before the end");
    QTest::newRow("chunk size is garbage") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n")
                                           << QByteArray("127.0.0.1");
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QByteArray("not valid HTTP");
    QTest::newRow("garbage status") << QByteArray("HTTP/1.1 abc Hello\r\n\r\nhello") << QByteArray("127.0.0.1");
    QTest::newRow("a header without end") << endlessHeader() << QByteArray("header is longer than 256 KiB");
    QTest::newRow("one huge header") << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(1'000'000, 'x'))
                                     << QByteArray("127.0.0.1");
    QTest::newRow("a NUL in the header") << QByteArray("HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n", 26) << QByteArray("127.0.0.1");
    QTest::newRow("compressed") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab")
                                << QByteArray("compressed (gzip)");
    QTest::newRow("compressed in transfer") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")
                                            << QByteArray("transfer encoding");
    QTest::newRow("switching protocols") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nhello")
                                         << QByteArray("switches protocols");
}

void TestClient::brokenAnswersAreNeverASuccess()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, words);
    ScriptServer server([&](QTcpSocket *socket, const QByteArray &) { play(socket, answer, true); });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.failedWith(Fault::ApiConnection), recorder.message().c_str());
    QVERIFY2(recorder.says(words.constData()), recorder.message().c_str());
    QVERIFY2(recorder.says(server.place().c_str()), recorder.message().c_str());
    QCOMPARE(recorder.ends, 1);
}

void TestClient::aResetConnectionIsAnError()
{
    for (const QByteArray &answer : {QByteArray("HTTP/1.1 200 OK\r\n\r\nhel"), QByteArray()}) {
        ScriptServer server;
        Recorder recorder;
        send(recorder, {.url = server.url()});
        QTRY_COMPARE(server.requests.size(), 1);
        QTcpSocket *socket = server.sockets.value(0);
        socket->write(answer);
        socket->flush();
        QTRY_COMPARE(recorder.received, std::size_t(answer.isEmpty() ? 0 : 3));
        const linger reset {1, 0};
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        socket->abort();
        QTRY_VERIFY(recorder.ended());
        QVERIFY(recorder.failedWith(Fault::ApiConnection));
        QVERIFY2(recorder.says(answer.isEmpty() ? "before it answered" : "before the end"), recorder.message().c_str());
    }
}

void TestClient::anErrorBodyIsBounded()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) {
        play(socket, ScriptServer::answer(QByteArray(300'000, 'e'), "HTTP/1.1 500 Oops"));
    });
    Client client(Settings {.maxErrorBody = 100'000});
    Recorder recorder;
    recorder.attempt = client.send({.url = server.url()}, &recorder);
    QTRY_VERIFY(recorder.ended());
    QCOMPARE(recorder.status, 500);
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QVERIFY(recorder.received <= 100'000);
}

void TestClient::aConnectionIsUsedAgain()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { play(socket, ScriptServer::answer("ok")); });
    for (int i = 0; i < 5; ++i) {
        Recorder recorder;
        send(recorder, {.url = server.url(), .body = "x"});
        QTRY_VERIFY(recorder.succeeded());
    }
    QCOMPARE(server.requests.size(), 5);
    QCOMPARE(server.connections, 1);
}

void TestClient::aConnectionThatTheServerClosedIsReplaced()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { play(socket, ScriptServer::answer("ok"), true); });
    for (int i = 1; i <= 3; ++i) {
        Recorder recorder;
        send(recorder, {.url = server.url(), .body = "x"});
        QTRY_VERIFY(recorder.ended());
        QVERIFY2(recorder.succeeded(), recorder.message().c_str());
        QCOMPARE(server.connections, i);
    }
}

void TestClient::redirectsAreNotFollowed()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) {
        play(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.succeeded());
    QCOMPARE(recorder.status, 302);
    QCOMPARE(server.requests.size(), 1);
}

void TestClient::aRefusedConnectionNamesHostAndPort()
{
    Recorder recorder;
    send(recorder, {.url = "http://127.0.0.1:1/v1/chat?key=secret"});
    QVERIFY(!recorder.ended());
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QCOMPARE(recorder.message(), std::string("Connection refused by 127.0.0.1:1"));
    QCOMPARE(recorder.heads, 0);
}

void TestClient::anUnknownHostIsAConnectionError()
{
    Recorder recorder;
    send(recorder, {.url = "http://nowhere.invalid/"});
    QTRY_VERIFY_WITH_TIMEOUT(recorder.ended(), 60'000);
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    QVERIFY2(recorder.says("nowhere.invalid:80"), recorder.message().c_str());
}

void TestClient::addressesThatAreNotHttpAreRefusedAfterSend_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url :
        {"file:///etc/passwd", "127.0.0.1:1/v1", "api.provider.invalid/v1", "ftp://127.0.0.1/x", "gopher://127.0.0.1:1/x", "",
            "http://", "http://a b/", "::::", "http://127.0.0.1:99999/", "http://127.0.0.1/a\r\nX-Injected: 1"})
        QTest::newRow(url) << QByteArray(url);
}

void TestClient::addressesThatAreNotHttpAreRefusedAfterSend()
{
    QFETCH(QByteArray, url);
    Recorder recorder;
    send(recorder, {.url = url.toStdString()});
    QVERIFY(!recorder.ended());
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.failedWith(Fault::InvalidRequest), recorder.message().c_str());
}

void TestClient::eachRequestGoesWhereItsOwnAddressSays()
{
    const auto answer = [](QTcpSocket *socket, const QByteArray &) { play(socket, ScriptServer::answer("ok")); };
    ScriptServer one(answer), other(answer);
    for (const std::string &url : {one.url("/a?b=c"), other.url("/d"), std::string("http://a b/"), one.url("/e%20f?g=h%2Fi")}) {
        Recorder recorder;
        send(recorder, {.url = url});
        QTRY_VERIFY(recorder.ended());
        QCOMPARE(recorder.succeeded(), url != "http://a b/");
    }
    QCOMPARE(one.requests.size(), 2);
    QCOMPARE(other.requests.size(), 1);
    QVERIFY(one.requests.value(0).startsWith("POST /a?b=c HTTP/1.1\r\n"));
    QVERIFY(other.requests.value(0).startsWith("POST /d HTTP/1.1\r\n"));
    QVERIFY(one.requests.value(1).startsWith("POST /e%20f?g=h%2Fi HTTP/1.1\r\n"));
}

void TestClient::aControlCharacterInAFieldBecomesABlank()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) {
        play(socket,
            "HTTP/1.1 200 OK\r\nX-Odd: a\x01"
            "b\x7f"
            "c\r\nX-Tab: a\tb\r\nContent-Length: 2\r\n\r\nok");
    });
    Recorder recorder;
    send(recorder, {.url = server.url()});
    QTRY_VERIFY(recorder.ended());
    QVERIFY2(recorder.succeeded(), recorder.message().c_str());
    QCOMPARE(recorder.headers.value("x-odd"), std::string_view("a b c"));
    QCOMPARE(recorder.headers.value("x-tab"), std::string_view("a\tb"));
}

void TestClient::messagesHoldNeitherQueryNorCredentials()
{
    ScriptServer server([](QTcpSocket *socket, const QByteArray &) { play(socket, "garbage", true); });
    Recorder recorder;
    send(recorder,
        {.url = "http://user:hunter2@" + server.place() + "/path/sk-9?key=topsecret",
            .headers = {{"Authorization", "Bearer sk-1"}}});
    QTRY_VERIFY(recorder.ended());
    QVERIFY(recorder.failedWith(Fault::ApiConnection));
    for (const char *secret : {"hunter2", "user", "sk-9", "topsecret", "sk-1"})
        QVERIFY2(!recorder.says(secret), recorder.message().c_str());
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
