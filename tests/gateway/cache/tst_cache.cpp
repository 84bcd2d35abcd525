// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../cluster/redis_server.h"

#include "gateway/cache/cache.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::cache;
using std::chrono::milliseconds;
using tests::RedisServer;

namespace {

KeptAnswer answerOf(std::string body)
{
    Kept kept;
    kept.body = std::move(body);
    return std::make_shared<const Kept>(std::move(kept));
}

std::string found(Cache &cache, const std::string &key)
{
    std::optional<std::string> body;
    cache.find(key, [&](const KeptAnswer &kept) { body = kept ? kept->body : "nothing"; });
    return QTest::qWaitFor([&] { return body.has_value(); }, 20'000) ? *body : "no word";
}

/// What a function with a last step says there: "ok", or what went wrong.
template <typename Call> std::string said(const Call &call)
{
    std::optional<std::string> words;
    call([&](const auto &result) { words = result ? "ok" : result.error().message; });
    return QTest::qWaitFor([&] { return words.has_value(); }, 20'000) ? *words : "no word";
}

} // namespace

/// The same of both places.
class TestCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!RedisServer::isInstalled())
            QSKIP("there is no redis-server");
        m_server = std::make_unique<RedisServer>();
    }
    void cleanupTestCase() { m_server.reset(); }

    void answersAreFoundRemovedAndCleared_data() { places(); }
    void answersAreFoundRemovedAndCleared()
    {
        Memory memory;
        Cache cache(memory);
        configure(cache);
        QCOMPARE(found(cache, "a"), std::string("nothing"));
        for (const char *key : {"a", "b", "c"})
            cache.keep(key, answerOf(key), milliseconds(60'000));
        QCOMPARE(found(cache, "a"), std::string("a"));
        std::int64_t removed = 0;
        QCOMPARE(said([&](auto done) {
            cache.remove({"a", "z"}, [&, done](const Result<std::int64_t> &count) {
                removed = *count;
                done(count);
            });
        }),
            std::string("ok"));
        QCOMPARE(removed, std::int64_t(1));
        QCOMPARE(found(cache, "a"), std::string("nothing"));
        QCOMPARE(found(cache, "b"), std::string("b"));
        QCOMPARE(said([&](auto done) { cache.clear(done); }), std::string("ok"));
        QCOMPARE(found(cache, "b"), std::string("nothing"));
    }

    void whatIsOverIsNotFound_data() { places(); }
    void whatIsOverIsNotFound()
    {
        Memory memory;
        Cache cache(memory);
        configure(cache);
        cache.keep("brief", answerOf("x"), milliseconds(1));
        QVERIFY(QTest::qWaitFor([&] { return found(cache, "brief") == "nothing"; }));
    }

    void itKnowsWhetherItWorks_data() { places(); }
    void itKnowsWhetherItWorks()
    {
        Memory memory;
        Cache cache(memory);
        configure(cache);
        QCOMPARE(said([&](auto done) { cache.check(done); }), std::string("ok"));
    }

    void clearingLeavesWhatOthersHaveInRedis()
    {
        cluster::Redis other(m_server->place());
        other.ask({"SET", "somebody:else", "1"}, [](const auto &) {});
        Memory memory;
        Cache cache(memory);
        cache.configure(inRedis());
        for (int n = 0; n < 3000; ++n)
            cache.keep("many " + std::to_string(n), answerOf("x"), milliseconds(60'000));
        QCOMPARE(said([&](auto done) { cache.clear(done); }), std::string("ok"));
        QCOMPARE(found(cache, "many 2999"), std::string("nothing"));
        std::string left;
        other.ask({"GET", "somebody:else"}, [&](const Result<cluster::RedisAnswer> &answer) { left = answer->text; });
        QVERIFY(QTest::qWaitFor([&] { return left == "1"; }));
    }

    void aRedisThatIsAwayHasNothing()
    {
        Settings settings = inRedis();
        settings.redis.port = 1;
        std::string complaint;
        Memory memory;
        Cache cache(memory, [&](const std::string &words) { complaint = words; });
        cache.configure(settings);
        cache.keep("a", answerOf("a"), milliseconds(60'000));
        QCOMPARE(found(cache, "a"), std::string("nothing"));
        QVERIFY(said([&](auto done) { cache.check(done); }).starts_with("Redis at 127.0.0.1:1: "));
        QVERIFY(!complaint.empty());
    }

    void whatIsNoTextIsNotKeptThere()
    {
        Memory memory;
        Cache cache(memory);
        cache.configure(inRedis());
        cache.keep("bytes", answerOf("\xff\xfe"), milliseconds(60'000));
        QCOMPARE(found(cache, "bytes"), std::string("nothing"));
    }

private:
    void places()
    {
        QTest::addColumn<bool>("isRedis");
        QTest::newRow("memory") << false;
        QTest::newRow("redis") << true;
    }
    Settings inRedis() const
    {
        Settings settings;
        settings.place = Settings::Place::Redis;
        settings.redis = m_server->place();
        return settings;
    }
    void configure(Cache &cache) const
    {
        QFETCH(const bool, isRedis);
        Settings settings = inRedis();
        if (!isRedis)
            settings.place = Settings::Place::Memory;
        cache.configure(settings);
    }

    std::unique_ptr<RedisServer> m_server;
};

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
