// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "gateway/front/epoll_dispatcher.h"
#include "gateway/front/server.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <deque>
#include <memory>
#include <set>
#include <sys/resource.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::front;
using namespace std::chrono_literals;

namespace {

/// A server whose door keeps what comes, or answers at once.
struct House {
    struct Visit {
        wire::Request request;
        std::unique_ptr<wire::Reply> reply;
    };

    explicit House(const Limits &limits = {}, bool answers = true)
        : server(
            [this, answers](wire::Request request, std::unique_ptr<wire::Reply> reply) {
                if (answers)
                    reply->send({200, {{"content-type", "text/plain"}}}, request.path);
                visits.push_back({std::move(request), std::move(reply)});
            },
            Listen {.host = "127.0.0.1", .port = 0, .certificateFile = {}, .keyFile = {}, .limits = limits})
    {
        auto started = server.start();
        port = started ? *started : std::uint16_t(0);
    }

    std::deque<Visit> visits;
    std::uint16_t port = 0;
    Server server;
};

QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /post HTTP/1.1\r\nHost: test\r\n" + fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace

class TestServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestIsCopiedOutWhole();
    void oddTargetsArriveAsTheyWereMeant();
    void whatWasAskedBeforeArrivesAsTheFirstTime();
    void noNumberOfDoorsIsTooLarge();
    void manyHeadersArriveAll();
    void aHeadByteByByteIsUnderstood();
    void aConnectionIsKept();
    void methodsAreTold();
    void headIsAnsweredWithoutBody();
    void pipelinedRequestsAreAnsweredInOrder();
    void thousandsOfPipelinedRequestsAreAnsweredInOrder();
    void theNextRequestWaitsForTheEndOfTheAnswer();
    void aPipeliningClientCannotMakeUsBufferWithoutBound();
    void aMegabyteOfHeadersIsRefused();
    void aBodyOf200MegabytesIsRefusedBeforeItIsSent();
    void aRefusalArrivesThoughTheClientGoesOnSending();
    void lengthAndTransferEncodingTogetherAreRefused();
    void aRefusalIsJsonAndClosesTheConnection();
    void aRefusedRequestIsNotSeenByTheDoor();
    void aRequestBehindARefusedOneIsNotAnswered();
    void aChunkedBodyIsJoined();
    void aLargeBodyArrives();
    void aBadChunkIsRefused();
    void http10IsAnsweredAndClosed();
    void connectionCloseIsHonoured();
    void continueIsSentToWhoWaitsForIt();
    void aHeadThatDoesNotEndIsRefusedInTime();
    void aHeadThatDripsIsRefusedInTime();
    void aBodyThatStallsIsRefusedInTime();
    void anIdleConnectionIsClosedSilently();
    void aConnectionThatNeverAsksIsClosedSilently();
    void anIdleConnectionIsNotClosedEarly();
    void aClientThatLeavesMidRequestIsForgotten();
    void theServerForgetsClosedConnections();
    void twoServersShareAPort();
    void aPortThatIsTakenIsAnError();
    void aHostThatIsNoAddressIsAnError();
    void ipv6IsServed();
    void stoppingClosesIdleConnectionsAndRefusesNewOnes();
    void stoppingAnswersWhatWasAskedAlready();
    void runningOutOfDescriptorsIsSurvived();
};

void TestServer::aRequestIsCopiedOutWhole()
{
    House house;
    QByteArray request = "POST /v1/caf%C3%A9%20x?a=b%20c&d=%2F HTTP/1.1\r\nHost: h:1\r\nX-One: 1\r\nAuthorization:  Bearer k \r\n"
                         "X-One: 2\r\nContent-Length: 4\r\n\r\nbo";
    request.append('\0').append('y');
    const auto before = std::chrono::steady_clock::now();
    Client client(house.port, request);
    QCOMPARE(client.next().status, 200);
    const wire::Request &got = house.visits.at(0).request;
    QVERIFY(got.method == wire::Method::Post);
    QCOMPARE(got.path, std::string("/v1/caf\xc3\xa9 x"));
    QCOMPARE(got.query, std::string("a=b%20c&d=%2F"));
    QCOMPARE(got.queryValue("d"), std::string("/"));
    QCOMPARE(std::string(got.headers.value("authorization")), std::string("Bearer k"));
    QCOMPARE(std::string(got.headers.value("host")), std::string("h:1"));
    QCOMPARE(std::count_if(got.headers.begin(), got.headers.end(), [](const auto &field) { return field.name == "X-One"; }), 2);
    QCOMPARE(got.body, std::string("bo\0y", 4));
    QVERIFY(got.body.capacity() >= got.body.size() + SocketGuard::padding);
    QCOMPARE(got.peer, std::string("127.0.0.1"));
    QVERIFY(got.receivedAt >= before && got.receivedAt <= std::chrono::steady_clock::now());
}

