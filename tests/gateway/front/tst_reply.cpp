// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "gateway/front/epoll_dispatcher.h"
#include "gateway/front/response_head.h"
#include "gateway/front/server.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

#include <array>
#include <cerrno>
#include <deque>
#include <functional>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::front;
using namespace std::chrono_literals;

namespace {

struct Ears final : wire::ReplyListener {
    int gone = 0, drained = 0;
    bool isInside = false, wasInside = false; // a call into the reply
    std::function<void()> whenGone, whenDrained;
    void onClientGone() override
    {
        ++gone;
        wasInside = wasInside || isInside;
        if (whenGone)
            whenGone();
    }
    void onClientDrained() override
    {
        ++drained;
        wasInside = wasInside || isInside;
        if (whenDrained)
            whenDrained();
    }
};

/// A server whose door keeps the replies.
struct House {
    explicit House(const Limits &limits = {})
        : server(std::make_unique<Server>(
            [this](wire::Request, std::unique_ptr<wire::Reply> reply) { replies.push_back(std::move(reply)); },
            Listen {.host = "127.0.0.1", .port = 0, .certificateFile = {}, .keyFile = {}, .limits = limits}))
    {
        auto started = server->start();
        port = started ? *started : std::uint16_t(0);
    }
    wire::Reply &reply(std::size_t index = 0)
    {
        (void)QTest::qWaitFor([&] { return replies.size() > index; });
        return *replies.at(index);
    }

    std::deque<std::unique_ptr<wire::Reply>> replies;
    std::uint16_t port = 0;
    std::unique_ptr<Server> server;
};

const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const QByteArray getOld = "GET / HTTP/1.0\r\n\r\n";

/// Writes until more than the high-water mark waits; returns how much that was.
std::size_t fill(wire::Reply &reply, std::size_t size = 64 * 1024)
{
    const std::string piece(size, 'z');
    std::size_t written = 0;
    while (reply.pending() <= wire::Reply::highWater && written < 256 * 1024 * 1024) {
        reply.write(piece);
        written += piece.size();
    }
    return written;
}

} // namespace

class TestReply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsSentWhole();
    void anAnswerMayComeLater();
    void aLargeAnswerArrives();
    void aStreamIsChunked();
    void anEmptyPieceDoesNotEndTheStream();
    void aHeadWithoutABodyYetIsSentAtOnce();
    void aStreamToAnOldClientEndsWithTheConnection();
    void headOfAStreamHasNoBody();
    void aStatusWithoutBodyHasNone();
    void headersCannotBeInjected();
    void whatIsAboutTheConnectionIsOurs();
    void anImpossibleStatusBecomes500();
    void knownStatusesHaveTheirPhrase();
    void theConnectionIsReleasedForTheNextRequest();
    void aClientThatStopsReadingMakesPendingGrow();
    void drainedIsToldOnceTheClientReadsAgain();
    void manySmallPiecesAreDrainedToo();
    void whatWasWrittenBeforeAnAbortArrives();
    void aClientThatNeverReadsAgainIsLeft();
    void aStreamThatIsOnlySlowIsNotLeft();
    void aClientThatLeavesMidStreamIsNoticed();
    void aClientThatLeavesBeforeTheAnswerIsNoticed();
    void aClientThatResetsIsNoticedByWriting();
    void aLateListenerIsToldToo();
    void writingToAGoneClientIsHarmless();
    void nothingIsToldFromInsideACall();
    void theReplyMayBeDestroyedInItsNews();
    void anAbortIsVisible();
    void anAbortIsVisibleToAnOldClient();
    void anAbortBeforeAnythingClosesTheConnection();
    void destroyingAnUnfinishedReplyAborts();
    void destroyingAFinishedReplyDoesNot();
    void theReplyOutlivesItsServer();
    void callsOutOfOrderAreHarmless();
};

