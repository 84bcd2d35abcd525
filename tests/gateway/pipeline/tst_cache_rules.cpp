// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_rules.h"

#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using Place = cache::Settings::Place;
using std::chrono::milliseconds;

namespace {

std::vector<config::Diagnostic> notes;

cache::Settings rulesOf(const std::string &settings, std::map<std::string, std::string> variables = {})
{
    const auto environment = [variables](const std::string &name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    notes.clear();
    return cacheRules(config::parse("litellm_settings:\n" + settings, "test.yaml", environment), notes);
}

} // namespace

class TestCacheRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKeptUnlessItIsAskedFor()
    {
        QVERIFY(rulesOf("  num_retries: 1\n").place == Place::Nowhere);
        QVERIFY(rulesOf("  cache: false\n  cache_params: {type: local}\n").place == Place::Nowhere);
    }

    void inMemory()
    {
        const auto rules = rulesOf("  cache: true\n"
                                   "  cache_params: {type: local, ttl: 1.5, namespace: us, mode: default_off, memory_mb: 5,\n"
                                   "    supported_call_types: [completion, aembedding, anthropic_messages]}\n");
        QVERIFY(rules.place == Place::Memory && rules.mustBeAskedFor);
        QCOMPARE(rules.ttl, milliseconds(1500));
        QCOMPARE(rules.nameSpace, std::string("us"));
        QCOMPARE(rules.memoryBytes, std::size_t(5 * 1024 * 1024));
        QCOMPARE(rules.callTypes, std::vector<std::string>({"acompletion", "aembedding", "anthropic_messages"}));
    }

    void theUsual()
    {
        const auto rules = rulesOf("  cache: true\n  cache_params: {type: local}\n");
        QCOMPARE(rules.ttl, milliseconds(600'000));
        QVERIFY(!rules.mustBeAskedFor && rules.callTypes.size() == 6);
        QCOMPARE(rulesOf("  cache: true\n  cache_params: {type: local, default_in_memory_ttl: 60}\n").ttl, milliseconds(60'000));
        QCOMPARE(rulesOf("  cache: true\n  cache_params: {type: redis, default_in_redis_ttl: 30}\n").ttl, milliseconds(30'000));
    }

    void redisIsTheUsualPlace()
    {
        const auto rules = rulesOf("  cache: true\n", {{"REDIS_HOST", "redis"}, {"REDIS_PASSWORD", "secret"}});
        QVERIFY(rules.place == Place::Redis);
        QCOMPARE(rules.redis.host, std::string("redis"));
        QCOMPARE(rules.redis.port, 6379);
        QCOMPARE(rules.redis.password.reveal(), std::string("secret"));
    }

    void theFileCountsBeforeTheEnvironment()
    {
        const auto rules = rulesOf(
            "  cache: true\n  cache_params: {type: redis, host: here, port: 7000, db: 2, ssl: true, ssl_cert_reqs: none}\n",
            {{"REDIS_URL", "redis://me:secret@there:1/5"}});
        QCOMPARE(rules.redis.host + ":" + std::to_string(rules.redis.port), std::string("here:7000"));
        QCOMPARE(rules.redis.user, std::string("me"));
        QCOMPARE(rules.redis.database, 2);
        QVERIFY(rules.redis.isSecure && !rules.redis.verifiesPeer);
    }

    void aKindThatIsNotBuiltIsSaid()
    {
        QVERIFY(rulesOf("  cache: true\n  cache_params: {type: qdrant-semantic}\n").place == Place::Nowhere);
        QCOMPARE(notes.size(), std::size_t(1));
        QVERIFY(notes[0].message.find("'qdrant-semantic' is not built yet") != std::string::npos);
        QCOMPARE(notes[0].where.line, 3);
    }
};

QTEST_APPLESS_MAIN(TestCacheRules)
#include "tst_cache_rules.moc"