void TestServer::oddTargetsArriveAsTheyWereMeant()
{
    House house;
    Client client(house.port);
    const std::vector<std::array<std::string, 3>> cases {
        {"//v1/models", "//v1/models", ""},
        {"/a//b", "/a//b", ""},
        {"/a/../b/./c", "/a/../b/./c", ""},
        {"/a%2Fb", "/a/b", ""},
        {"/100%", "/100%", ""},
        {"/%zz", "/%zz", ""},
        {"/a|b{c}\"d\"", "/a|b{c}\"d\"", ""},
        {"/sch\xc3\xb6n", "/sch\xc3\xb6n", ""},
        {"/?", "/", ""},
        {"/a?b?c", "/a", "b?c"},
        {"/a:b@c", "/a:b@c", ""},
        {"http://other:99/path?q", "/path", "q"},
    };
    for (const auto &[target, path, query] : cases) {
        client.send(get(QByteArray::fromStdString(target)));
        QCOMPARE(client.next().status, 200);
        QCOMPARE(house.visits.back().request.path, path);
        QCOMPARE(house.visits.back().request.query, query);
    }
}

void TestServer::whatWasAskedBeforeArrivesAsTheFirstTime()
{
    House house;
    Client client(house.port);
    for (const QByteArray number : {"1", "2"}) {
        client.send(get("/caf%C3%A9", "X-Number: " + number + "\r\n"));
        QCOMPARE(client.next().status, 200);
        const wire::Request &got = house.visits.back().request;
        QVERIFY(got.method == wire::Method::Get);
        QCOMPARE(got.path, std::string("/caf\xc3\xa9"));
        QCOMPARE(got.rawPath, std::string("/caf%C3%A9"));
        QCOMPARE(std::string(got.headers.value("x-number")), number.toStdString());
        client.send(get("/caf%C3%A9?q=" + number));
        QCOMPARE(client.next().status, 200);
        QCOMPARE(house.visits.back().request.query, "q=" + number.toStdString());
        client.send("DELETE /caf%C3%A9 HTTP/1.1\r\nHost: test\r\n\r\n");
        QCOMPARE(client.next().status, 200);
        QVERIFY(house.visits.back().request.method == wire::Method::Delete);
    }
}

void TestServer::noNumberOfDoorsIsTooLarge()
{
    House house;
    Client client(house.port);
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 300; ++i) {
            client.send(get("/" + QByteArray::number(i)));
            QCOMPARE(client.next().body, "/" + QByteArray::number(i));
        }
    }
}

void TestServer::manyHeadersArriveAll()
{
    House house;
    QByteArray fields;
    for (int i = 0; i < 99; ++i)
        fields += "X-Field-" + QByteArray::number(i) + ": value\r\n";
    Client client(house.port, get("/", fields));
    QCOMPARE(client.next().status, 200);
    const wire::Headers &headers = house.visits.at(0).request.headers;
    QCOMPARE(std::distance(headers.begin(), headers.end()), 100);
    QCOMPARE(std::string(headers.value("x-field-98")), std::string("value"));
    client.send(get("/", fields + "One: more\r\n"));
    QCOMPARE(client.next().status, 431);
}

void TestServer::aHeadByteByByteIsUnderstood()
{
    House house;
    Client client(house.port);
    for (const char c : post("hello"))
        client.send(QByteArray(1, c));
    QCOMPARE(client.next().body, QByteArray("/post"));
    QCOMPARE(house.visits.at(0).request.body, std::string("hello"));
}

