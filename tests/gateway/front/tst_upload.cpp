// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "gateway/front/server.h"

#include <QTest>

#include <array>
#include <deque>
#include <functional>
#include <memory>

using namespace gatehouse;
using namespace gatehouse::front;
using namespace std::chrono_literals;

namespace {

/// Reads a body and keeps what it said.
struct Reader final : wire::BodyListener {
    explicit Reader(std::unique_ptr<wire::BodySource> body)
        : source(std::move(body))
    {
        source->listen(this);
        read();
    }
    void onBodyReady() override
    {
        ++told;
        wasInside = wasInside || isInside;
        if (whenReady)
            whenReady();
        else
            read();
    }
    /// Takes what is there.
    void read()
    {
        std::array<char, 10'000> room {};
        while (!hasEnded && !error && source) {
            isInside = true;
            auto piece = source->read(room);
            isInside = false;
            if (!piece)
                error = piece.error();
            else if (!piece->size && !piece->isEnd)
                return;
            else
                hasEnded = piece->isEnd;
            if (piece)
                text.append(room.data(), piece->size);
        }
    }

    std::unique_ptr<wire::BodySource> source;
    std::string text;
    std::optional<Error> error;
    bool hasEnded = false, isInside = false, wasInside = false;
    int told = 0;
    std::function<void()> whenReady;
};

struct Ears final : wire::ReplyListener {
    int gone = 0;
    void onClientGone() override { ++gone; }
    void onClientDrained() override { }
};

/// A server that hands the forms of /up on as they come.
struct House {
    struct Visit {
        wire::Request request;
        std::unique_ptr<wire::Reply> reply;
    };

    explicit House(const Limits &limits = {})
        : server(std::make_unique<Server>(
            [this](wire::Request request, std::unique_ptr<wire::Reply> reply) {
                const bool waits = request.stream != nullptr;
                visits.push_back({std::move(request), std::move(reply)});
                if (onVisit)
                    onVisit(visits.back());
                else if (!waits)
                    visits.back().reply->send({200, {}}, visits.back().request.body);
            },
            Listen {.host = "127.0.0.1",
                .port = 0,
                .certificateFile = {},
                .keyFile = {},
                .limits = limits,
                .isStreamed = [](const wire::Request &request) { return request.path == "/up"; }}))
    {
        auto started = server->start();
        port = started ? *started : std::uint16_t(0);
    }
    Visit &visit(std::size_t index = 0)
    {
        (void)QTest::qWaitFor([&] { return visits.size() > index; });
        return visits.at(index);
    }
    Reader reader(std::size_t index = 0) { return Reader(std::move(visit(index).request.stream)); }

    std::deque<Visit> visits;
    std::function<void(Visit &)> onVisit;
    std::uint16_t port = 0;
    std::unique_ptr<Server> server;
};

QByteArray head(const QByteArray &framing, const QByteArray &path = "/up")
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: Multipart/Form-Data; boundary=x\r\n" + framing + "\r\n\r\n";
}

QByteArray ofLength(qsizetype length)
{
    return head("Content-Length: " + QByteArray::number(length));
}

const QByteArray chunked = head("Transfer-Encoding: chunked");

/// Lets the server's loop turn many times, without a clock.
void turn(std::uint16_t port)
{
    Client other(port);
    for (int i = 0; i < 20; ++i) {
        other.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(other.next().status, 200);
    }
}

} // namespace

/// Bodies that are handed on as they come.
class TestUpload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDoorOpensWhenTheHeadHasCome();
    void theBodyIsReadAsItComes_data();
    void theBodyIsReadAsItComes();
    void formsOfOtherDoorsAreWaitedFor();
    void bodiesThatAreNoFormsAreWaitedFor();
    void whatIsNotReadStaysWithTheClient();
    void aRequestBehindTheBodyWaitsForItsAnswer();
    void aBodyOverTheLimitIsNotLetIn();
    void chunksOverTheLimitAreAFailure();
    void aBrokenChunkIsAFailure();
    void aBodyThatStallsIsAFailure();
    void aBodyThatNobodyReadsDoesNotStall();
    void continueIsSaidWhenSomebodyReads();
    void continueIsNotSaidToWhoIsRefused();
    void anEarlyAnswerArrivesAndClosesTheConnection();
    void aClientThatLeavesIsTold();
    void theBodyMayGoFirst();
    void theBodyOutlivesItsServer();
    void answeringInsideTheNewsIsHarmless();
};

