// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/coalesce_key.h"

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

std::string keyOf(const Asked &asked, const Snapshot &snapshot)
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
    return plan ? coalesceKey(*plan, inbound, snapshot) : "refused: " + plan.error().message;
}

wire::Call callOf(Operation operation, bool stream = false, Dialect dialect = Dialect::OpenAiChat)
{
    wire::Call call;
    call.operation = operation;
    call.stream = stream;
    call.dialect = dialect;
    return call;
}

} // namespace

class TestCoalesceKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameQuestionHasTheSameKey()
    {
        const auto snapshot = newSnapshot();
        const std::string key = keyOf({}, *snapshot);
        QCOMPARE(key.size(), std::size_t(32));
        QCOMPARE(keyOf({}, *snapshot), key);
        Asked again;
        again.headers = {{"x-litellm-call-id", "mine"}, {"Authorization", "Bearer sk-1"}, {"user-agent", "another"}};
        QCOMPARE(keyOf(again, *snapshot), key);
    }

    void whateverIsDifferentMakesAnotherKey()
    {
        std::vector<Asked> all(14);
        all[1].body = R"({"model":"a","messages":[],"max_tokens":2})";
        all[2].body = R"({"model":"a","messages":[], "max_tokens":1})"; // bytes are compared, and not what they mean
        all[3].body = R"({"model":"b","messages":[],"max_tokens":1})";
        all[4].body = R"({"model":"both","messages":[],"max_tokens":1})";
        all[5].headers = {{"authorization", "Bearer sk-2"}};
        all[6].headers = {};
        all[7].headers.add("x-litellm-tags", "free");
        all[8].headers.add("X-LiteLLM-Timeout", "1");
        all[9].headers.add("anthropic-beta", "new"); // a field that travels on
        all[10].path = "/chat/completions";
        all[11].dialect = Dialect::AnthropicMessages;
        all[12].model = "b"; // the path's model counts, whatever the body says
        all[13].isOneOfSeveral = true;
        const auto snapshot = newSnapshot();
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string key = keyOf(all[i], *snapshot);
            QVERIFY2(key.size() == 32, key.c_str());
            const auto [other, isNew] = seen.emplace(key, i);
            QVERIFY2(isNew, qPrintable(QStringLiteral("%1 is as %2").arg(i).arg(other->second)));
        }
        const auto reloaded = newSnapshot();
        QVERIFY(seen.count(keyOf({}, *reloaded)) == 0); // another configuration may answer otherwise
    }

    void whatStandsInOnePlaceIsNotTakenForAnother()
    {
        const auto snapshot = newSnapshot();
        Asked one, other;
        one.headers.add("x-litellm-tags", "anthropic-beta");
        one.headers.add("anthropic-beta", "b");
        other.headers.add("x-litellm-tags", "");
        other.headers.add("anthropic-beta", "anthropic-betab");
        QVERIFY(keyOf(one, *snapshot) != keyOf(other, *snapshot));
        one = other = {};
        one.path = "/v1/chat/completions";
        one.query = "x";
        other.path = "/v1/chat/completion";
        other.query = "sx";
        QVERIFY(keyOf(one, *snapshot) != keyOf(other, *snapshot));
    }

    void onlyWholeAnswersThatNobodyKeepsAreShared()
    {
        QVERIFY(mayCoalesce(callOf(Operation::Chat)));
        QVERIFY(mayCoalesce(callOf(Operation::Chat, false, Dialect::AnthropicMessages)));
        QVERIFY(mayCoalesce(callOf(Operation::Embedding)));
        QVERIFY(mayCoalesce(callOf(Operation::Rerank)));
        QVERIFY(mayCoalesce(callOf(Operation::Moderation)));
        QVERIFY(mayCoalesce(callOf(Operation::ImageGeneration)));
        QVERIFY(!mayCoalesce(callOf(Operation::Chat, true)));
        QVERIFY(!mayCoalesce(callOf(Operation::Chat, false, Dialect::OpenAiResponses)));
        QVERIFY(!mayCoalesce(callOf(Operation::ImageGeneration, true)));
        for (const Operation other : {Operation::Speech, Operation::Transcription, Operation::AudioTranslation,
                 Operation::ImageEdit, Operation::CountTokens, Operation::StoredResponse})
            QVERIFY(!mayCoalesce(callOf(other)));
    }
};

QTEST_GUILESS_MAIN(TestCoalesceKey)
#include "tst_coalesce_key.moc"