void TestReply::anAnswerIsSentWhole()
{
    House house;
    Client client(house.port, get);
    house.reply().send({201, {{"content-type", "application/json"}, {"x-litellm-call-id", "1"}}}, "{}");
    const auto answer = client.next();
    QVERIFY(answer.head.startsWith("HTTP/1.1 201 Created\r\n"));
    QCOMPARE(answer.field("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.field("x-litellm-call-id"), QByteArray("1"));
    QCOMPARE(answer.field("content-length"), QByteArray("2"));
    QCOMPARE(answer.body, QByteArray("{}"));
}

void TestReply::anAnswerMayComeLater()
{
    House house;
    Client client(house.port, get);
    wire::Reply &reply = house.reply();
    QTimer::singleShot(20ms, this, [&] { reply.send({200, {}}, "late"); });
    QCOMPARE(client.next().body, QByteArray("late"));
}

void TestReply::aLargeAnswerArrives()
{
    House house;
    Client client(house.port, get + get);
    std::string body(30 * 1024 * 1024, 'l');
    body[20'000'000] = 'm';
    house.reply().send({200, {}}, body);
    QCOMPARE(house.replies.size(), std::size_t(1)); // the next waits until this one has left
    QVERIFY(client.next().body == QByteArray::fromStdString(body));
    house.reply(1).send({200, {}}, "small");
    QCOMPARE(client.next().body, QByteArray("small"));
}

void TestReply::aStreamIsChunked()
{
    House house;
    Client client(house.port, get);
    wire::Reply &reply = house.reply();
    reply.begin({200, {{"content-type", "text/event-stream"}}});
    reply.write("data: 1\n\n");
    reply.write(std::string(100, 'x'));
    QTRY_VERIFY(client.received.contains("\r\n\r\n9\r\ndata: 1\n\n\r\n64\r\nxxx"));
    reply.end();
    const auto answer = client.next();
    QCOMPARE(answer.field("transfer-encoding"), QByteArray("chunked"));
    QVERIFY(answer.field("content-length").isEmpty());
    QCOMPARE(answer.body, "data: 1\n\n" + QByteArray(100, 'x'));
    QVERIFY(client.received.isEmpty());
}

void TestReply::anEmptyPieceDoesNotEndTheStream()
{
    House house;
    Client client(house.port, get);
    wire::Reply &reply = house.reply();
    reply.begin({200, {}});
    reply.write("");
    reply.write("a");
    reply.write("");
    reply.write("b");
    reply.end();
    QCOMPARE(client.next().body, QByteArray("ab"));
}

void TestReply::aHeadWithoutABodyYetIsSentAtOnce()
{
    House house;
    Client client(house.port, get);
    house.reply().begin({200, {}});
    QTRY_VERIFY(client.received.endsWith("\r\n\r\n"));
    house.reply().end();
    QCOMPARE(client.next().body, QByteArray());
    QVERIFY(!client.isClosed());
}

void TestReply::aStreamToAnOldClientEndsWithTheConnection()
{
    House house;
    Client client(house.port, getOld);
    wire::Reply &reply = house.reply();
    reply.begin({200, {}});
    reply.write("one ");
    reply.write("two");
    reply.end();
    const auto answer = client.next();
    QCOMPARE(answer.body, QByteArray("one two"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QVERIFY(answer.field("transfer-encoding").isEmpty());
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestReply::headOfAStreamHasNoBody()
{
    House house;
    Client client(house.port, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + get);
    house.reply().begin({200, {}});
    house.reply().write("never seen");
    house.reply().end();
    QCOMPARE(client.next(true).status, 200);
    house.reply(1).send({200, {}}, "seen");
    QCOMPARE(client.next().body, QByteArray("seen"));
}

void TestReply::aStatusWithoutBodyHasNone()
{
    House house;
    Client client(house.port, get + get);
    house.reply().send({204, {}}, "not allowed here");
    const auto answer = client.next();
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.field("content-length").isEmpty());
    house.reply(1).send({200, {}}, "seen");
    QCOMPARE(client.next().body, QByteArray("seen"));
}

void TestReply::headersCannotBeInjected()
{
    const wire::Head head {200,
        {{"x-good", "a\r\nx-evil: 1\r\n\r\nbody"}, {"x bad", "1"}, {"x-bad\r\nx-evil", "1"}, {"", "1"}, {"x:y", "1"},
            {"x-zero", std::string("a\0b", 3)}}};
    const std::string text = headText(head, {Framing::Length, 3, false}, "now");
    QCOMPARE(text,
        std::string("HTTP/1.1 200 OK\r\ndate: now\r\nserver: gatehouse\r\nx-good: a  x-evil: 1    body\r\nx-zero: a b\r\n"
                    "content-length: 3\r\n\r\n"));
}

void TestReply::whatIsAboutTheConnectionIsOurs()
{
    const wire::Head head {200,
        {{"Content-Length", "99"}, {"Transfer-Encoding", "gzip"}, {"Connection", "keep-alive"}, {"Date", "never"},
            {"Server", "other"}, {"Keep-Alive", "1"}, {"X", "y"}}};
    QCOMPARE(headText(head, {Framing::Chunked, 0, true}, "now"),
        std::string("HTTP/1.1 200 OK\r\ndate: now\r\nserver: gatehouse\r\nX: y\r\ntransfer-encoding: chunked\r\nconnection: "
                    "close\r\n\r\n"));
}

void TestReply::anImpossibleStatusBecomes500()
{
    for (const int status : {0, -1, 99, 100, 199, 600, 1000}) {
        const std::string text = headText({status, {}}, {}, "now");
        QVERIFY2(text.starts_with("HTTP/1.1 500 "), text.c_str());
    }
}

void TestReply::knownStatusesHaveTheirPhrase()
{
    QCOMPARE(std::string(reasonPhrase(200)), std::string("OK"));
    QCOMPARE(std::string(reasonPhrase(429)), std::string("Too Many Requests"));
    QCOMPARE(std::string(reasonPhrase(505)), std::string("HTTP Version Not Supported"));
    QVERIFY(!reasonPhrase(299).empty());
    QVERIFY(!reasonPhrase(599).empty());
}

void TestReply::theConnectionIsReleasedForTheNextRequest()
{
    House house;
    Client client(house.port);
    for (std::size_t i = 0; i < 3; ++i) {
        client.send(get);
        house.reply(i).begin({200, {}});
        house.reply(i).write("x");
        house.reply(i).end();
        QCOMPARE(client.next().body, QByteArray("x"));
    }
}

void TestReply::aClientThatStopsReadingMakesPendingGrow()
{
    House house;
    Client client(house.port, get);
    client.goDeaf();
    house.reply().begin({200, {}});
    fill(house.reply());
    QVERIFY(house.reply().pending() > wire::Reply::highWater);
    Ears ears;
    house.reply().listen(&ears);
    QTest::qWait(20);
    QCOMPARE(ears.drained, 0);
}

void TestReply::drainedIsToldOnceTheClientReadsAgain()
{
    House house;
    Client client(house.port, get);
    client.goDeaf();
    wire::Reply &reply = house.reply();
    reply.begin({200, {}});
    Ears ears;
    reply.listen(&ears);
    std::size_t written = 0;
    for (int round = 1; round <= 2; ++round) {
        written += fill(reply);
        QCOMPARE(ears.drained, round - 1);
        std::size_t pendingThen = 0;
        ears.whenDrained = [&] { pendingThen = reply.pending(); };
        client.hearAgain();
        QTRY_COMPARE(ears.drained, round);
        QVERIFY(pendingThen <= wire::Reply::highWater / 2);
        QTRY_COMPARE(reply.pending(), std::size_t(0));
        QCOMPARE(ears.drained, round);
        client.goDeaf();
    }
    client.hearAgain();
    reply.end();
    QCOMPARE(std::size_t(client.next().body.size()), written);
    QCOMPARE(ears.gone, 0);
}

void TestReply::manySmallPiecesAreDrainedToo()
{
    House house;
    Client client(house.port, get);
    client.goDeaf();
    wire::Reply &reply = house.reply();
    Ears ears;
    reply.listen(&ears);
    reply.begin({200, {}});
    const std::size_t written = fill(reply, 100);
    QVERIFY(reply.pending() > wire::Reply::highWater);
    client.hearAgain();
    QTRY_COMPARE(ears.drained, 1);
    reply.end();
    QCOMPARE(std::size_t(client.next().body.size()), written);
}

void TestReply::whatWasWrittenBeforeAnAbortArrives()
{
    House house;
    Client client(house.port, get);
    house.reply().begin({200, {}});
    house.reply().write("half");
    house.reply().abort(); // in the same turn
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.endsWith("4\r\nhalf\r\n"));
}

void TestReply::aClientThatNeverReadsAgainIsLeft()
{
    House house({.writeStall = 100ms});
    Client client(house.port, get);
    client.goDeaf();
    house.reply().begin({200, {}});
    Ears ears;
    house.reply().listen(&ears);
    fill(house.reply());
    QTRY_COMPARE(ears.gone, 1);
    QCOMPARE(house.server->connections(), 0);
}

void TestReply::aStreamThatIsOnlySlowIsNotLeft()
{
    House house({.headerTime = 20ms, .bodyIdle = 20ms, .keepAliveIdle = 20ms, .writeStall = 20ms});
    Client client(house.port, get);
    house.reply().begin({200, {}});
    house.reply().write("a");
    QTest::qWait(150); // the provider thinks
    house.reply().write("b");
    house.reply().end();
    QCOMPARE(client.next().body, QByteArray("ab"));
}

void TestReply::aClientThatLeavesMidStreamIsNoticed()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    house.reply().begin({200, {}});
    house.reply().write("one");
    QTRY_VERIFY(client->received.contains("one"));
    Ears ears;
    house.reply().listen(&ears);
    client.reset();
    QTRY_COMPARE(ears.gone, 1);
    QCOMPARE(house.server->connections(), 0);
    house.reply().write("two");
    house.reply().end();
    QTest::qWait(5);
    QCOMPARE(ears.gone, 1);
}

void TestReply::aClientThatLeavesBeforeTheAnswerIsNoticed()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    Ears ears;
    house.reply().listen(&ears);
    client->socket.disconnectFromHost();
    QTRY_COMPARE(ears.gone, 1);
}

void TestReply::aClientThatResetsIsNoticedByWriting()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    Ears ears;
    house.reply().listen(&ears);
    client->socket.abort(); // the server has not heard of it when it writes
    house.reply().begin({200, {}});
    for (int i = 0; i < 3; ++i)
        house.reply().write("x");
    QCOMPARE(ears.gone, 0);
    QTRY_COMPARE(ears.gone, 1);
}