void TestServer::aConnectionIsKept()
{
    House house;
    Client client(house.port);
    for (const char *path : {"/a", "/b", "/c"}) {
        client.send(get(path));
        const auto answer = client.next();
        QCOMPARE(answer.body, QByteArray(path));
        QVERIFY(answer.field("connection").isEmpty());
        QCOMPARE(answer.field("server"), QByteArray("gatehouse"));
        QVERIFY(answer.field("date").endsWith(" GMT"));
    }
    QCOMPARE(house.server.connections(), 1);
}

void TestServer::methodsAreTold()
{
    House house;
    Client client(house.port);
    const std::vector<std::pair<QByteArray, wire::Method>> cases {{"GET", wire::Method::Get}, {"POST", wire::Method::Post},
        {"PUT", wire::Method::Put}, {"PATCH", wire::Method::Patch}, {"DELETE", wire::Method::Delete},
        {"OPTIONS", wire::Method::Options}};
    for (const auto &[name, method] : cases) {
        client.send(name + " / HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(client.next().status, 200);
        QVERIFY(house.visits.back().request.method == method);
    }
}

void TestServer::headIsAnsweredWithoutBody()
{
    House house;
    Client client(house.port, "HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.next(true);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-length"), QByteArray("4"));
    QVERIFY(house.visits.at(0).request.method == wire::Method::Get);
    client.send(get("/next"));
    QCOMPARE(client.next().body, QByteArray("/next")); // and not a body in between
}

void TestServer::pipelinedRequestsAreAnsweredInOrder()
{
    House house;
    Client client(house.port, get("/one") + post("body") + get("/three"));
    QCOMPARE(client.next().body, QByteArray("/one"));
    QCOMPARE(client.next().body, QByteArray("/post"));
    QCOMPARE(client.next().body, QByteArray("/three"));
    QCOMPARE(house.visits.at(1).request.body, std::string("body"));
}

void TestServer::thousandsOfPipelinedRequestsAreAnsweredInOrder()
{
    House house;
    Client client(house.port);
    QByteArray all;
    for (int i = 0; i < 5000; ++i)
        all += get("/" + QByteArray::number(i));
    client.send(all);
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(client.next().body, "/" + QByteArray::number(i));
}

void TestServer::theNextRequestWaitsForTheEndOfTheAnswer()
{
    House house({}, false);
    Client client(house.port, get("/one") + get("/two"));
    QTRY_COMPARE(house.visits.size(), std::size_t(1));
    house.visits[0].reply->begin({200, {}});
    house.visits[0].reply->write("first");
    QTRY_VERIFY(client.received.contains("first"));
    client.send(get("/three"));
    QTest::qWait(20); // gives a wrong second visit its chance
    QCOMPARE(house.visits.size(), std::size_t(1));
    house.visits[0].reply->end();
    QTRY_COMPARE(house.visits.size(), std::size_t(2));
    QCOMPARE(house.visits[1].request.path, std::string("/two"));
    house.visits[1].reply->send({200, {}}, "second");
    QTRY_COMPARE(house.visits.size(), std::size_t(3));
    house.visits[2].reply->send({200, {}}, "third");
    QCOMPARE(client.next().body, QByteArray("first"));
    QCOMPARE(client.next().body, QByteArray("second"));
    QCOMPARE(client.next().body, QByteArray("third"));
}

void TestServer::aPipeliningClientCannotMakeUsBufferWithoutBound()
{
    House house({}, false);
    Client client(house.port, get("/"));
    QTRY_COMPARE(house.visits.size(), std::size_t(1));
    const QByteArray flood(64 * 1024 * 1024, 'x');
    client.socket.write(flood);
    // What is not taken from the client stays with it, whatever the kernel's buffers hold.
    QTest::qWait(300);
    QVERIFY(client.socket.bytesToWrite() > 32 * 1024 * 1024);
    house.visits[0].reply->send({200, {}}, "ok");
    QCOMPARE(client.next().status, 200);
    QCOMPARE(client.next().status, 431); // the flood is not a request
}