void TestUpload::theDoorOpensWhenTheHeadHasCome()
{
    House house;
    Client client(house.port, ofLength(5));
    auto &visit = house.visit();
    QVERIFY(visit.request.stream);
    QCOMPARE(visit.request.stream->length(), std::optional<std::uint64_t>(5));
    QVERIFY(visit.request.body.empty());
    Reader reader = house.reader();
    QVERIFY(!reader.hasEnded);
    client.send("he");
    QTRY_COMPARE(reader.text, std::string("he"));
    QVERIFY(!reader.hasEnded);
    client.send("llo");
    QTRY_VERIFY(reader.hasEnded);
    QCOMPARE(reader.text, std::string("hello"));
    QVERIFY(!reader.wasInside);
    visit.reply->send({200, {}}, "thanks");
    QCOMPARE(client.next().body, QByteArray("thanks"));
    QVERIFY(!client.isClosed());
}

void TestUpload::theBodyIsReadAsItComes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("length") << ofLength(11) + "hello world" << true;
    QTest::newRow("chunks") << chunked + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nA: b\r\n\r\n" << false;
}

void TestUpload::theBodyIsReadAsItComes()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, isKnown);
    for (const qsizetype step : {qsizetype(1), qsizetype(7), request.size()}) {
        House house;
        Client client(house.port);
        for (qsizetype at = 0; at < request.size(); at += step)
            client.send(request.mid(at, step));
        Reader reader = house.reader();
        QCOMPARE(reader.source->length().has_value(), isKnown);
        QTRY_VERIFY(reader.hasEnded);
        QCOMPARE(reader.text, std::string("hello world"));
        house.visit().reply->send({200, {}}, "ok");
        QCOMPARE(client.next().status, 200);
    }
}

void TestUpload::formsOfOtherDoorsAreWaitedFor()
{
    House house;
    Client client(house.port, head("Content-Length: 5", "/else"));
    client.send("hello");
    QCOMPARE(client.next().body, QByteArray("hello"));
    QVERIFY(!house.visit().request.stream);
    client.send(head("Transfer-Encoding: chunked", "/else") + "5\r\nhello\r\n0\r\n\r\n");
    QCOMPARE(client.next().body, QByteArray("hello"));
    client.send(head("Expect: 100-continue\r\nContent-Length: 2", "/else"));
    QCOMPARE(client.next().status, 100);
    client.send("ab");
    QCOMPARE(client.next().body, QByteArray("ab"));
}