void TestReply::aLateListenerIsToldToo()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    house.reply();
    client.reset();
    QTRY_COMPARE(house.server->connections(), 0);
    Ears ears;
    house.reply().listen(&ears);
    QCOMPARE(ears.gone, 0);
    QTRY_COMPARE(ears.gone, 1);
}

void TestReply::writingToAGoneClientIsHarmless()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    house.reply();
    client.reset();
    QTRY_COMPARE(house.server->connections(), 0);
    wire::Reply &reply = house.reply();
    reply.begin({200, {}});
    reply.write("x");
    QCOMPARE(reply.pending(), std::size_t(0));
    reply.end();
    reply.abort();
    reply.send({200, {}}, "y");
    house.replies.clear();
}

void TestReply::nothingIsToldFromInsideACall()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    wire::Reply &reply = house.reply();
    Ears ears;
    reply.listen(&ears);
    client->socket.abort();
    ears.isInside = true;
    reply.begin({200, {}});
    for (int i = 0; i < 10; ++i)
        reply.write(std::string(1'000'000, 'x'));
    ears.isInside = false;
    QTRY_COMPARE(ears.gone, 1);
    QVERIFY(!ears.wasInside);
}

void TestReply::theReplyMayBeDestroyedInItsNews()
{
    House house;
    auto client = std::make_unique<Client>(house.port, get);
    Ears ears;
    house.reply().listen(&ears);
    ears.whenGone = [&] { house.replies.clear(); };
    client.reset();
    QTRY_COMPARE(ears.gone, 1);

    Client deaf(house.port, get);
    deaf.goDeaf();
    house.reply().begin({200, {}});
    house.reply().listen(&ears);
    ears.whenDrained = [&] { house.replies.clear(); };
    fill(house.reply());
    deaf.hearAgain();
    QTRY_COMPARE(ears.drained, 1);
    QTRY_VERIFY(deaf.isClosed());
    QTRY_COMPARE(house.server->connections(), 0);
}