void TestServer::aMegabyteOfHeadersIsRefused()
{
    House house;
    Client client(house.port, get("/", "X-Large: " + QByteArray(1024 * 1024, 'x') + "\r\n"));
    QCOMPARE(client.next().status, 431);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(house.visits.empty());
}

void TestServer::aBodyOf200MegabytesIsRefusedBeforeItIsSent()
{
    House house;
    Client client(house.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 209715200\r\n\r\n");
    QCOMPARE(client.next().status, 413);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(house.visits.empty());
}

void TestServer::aRefusalArrivesThoughTheClientGoesOnSending()
{
    House house;
    Client client(house.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 209715200\r\n\r\n");
    client.send(QByteArray(8 * 1024 * 1024, 'x'));
    QCOMPARE(client.next().status, 413);
    client.socket.disconnectFromHost();
    QTRY_COMPARE(house.server.connections(), 0);
}

void TestServer::lengthAndTransferEncodingTogetherAreRefused()
{
    House house;
    Client client(house.port,
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled "
        "HTTP/1.1\r\n\r\n");
    QCOMPARE(client.next().status, 400);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
    QVERIFY(house.visits.empty());
}

void TestServer::aRefusalIsJsonAndClosesTheConnection()
{
    House house;
    Client client(house.port, "GET / HTTP/3.0\r\n\r\n");
    const auto answer = client.next();
    QCOMPARE(answer.status, 505);
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QCOMPARE(answer.field("content-type"), QByteArray("application/json"));
    const QJsonObject error = QJsonDocument::fromJson(answer.body).object()[QStringLiteral("error")].toObject();
    QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("505"));
    QCOMPARE(error[QStringLiteral("type")].toString(), QStringLiteral("invalid_request_error"));
    QVERIFY(error[QStringLiteral("param")].isNull());
    QVERIFY(!error[QStringLiteral("message")].toString().isEmpty());
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(house.server.connections(), 0);
}

void TestServer::aRefusedRequestIsNotSeenByTheDoor()
{
    House house;
    Client good(house.port, get("/good"));
    Client bad(house.port, "GET /bad HTTP/1.1\r\n\r\n");
    QCOMPARE(bad.next().status, 400);
    QCOMPARE(good.next().status, 200);
    good.send(get("/after")); // one client's nonsense does not reach another's requests
    QCOMPARE(good.next().body, QByteArray("/after"));
    QCOMPARE(house.visits.size(), std::size_t(2));
}

void TestServer::aRequestBehindARefusedOneIsNotAnswered()
{
    House house;
    Client client(house.port, get("/one") + "nonsense\r\n\r\n" + get("/two"));
    QCOMPARE(client.next().body, QByteArray("/one"));
    QCOMPARE(client.next().status, 400);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(house.visits.size(), std::size_t(1));
}

void TestServer::aChunkedBodyIsJoined()
{
    House house;
    Client client(house.port);
    for (const char *piece : {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhel", "lo\r",
             "\n6\r\n wo", "rld\r\n0\r\nX-Trailer: 1\r\n", "\r\n"}) {
        client.send(piece);
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.next().status, 200);
    QCOMPARE(house.visits.at(0).request.body, std::string("hello world"));
    QVERIFY(house.visits.at(0).request.body.capacity() >= 11 + SocketGuard::padding);
    client.send(get("/next"));
    QCOMPARE(client.next().body, QByteArray("/next"));
}

void TestServer::aLargeBodyArrives()
{
    House house;
    QByteArray body(20 * 1024 * 1024, 'b');
    body[12345678] = 'c';
    Client client(house.port, post(body));
    QCOMPARE(client.next().status, 200);
    QVERIFY(house.visits.at(0).request.body == body.toStdString());
}

void TestServer::aBadChunkIsRefused()
{
    House house;
    Client client(house.port, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n");
    QCOMPARE(client.next().status, 400);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(house.visits.empty());
}

void TestServer::http10IsAnsweredAndClosed()
{
    House house;
    Client client(house.port, "GET /old HTTP/1.0\r\n\r\n");
    const auto answer = client.next();
    QCOMPARE(answer.body, QByteArray("/old"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(house.server.connections(), 0);
}

void TestServer::connectionCloseIsHonoured()
{
    House house;
    Client client(house.port, get("/last", "Connection: close\r\n") + get("/never"));
    const auto answer = client.next();
    QCOMPARE(answer.body, QByteArray("/last"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
    QCOMPARE(house.visits.size(), std::size_t(1));
}

void TestServer::continueIsSentToWhoWaitsForIt()
{
    House house;
    Client client(house.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.next().status, 100);
    QVERIFY(house.visits.empty());
    client.send("hello");
    QCOMPARE(client.next().status, 200);
    Client large(house.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(large.next().status, 413);
}

void TestServer::aHeadThatDoesNotEndIsRefusedInTime()
{
    House house({.headerTime = 50ms});
    Client client(house.port, "GET / HTTP/1.1\r\nHost:");
    QCOMPARE(client.next().status, 408);
    QTRY_VERIFY(client.isClosed());
}

void TestServer::aHeadThatDripsIsRefusedInTime()
{
    House house({.headerTime = 100ms});
    Client client(house.port, "GET / HTTP/1.1\r\n");
    QTimer drip;
    connect(&drip, &QTimer::timeout, &client.socket, [&] { client.socket.write("X: y\r\n"); });
    drip.start(10);
    QCOMPARE(client.next().status, 408);
}

void TestServer::aBodyThatStallsIsRefusedInTime()
{
    House house({.bodyIdle = 50ms});
    Client client(house.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf");
    QCOMPARE(client.next().status, 408);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(house.visits.empty());
}

void TestServer::anIdleConnectionIsClosedSilently()
{
    House house({.keepAliveIdle = 50ms});
    Client client(house.port, get("/"));
    QCOMPARE(client.next().status, 200);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
}

void TestServer::aConnectionThatNeverAsksIsClosedSilently()
{
    House house({.keepAliveIdle = 50ms});
    Client client(house.port);
    QTRY_COMPARE(house.server.connections(), 1);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
}

void TestServer::anIdleConnectionIsNotClosedEarly()
{
    House house({.headerTime = 20ms, .bodyIdle = 20ms}); // neither is about an idle connection
    Client client(house.port, get("/"));
    QCOMPARE(client.next().status, 200);
    QTest::qWait(100);
    client.send(get("/again"));
    QCOMPARE(client.next().body, QByteArray("/again"));
}

void TestServer::aClientThatLeavesMidRequestIsForgotten()
{
    House house;
    for (const QByteArray &start : {QByteArray(), QByteArray("GET / HT"), post("x").chopped(1)}) {
        auto client = std::make_unique<Client>(house.port, start);
        QTRY_COMPARE(house.server.connections(), 1);
        client.reset();
        QTRY_COMPARE(house.server.connections(), 0);
    }
    QVERIFY(house.visits.empty());
}

void TestServer::theServerForgetsClosedConnections()
{
    House house;
    for (int i = 0; i < 50; ++i) {
        Client client(house.port, get("/"));
        QCOMPARE(client.next().status, 200);
    }
    QTRY_COMPARE(house.server.connections(), 0);
}

void TestServer::twoServersShareAPort()
{
    House first;
    int second = 0;
    Server other(
        [&](wire::Request, std::unique_ptr<wire::Reply> reply) {
            ++second;
            reply->send({200, {}}, "other");
        },
        Listen {.host = "127.0.0.1", .port = first.port, .certificateFile = {}, .keyFile = {}, .limits = {}});
    const auto port = other.start();
    QVERIFY(port);
    QCOMPARE(*port, first.port);
    for (int i = 0; i < 200 && (!second || first.visits.empty()); ++i) {
        Client client(first.port, get("/"));
        QCOMPARE(client.next().status, 200);
    }
    QVERIFY(second > 0);
    QVERIFY(!first.visits.empty());
}

void TestServer::aPortThatIsTakenIsAnError()
{
    QTcpServer taker; // without SO_REUSEPORT
    QVERIFY(taker.listen(QHostAddress(QHostAddress::LocalHost)));
    Server server(
        {}, Listen {.host = "127.0.0.1", .port = taker.serverPort(), .certificateFile = {}, .keyFile = {}, .limits = {}});
    const auto result = server.start();
    QVERIFY(!result);
    QVERIFY(result.error().message.find(std::to_string(taker.serverPort())) != std::string::npos);
}

void TestServer::aHostThatIsNoAddressIsAnError()
{
    Server server({}, Listen {.host = "not an address", .port = 0, .certificateFile = {}, .keyFile = {}, .limits = {}});
    QVERIFY(!server.start());
}

void TestServer::ipv6IsServed()
{
    std::string peer;
    Server server(
        [&](wire::Request request, std::unique_ptr<wire::Reply> reply) {
            peer = request.peer;
            reply->send({200, {}}, "six");
        },
        Listen {.host = "::", .port = 0, .certificateFile = {}, .keyFile = {}, .limits = {}});
    const auto port = server.start();
    if (!port)
        QSKIP("No IPv6 on this machine");
    QTcpSocket six;
    six.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), *port);
    QTRY_COMPARE(six.state(), QAbstractSocket::ConnectedState);
    six.write(get("/"));
    QTRY_VERIFY(six.bytesAvailable() > 0);
    QCOMPARE(peer, std::string("::1"));
}

void TestServer::stoppingClosesIdleConnectionsAndRefusesNewOnes()
{
    House house;
    QSignalSpy emptied(&house.server, &Server::emptied);
    Client idle(house.port, get("/"));
    QCOMPARE(idle.next().status, 200);
    house.server.stopAccepting();
    QTRY_VERIFY(idle.isClosed());
    QTRY_COMPARE(emptied.count(), 1);
    Client late(house.port);
    QTRY_COMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestServer::stoppingAnswersWhatWasAskedAlready()
{
    House house({}, false);
    QSignalSpy emptied(&house.server, &Server::emptied);
    Client streaming(house.port, get("/stream")), waiting(house.port, get("/wait")), asking(house.port, "GET /ask HTTP/1.1\r\n");
    QTRY_COMPARE(house.visits.size(), std::size_t(2));
    if (house.visits[0].request.path != "/stream")
        std::swap(house.visits[0], house.visits[1]);
    house.visits[0].reply->begin({200, {}});
    house.visits[0].reply->write("one ");
    QTRY_COMPARE(house.server.connections(), 3);
    QTRY_VERIFY(streaming.received.contains("one "));
    house.server.stopAccepting();
    Client unread(house.port); // is refused
    house.visits[0].reply->write("two");
    house.visits[0].reply->end();
    house.visits[1].reply->send({200, {}}, "answer");
    asking.send("Host: a\r\n\r\n");
    QTRY_COMPARE(house.visits.size(), std::size_t(3));
    QCOMPARE(emptied.count(), 0);
    house.visits[2].reply->send({200, {}}, "asked");

    QCOMPARE(streaming.next().body, QByteArray("one two"));
    const auto answer = waiting.next();
    QCOMPARE(answer.body, QByteArray("answer"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QCOMPARE(asking.next().body, QByteArray("asked"));
    QTRY_VERIFY(streaming.isClosed() && waiting.isClosed() && asking.isClosed());
    QTRY_COMPARE(emptied.count(), 1);
}

void TestServer::runningOutOfDescriptorsIsSurvived()
{
    House house;
    Client first(house.port, get("/"));
    QCOMPARE(first.next().status, 200);
    QTcpSocket second;
    second.connectToHost(QHostAddress(QHostAddress::LocalHost), house.port);
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const int next = ::dup(0); // the lowest free number
    ::close(next);
    const rlimit tight {static_cast<rlim_t>(next), limit.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &tight);
    auto *loop = static_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    const auto before = loop->counts().waits;
    QTest::qWait(250);
    const auto turns = loop->counts().waits - before;
    first.send(get("/still")); // who is in is served
    const auto still = first.next();
    ::setrlimit(RLIMIT_NOFILE, &limit);
    QCOMPARE(still.body, QByteArray("/still"));
    QVERIFY2(turns < 200, std::to_string(turns).c_str());
    second.write(get("/late"));
    QTRY_VERIFY(second.bytesAvailable() > 0); // and who waited gets in
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_server.moc"
