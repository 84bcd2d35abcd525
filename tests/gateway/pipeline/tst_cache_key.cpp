// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_key.h"

#include <QTest>

#include <map>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Snapshot> newSnapshot()
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    return compile(config::parse("model_list:\n"
                                 "  - {model_name: a, litellm_params: {model: openai/a, api_key: k}}\n"
                                 "  - {model_name: b, litellm_params: {model: openai/b, api_key: k}}\n"
                                 "router_settings: {coalesce: true, model_group_alias: {both: a}}\n",
        "test.yaml", environment));
}

/// What comes in at a door.
struct Asked {
    std::string body = R"({"model":"a","messages":[],"max_tokens":1})";
    wire::Headers headers = {{"authorization", "Bearer sk-1"}};
    std::string path = "/v1/chat/completions";
    Dialect dialect = Dialect::OpenAiChat;
    std::string model = {}; ///< of the path
    std::string query = {};
    bool isOneOfSeveral = false;
};

std::string keyOf(const Asked &asked, const Snapshot &snapshot, const std::string &nameSpace = {})
{
    static const tokens::Counter counter;
    routing::Random random(1);
    routing::Health health;
    const routing::Board board(snapshot.router, health, nullptr);
    Inbound inbound;
    inbound.request.body = asked.body;
    inbound.request.headers = asked.headers;
    inbound.request.path = asked.path;
    inbound.request.query = asked.query;
    inbound.dialect = asked.dialect;
    inbound.pathModel = asked.model;
    inbound.isOneOfSeveral = asked.isOneOfSeveral;
    Receipt receipt;
    receipt.callId = "id " + std::to_string(random());
    people::Directory directory;
    directory.setLoaded();
    limits::Ledger ledger;
    people::Callers callers({directory, ledger, snapshot.settings.people});
    const Clock clock;
    const auto plan = admit(inbound, {snapshot, board, counter, random, callers, clock}, receipt);
    return plan ? cacheKey(*plan, inbound, nameSpace) : "refused: " + plan.error().message;
}

const QString content = QStringLiteral("\"say \\\"a b\\\"  \\\\\"");

QString plain(const QString &more = {})
{
    return QStringLiteral("{\"model\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":") + content
        + QStringLiteral("}],\"max_tokens\":1") + more + QStringLiteral("}");
}

} // namespace

class TestCacheKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_snapshot = newSnapshot(); }

    void theSameQuestionHasTheSameKey()
    {
        const std::string key = keyOf({}, *m_snapshot);
        QCOMPARE(key.size(), std::size_t(64));
        QCOMPARE(keyOf({}, *m_snapshot), key);
        QCOMPARE(keyOf({}, *newSnapshot()), key); // after a reload, and in another program
        QCOMPARE(keyOf({}, *m_snapshot, "mine"), "mine:" + key);
    }

    void howItIsWrittenIsNoDifference_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("spaces") << QStringLiteral(
                                       " { \"model\" : \"a\",\n \"messages\" : [ { \"role\": \"user\",\t\"content\" : ")
                + content + QStringLiteral(" } ], \"max_tokens\":1 } ");
        QTest::newRow("order") << QStringLiteral("{\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":") + content
                + QStringLiteral("}],\"model\":\"a\"}");
        QTest::newRow("null") << plain(QStringLiteral(",\"top_p\":null"));
        QTest::newRow("ours") << plain(QStringLiteral(
            ",\"metadata\":{\"a\":1},\"cache\":{\"ttl\":5},\"ttl\":5,\"timeout\":3,\"num_retries\":1,\"tags\":[\"x\"]"));
    }
    void howItIsWrittenIsNoDifference()
    {
        QFETCH(const QString, body);
        QCOMPARE(keyOf({body.toStdString()}, *m_snapshot), keyOf({plain().toStdString()}, *m_snapshot));
    }

    void whoAsksIsNoDifference()
    {
        QCOMPARE(keyOf({.headers = {{"authorization", "Bearer sk-2"}, {"x-litellm-call-id", "one"}}}, *m_snapshot),
            keyOf({}, *m_snapshot));
    }

    void anyOtherQuestionHasAnother()
    {
        const std::vector<Asked> all {
            {},
            {.body = R"({"model":"b","messages":[],"max_tokens":1})"},
            {.body = R"({"model":"both","messages":[],"max_tokens":1})"}, // its answer says another name
            {.body = R"({"model":"a","messages":[],"max_tokens":2})"},
            {.body = R"({"model":"a","messages":[],"max_tokens":1,"top_k":3})"}, // which only some providers know
            {.body = R"({"model":"a","messages":[],"max_tokens":1,"user":"me"})"},
            {.body = R"({"model":"a","messages":[],"max_tokens":1,"stream":true})"},
            {.body = R"({"model":"a","messages":[],"max_tokens":1,"stream":true,"stream_options":{"include_usage":true}})"},
            {.body = R"({"model":"a","messages":[{"role":"user","content":"a b"}],"max_tokens":1})"},
            {.body = R"({"model":"a","messages":[{"role":"user","content":"ab"}],"max_tokens":1})"},
            {.body = R"({"model":"a","messages":[],"max_tokens":1,"drop_params":true})"},
            {.dialect = Dialect::AnthropicMessages},
            {.headers = {{"anthropic-beta", "x"}}},
        };
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string key = keyOf(all[i], *m_snapshot);
            QCOMPARE(key.size(), std::size_t(64));
            const auto [place, isNew] = seen.emplace(key, i);
            QVERIFY2(isNew, qPrintable(QStringLiteral("%1 and %2 are the same").arg(place->second).arg(i)));
        }
    }

private:
    std::shared_ptr<const Snapshot> m_snapshot;
};

QTEST_APPLESS_MAIN(TestCacheKey)
#include "tst_cache_key.moc"