void TestReply::anAbortIsVisible()
{
    House house;
    Client client(house.port, get);
    house.reply().begin({200, {}});
    house.reply().write("half");
    QTRY_VERIFY(client.received.contains("half"));
    house.reply().abort();
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.contains("half"));
    QVERIFY(!client.received.contains("\r\n0\r\n"));
    QCOMPARE(client.next().status, 0); // not a whole answer
    QTRY_COMPARE(house.server->connections(), 0);
}

void TestReply::anAbortIsVisibleToAnOldClient()
{
    House house;
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); // QTcpSocket does not tell a reset from a close
    sockaddr_in name {};
    name.sin_family = AF_INET;
    name.sin_port = htons(house.port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&name), sizeof name), 0);
    QCOMPARE(::send(client, getOld.constData(), static_cast<std::size_t>(getOld.size()), 0), ssize_t(getOld.size()));
    house.reply().begin({200, {}});
    house.reply().write("half");
    std::array<char, 1000> buffer;
    ssize_t got = 0;
    int error = 0;
    const auto hears = [&] {
        got = ::recv(client, buffer.data(), buffer.size(), MSG_DONTWAIT);
        error = errno;
        return got >= 0 || error != EAGAIN;
    };
    QVERIFY(QTest::qWaitFor(hears));
    QVERIFY(got > 0);
    house.reply().abort();
    QVERIFY(QTest::qWaitFor(hears));
    QCOMPARE(got, ssize_t(-1));
    QCOMPARE(error, ECONNRESET);
    ::close(client);
}