void TestUpload::bodiesThatAreNoFormsAreWaitedFor()
{
    House house;
    Client client(house.port, "POST /up HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    QCOMPARE(client.next().body, QByteArray("{}"));
    QVERIFY(!house.visit().request.stream);
}

void TestUpload::whatIsNotReadStaysWithTheClient()
{
    House house;
    const QByteArray body(32 * 1024 * 1024, 'x');
    Client client(house.port, ofLength(body.size()) + body);
    auto source = std::move(house.visit().request.stream);
    turn(house.port);
    std::vector<char> room(64 * 1024 * 1024);
    const auto kept = source->read(room); // one call, so that the loop does not turn meanwhile
    QVERIFY(kept);
    QVERIFY2(kept->size > 0 && kept->size <= 2 * wire::BodySource::highWater, std::to_string(kept->size).c_str());
    Reader reader(std::move(source));
    QTRY_VERIFY(reader.hasEnded);
    QCOMPARE(reader.text.size() + kept->size, std::size_t(body.size()));
}

void TestUpload::aRequestBehindTheBodyWaitsForItsAnswer()
{
    House house;
    Client client(house.port, ofLength(5) + "helloGET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    Reader reader = house.reader();
    QTRY_VERIFY(reader.hasEnded);
    QCOMPARE(reader.text, std::string("hello"));
    turn(house.port);
    QVERIFY(client.received.isEmpty());
    house.visit().reply->send({200, {}}, "first");
    QCOMPARE(client.next().body, QByteArray("first"));
    QCOMPARE(client.next().status, 200);
    QCOMPARE(house.visits.back().request.path, std::string("/next"));
}

void TestUpload::aBodyOverTheLimitIsNotLetIn()
{
    House house(Limits {.bodyBytes = 100});
    Client client(house.port, ofLength(101));
    QCOMPARE(client.next().status, 413);
    QVERIFY(house.visits.empty());
}

void TestUpload::chunksOverTheLimitAreAFailure()
{
    House house(Limits {.bodyBytes = 100});
    Client client(house.port, chunked + "60\r\n" + QByteArray(0x60, 'x') + "\r\n");
    Reader reader = house.reader();
    QTRY_COMPARE(reader.text.size(), std::size_t(0x60));
    client.send("5\r\nhello\r\n0\r\n\r\n");
    QTRY_VERIFY(reader.error);
    QCOMPARE(reader.error->fault, Fault::RequestTooLarge);
    QCOMPARE(reader.error->httpStatus(), 413);
    house.visit().reply->send({413, {}}, "too much");
    const auto answer = client.next();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.field("connection"), QByteArray("close"));
}

void TestUpload::aBrokenChunkIsAFailure()
{
    House house;
    Client client(house.port, chunked + "5\r\nhelloXX");
    Reader reader = house.reader();
    QTRY_VERIFY(reader.error);
    QCOMPARE(reader.error->httpStatus(), 400);
    house.visit().reply->send({400, {}}, "no");
    QCOMPARE(client.next().status, 400);
    QTRY_VERIFY(client.isClosed());
}

void TestUpload::aBodyThatStallsIsAFailure()
{
    House house(Limits {.bodyIdle = 50ms});
    Client client(house.port, ofLength(10) + "hello");
    Reader reader = house.reader();
    QTRY_VERIFY(reader.error);
    QCOMPARE(reader.error->httpStatus(), 408);
    QCOMPARE(reader.text, std::string("hello"));
    house.visit().reply->send({408, {}}, "late");
    QCOMPARE(client.next().status, 408);
}

void TestUpload::aBodyThatNobodyReadsDoesNotStall()
{
    House house(Limits {.bodyIdle = 20ms, .writeStall = 10s});
    const QByteArray body(8 * 1024 * 1024, 'x');
    Client client(house.port, ofLength(body.size()) + body);
    auto source = std::move(house.visit().request.stream);
    // A second client is told off meanwhile, which proves that the sweeper was there.
    Client other(house.port, head("Content-Length: 5", "/else"));
    QCOMPARE(other.next().status, 408);
    Reader reader(std::move(source));
    QTRY_VERIFY(reader.hasEnded || reader.error);
    QVERIFY(!reader.error);
    QCOMPARE(reader.text.size(), std::size_t(body.size()));
}

void TestUpload::continueIsSaidWhenSomebodyReads()
{
    House house;
    Client client(house.port, head("Expect: 100-continue\r\nContent-Length: 5"));
    (void)house.visit();
    turn(house.port);
    QVERIFY(client.received.isEmpty());
    Reader reader = house.reader();
    QCOMPARE(client.next().status, 100);
    client.send("hello");
    QTRY_VERIFY(reader.hasEnded);
    house.visit().reply->send({200, {}}, "ok");
    QCOMPARE(client.next().status, 200);
}

void TestUpload::continueIsNotSaidToWhoIsRefused()
{
    House house;
    house.onVisit = [](House::Visit &visit) { visit.reply->send({401, {}}, "who?"); };
    Client client(house.port, head("Expect: 100-continue\r\nContent-Length: 5"));
    const auto answer = client.next();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QTRY_VERIFY(client.isClosed());
}

void TestUpload::anEarlyAnswerArrivesAndClosesTheConnection()
{
    House house;
    const QByteArray body(16 * 1024 * 1024, 'x');
    Client client(house.port, ofLength(body.size()) + body);
    Reader reader = house.reader();
    house.visit().reply->send({401, {}}, "who?");
    const auto answer = client.next();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.body, QByteArray("who?"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QTRY_VERIFY(client.isClosed());
    reader.read();
    QVERIFY(reader.error);
}

void TestUpload::aClientThatLeavesIsTold()
{
    House house;
    Client client(house.port, ofLength(10) + "hello");
    Ears ears;
    house.visit().reply->listen(&ears);
    Reader reader = house.reader();
    QTRY_COMPARE(reader.text, std::string("hello"));
    client.socket.disconnectFromHost();
    QTRY_COMPARE(ears.gone, 1);
    reader.read();
    QVERIFY(reader.error);
    QCOMPARE(reader.error->fault, Fault::ClientGone);
    house.visit().reply->listen(nullptr);
}

void TestUpload::theBodyMayGoFirst()
{
    House house;
    const QByteArray body(4 * 1024 * 1024, 'x');
    Client client(house.port, ofLength(body.size()) + body);
    (void)house.visit();
    turn(house.port); // so much that reading has stopped
    house.visit().request.stream.reset();
    QTRY_COMPARE(client.socket.bytesToWrite(), qint64(0));
    turn(house.port);
    house.visit().reply->send({200, {}}, "ok");
    QCOMPARE(client.next().status, 200);
    client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(client.next().status, 200);
}

void TestUpload::theBodyOutlivesItsServer()
{
    House house;
    Client client(house.port, ofLength(10) + "hello");
    Reader reader = house.reader();
    house.visits.clear();
    house.server.reset();
    reader.read();
    QVERIFY(reader.error);
}

void TestUpload::answeringInsideTheNewsIsHarmless()
{
    House house;
    Client client(house.port, ofLength(5));
    Reader reader = house.reader();
    reader.whenReady = [&] {
        house.visit().reply->send({200, {}}, "early");
        reader.source.reset();
    };
    client.send("hello");
    QCOMPARE(client.next().body, QByteArray("early"));
    client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(client.next().status, 200);
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
