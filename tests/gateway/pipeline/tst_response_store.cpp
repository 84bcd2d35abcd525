// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/response_desk.h"
#include "gateway/pipeline/response_names.h"
#include "gateway/pipeline/response_store.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using namespace std::chrono_literals;

namespace {

const Clock::Instant start {};

ResponseStore::Kept turn(const std::string &id, const std::string &previous = {}, std::size_t size = 0)
{
    ResponseStore::Kept kept;
    kept.id = id;
    kept.owner = "me";
    kept.previous = previous;
    kept.response = R"({"id":")" + id + R"(","output":[{"said":")" + id + std::string(size, 'x') + R"("}]})";
    kept.input = R"({"asked":")" + id + R"("})";
    return kept;
}

std::string said(const std::string &id)
{
    return R"({"asked":")" + id + R"("},{"said":")" + id + R"("})";
}

} // namespace

class TestResponseStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsFoundUntilItIsDropped()
    {
        ResponseStore store;
        store.keep(turn("a"), start);
        const auto found = store.find("a", start);
        QVERIFY(found && found->owner == "me");
        QVERIFY(!store.find("b", start));
        QVERIFY(store.drop("a"));
        QVERIFY(!store.drop("a"));
        QVERIFY(!store.find("a", start));
        QCOMPARE(found->id, "a"); // whoever has it keeps it
    }

    void aConversationIsAllThatCameBefore()
    {
        ResponseStore store;
        store.keep(turn("a"), start);
        store.keep(turn("b", "a"), start);
        store.keep(turn("c", "b"), start);
        const auto items = store.conversation(store.find("c", start), start);
        QVERIFY(items);
        QCOMPARE(*items, said("a") + "," + said("b") + "," + said("c"));
        store.drop("b");
        QVERIFY(!store.conversation(store.find("c", start), start));
    }

    void whatIsNotUsedIsForgotten()
    {
        ResponseStore store({1024 * 1024, 10, 60s});
        store.keep(turn("a"), start);
        store.keep(turn("b", "a"), start);
        store.keep(turn("c"), start);
        QVERIFY(store.conversation(store.find("b", start + 50s), start + 50s)); // a is used too
        QVERIFY(!store.find("c", start + 61s));
        QVERIFY(store.find("a", start + 61s));
        QVERIFY(!store.find("b", start + 130s));
    }

    void theLongestUnusedMakesRoom()
    {
        ResponseStore byCount({1024 * 1024, 2, 60s});
        byCount.keep(turn("a"), start);
        byCount.keep(turn("b"), start);
        QVERIFY(byCount.find("a", start));
        byCount.keep(turn("c"), start);
        QVERIFY(byCount.find("a", start) && byCount.find("c", start));
        QVERIFY(!byCount.find("b", start));

        ResponseStore byBytes({16 * 1024, 100, 60s});
        for (const char *id : {"a", "b", "c", "d", "e", "f"})
            byBytes.keep(turn(id, {}, 3 * 1024), start);
        QVERIFY(!byBytes.find("a", start) && !byBytes.find("b", start));
        QVERIFY(byBytes.find("c", start) && byBytes.find("f", start));
        byBytes.keep(turn("huge", {}, 5 * 1024), start); // more than a quarter of all
        QVERIFY(!byBytes.find("huge", start));
        QVERIFY(byBytes.find("f", start));
    }

    void manyThreadsMayUseIt()
    {
        ResponseStore store({1024 * 1024, 50, 60s});
        const auto work = [&store](int seed) {
            for (int i = 0; i < 500; ++i) {
                const std::string id = std::to_string((i * seed) % 80);
                store.keep(turn(id), start);
                if (const auto kept = store.find(id, start))
                    store.conversation(kept, start);
                if (i % 7 == 0)
                    store.drop(id);
            }
        };
        std::vector<std::thread> threads;
        for (const int seed : {1, 3, 7, 11})
            threads.emplace_back(work, seed);
        for (std::thread &thread : threads)
            thread.join();
        store.keep(turn("last"), start);
        QVERIFY(store.find("last", start));
    }

    void aProvidersResponseIsNamedAsLiteLlmNamesIt()
    {
        const std::string name = wrapped({"openai", "d-1;x", "resp_up1"});
        QVERIFY(name.starts_with("resp_"));
        const QByteArray text = QByteArray::fromBase64(
            QByteArray::fromStdString(name.substr(5)), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(text, QByteArray("litellm:custom_llm_provider:openai;model_id:d-1;x;response_id:resp_up1"));
        const auto response = unwrapped(name);
        QVERIFY(response);
        QCOMPARE(response->provider, "openai");
        QCOMPARE(response->deployment, "d-1;x");
        QCOMPARE(response->id, "resp_up1");
        QCOMPARE(response->seal, "");
        // LiteLLM's own alphabet
        const QByteArray theirs = QByteArray("litellm:custom_llm_provider:azure;model_id:?\?\?>>>;response_id:r").toBase64();
        QVERIFY(theirs.contains('/') || theirs.contains('+'));
        QCOMPARE(unwrapped("resp_" + theirs.toStdString()).value_or(WrappedResponse {}).deployment, "?\?\?>>>");
    }

    void otherNamesAreNone_data()
    {
        QTest::addColumn<std::string>("name");
        const auto row = [](const char *name, std::string text) { QTest::newRow(name) << std::move(text); };
        const auto of = [](const std::string &text) {
            return "resp_" + QByteArray::fromStdString(text).toBase64().toStdString();
        };
        row("bare", "resp_up1");
        row("empty", "");
        row("garbage", "resp_%%%");
        row("other text", of("hello"));
        row("no id", of("litellm:custom_llm_provider:openai;model_id:d"));
        row("path", of("litellm:custom_llm_provider:openai;model_id:d;response_id:../files"));
        row("query", of("litellm:custom_llm_provider:openai;model_id:d;response_id:a?b=c"));
        row("line", of("litellm:custom_llm_provider:openai;model_id:d;response_id:a\r\nx"));
        row("long", "resp_" + std::string(5000, 'A'));
    }
    void otherNamesAreNone()
    {
        QFETCH(std::string, name);
        QVERIFY(!unwrapped(name));
    }

    void onlyItsOwnerAndTheAdministratorMayUseAResponse()
    {
        const Secret key("sk-secret");
        const Identity mine {"me", false}, others {"you", false}, admin {"boss", true};
        QVERIFY(mayUse(mine, "me") && mayUse(admin, "me") && !mayUse(others, "me"));
        WrappedResponse response {"openai", "d", "resp_up1", sealOf(key, "me", "resp_up1")};
        const auto read = unwrapped(wrapped(response));
        QVERIFY(read);
        QVERIFY(mayUse(mine, *read, key) && mayUse(admin, *read, key) && !mayUse(others, *read, key));
        WrappedResponse moved = *read;
        moved.id = "resp_up2";
        QVERIFY(!mayUse(mine, moved, key));
        moved.seal.clear();
        QVERIFY(!mayUse(mine, moved, key));
        QCOMPARE(othersResponse().httpStatus(), 403);
        Settings settings;
        QVERIFY(!userOf(others, settings).isAdmin);
        settings.sharesResponses = true;
        QVERIFY(mayUse(userOf(others, settings), "me"));
    }

    void theInputIsListedWithNames()
    {
        const auto isListed = [](const std::string &input, const QString &pattern) {
            const QString items = QString::fromStdString(listedItems(input));
            return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(items).hasMatch()
                || (qWarning() << items, false);
        };
        QVERIFY(isListed(R"("Hi")",
            QStringLiteral(
                R"re(\{"id":"msg_[0-9a-f-]{36}","type":"message","role":"user","content":\[\{"type":"input_text","text":"Hi"\}\]\})re")));
        QVERIFY(isListed(
            R"([{"type":"function_call_output","call_id":"c","output":"1"},{"id":"x","type":"message","role":"assistant","content":"A"}])",
            QStringLiteral(
                R"re(\{"id":"fco_[0-9a-f-]{36}","type":"function_call_output","call_id":"c","output":"1"\},\{"id":"x","type":"message","role":"assistant","content":\[\{"type":"output_text","annotations":\[\],"text":"A"\}\]\})re")));
        QCOMPARE(listedItems("[]"), "");
    }
};

QTEST_GUILESS_MAIN(TestResponseStore)
#include "tst_response_store.moc"