void TestReply::anAbortBeforeAnythingClosesTheConnection()
{
    House house;
    Client client(house.port, get);
    house.reply().abort();
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
}

void TestReply::destroyingAnUnfinishedReplyAborts()
{
    House house;
    Client fresh(house.port, get);
    house.reply();
    house.replies.clear();
    QTRY_VERIFY(fresh.isClosed());
    Client begun(house.port, get);
    house.reply().begin({200, {}});
    house.reply().write("half");
    QTRY_VERIFY(begun.received.contains("half"));
    house.replies.clear();
    QTRY_VERIFY(begun.isClosed());
    QVERIFY(!begun.received.contains("\r\n0\r\n"));
}

void TestReply::destroyingAFinishedReplyDoesNot()
{
    House house;
    Client client(house.port, get);
    house.reply().send({200, {}}, "whole");
    house.replies.clear();
    QCOMPARE(client.next().body, QByteArray("whole"));
    client.send(get);
    house.reply().send({200, {}}, "again");
    QCOMPARE(client.next().body, QByteArray("again"));
}

void TestReply::theReplyOutlivesItsServer()
{
    House house;
    Client client(house.port, get);
    wire::Reply &reply = house.reply();
    Ears ears;
    reply.listen(&ears);
    house.server.reset();
    reply.begin({200, {}});
    reply.write("x");
    reply.end();
    house.replies.clear();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(ears.gone, 0);
}

void TestReply::callsOutOfOrderAreHarmless()
{
    House house;
    Client client(house.port, get);
    wire::Reply &reply = house.reply();
    reply.write("too early");
    reply.end();
    reply.begin({200, {}});
    reply.begin({500, {}});
    reply.send({500, {}}, "too late");
    reply.write("body");
    reply.end();
    reply.end();
    reply.write("too late");
    reply.abort();
    const auto answer = client.next();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("body"));
    QVERIFY(client.received.isEmpty());
    QVERIFY(!client.isClosed());
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestReply test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reply.moc"
