// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "redis_server.h"

#include "gateway/cluster/redis.h"

#include <QTest>

#include <string>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::cluster;
using tests::RedisServer;

namespace {

/// What was heard, in the order in which it came: the text of an answer, or what went wrong behind a "!".
struct Ear {
    std::vector<std::string> heard;

    Redis::Heard take()
    {
        return [this](const Result<RedisAnswer> &answer) {
            if (!answer)
                heard.push_back("!" + answer.error().message);
            else if (answer->kind == RedisAnswer::Kind::Number)
                heard.push_back(std::to_string(answer->number));
            else
                heard.push_back(answer->isRefusal() ? "refused: " + answer->text : answer->text);
        };
    }
    bool waitsFor(std::size_t count)
    {
        return QTest::qWaitFor([&] { return heard.size() >= count; }, 20'000);
    }
};

using Words = std::vector<std::string>;
constexpr Redis::Patience short_ {std::chrono::milliseconds(300), std::chrono::milliseconds(1)};

} // namespace

class TestRedis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!RedisServer::isInstalled())
            QSKIP("there is no redis-server");
    }

    void commandsAreAnsweredInOrder()
    {
        RedisServer server;
        Redis redis(server.place());
        Ear ear;
        const std::string value("a\r\nb\0c", 6);
        redis.ask({"SET", "key", value}, ear.take());
        redis.ask({"GET", "key"}, ear.take());
        redis.ask({"GET", "none"}, ear.take());
        redis.ask({"DEL", "key", "none"}, ear.take());
        redis.ask({"NO SUCH"}, ear.take());
        QVERIFY(ear.waitsFor(5));
        QCOMPARE(ear.heard[1], value);
        QCOMPARE(ear.heard[2], std::string());
        QCOMPARE(ear.heard[3], std::string("1"));
        QVERIFY(ear.heard[4].starts_with("refused: ERR"));
    }

    void anAnswerMayBeAList()
    {
        RedisServer server;
        Redis redis(server.place());
        std::vector<std::string> keys;
        redis.ask({"MSET", "one", "1", "two", "2"}, [](const auto &) {});
        redis.ask({"SCAN", "0", "COUNT", "100"}, [&](const Result<RedisAnswer> &answer) {
            for (const RedisAnswer &key : answer->items.at(1).items)
                keys.push_back(key.text);
        });
        QVERIFY(QTest::qWaitFor([&] { return keys.size() == 2; }));
    }

    void aPasswordAndADatabaseAreSaidFirst()
    {
        RedisServer server({QStringLiteral("--requirepass"), QStringLiteral("open sesame")});
        RedisPlace place = server.place();
        place.password = Secret("open sesame");
        place.database = 2;
        Redis redis(place);
        Ear ear;
        redis.ask({"CLIENT", "INFO"}, ear.take());
        QVERIFY(ear.waitsFor(1));
        QVERIFY2(ear.heard[0].find(" db=2 ") != std::string::npos, ear.heard[0].c_str());
    }

    void aWrongPasswordFailsAndIsNotToldOfInClear()
    {
        RedisServer server({QStringLiteral("--requirepass"), QStringLiteral("open sesame")});
        RedisPlace place = server.place();
        place.password = Secret("a wrong one");
        std::string complaint;
        Redis redis(place, [&](const std::string &words) { complaint = words; });
        Ear ear;
        redis.ask({"GET", "key"}, ear.take());
        QVERIFY(ear.waitsFor(1));
        QVERIFY2(ear.heard[0].find("WRONGPASS") != std::string::npos, ear.heard[0].c_str());
        QVERIFY(complaint.find("a wrong one") == std::string::npos && !complaint.empty());
    }

    void whereNobodyListensItFailsAndThenRests()
    {
        RedisServer server;
        server.stop();
        Redis redis(server.place());
        Ear ear;
        redis.ask({"GET", "key"}, ear.take());
        QVERIFY(ear.heard.empty());
        QVERIFY(ear.waitsFor(1));
        QVERIFY(ear.heard[0].starts_with("!Redis at 127.0.0.1:"));
        redis.ask({"GET", "key"}, ear.take());
        QCOMPARE(ear.heard.size(), std::size_t(2)); // at once
    }

    void itIsFoundAgainWhenItIsBack()
    {
        RedisServer server;
        Redis redis(server.place(), short_);
        Ear ear;
        redis.ask({"PING"}, ear.take());
        QVERIFY(ear.waitsFor(1));
        server.stop();
        QVERIFY(QTest::qWaitFor([&] {
            ear.heard.clear();
            redis.ask({"PING"}, ear.take());
            return ear.waitsFor(1) && ear.heard.back().starts_with("!");
        }));
        server.start();
        QVERIFY(QTest::qWaitFor(
            [&] {
                ear.heard.clear();
                redis.ask({"PING"}, ear.take());
                return ear.waitsFor(1) && ear.heard.back() == "PONG";
            },
            20'000));
    }

    void whoDoesNotAnswerIsNotWaitedFor()
    {
        QTcpServer silent; // it takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        RedisPlace place;
        place.port = silent.serverPort();
        Redis redis(place, short_);
        Ear ear;
        redis.ask({"PING"}, ear.take());
        redis.ask({"PING"}, ear.take());
        QVERIFY(ear.waitsFor(2));
        QVERIFY2(ear.heard[0].ends_with("it does not answer"), ear.heard[0].c_str());
    }

    void whoSpeaksSomethingElseIsLeft()
    {
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        connect(&web, &QTcpServer::newConnection, this,
            [&] { web.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        RedisPlace place;
        place.port = web.serverPort();
        Redis redis(place);
        Ear ear;
        redis.ask({"PING"}, ear.take());
        QVERIFY(ear.waitsFor(1));
        QVERIFY2(ear.heard[0].find("does not speak Redis's protocol") != std::string::npos, ear.heard[0].c_str());
    }
};

QTEST_GUILESS_MAIN(TestRedis)
#include "tst_redis.moc"
