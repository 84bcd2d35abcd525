// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/doctor.h"
#include "gateway/observe/traffic/prompt_change.h"
#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

using What = PromptChange::What;

PromptChange change(const std::string &earlier, const std::string &later)
{
    return changeOf(*promptOf(earlier), *promptOf(later));
}

std::string chat(const std::string &system, const std::string &rest = {})
{
    return "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"" + system
        + "\"},{\"role\":\"user\",\"content\":\"Hello\"}" + rest + "]}";
}

std::string withTools(const std::string &tools)
{
    return "{\"tools\":[" + tools + "],\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
}

std::string tool(const std::string &name, const std::string &description = "does it")
{
    return "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"description\":\"" + description + "\"}}";
}

std::shared_ptr<Record> record(const std::string &body, std::int64_t cached = 0, const std::string &deployment = "d1")
{
    Receipt receipt;
    receipt.callId = "call";
    receipt.deployment = deployment;
    receipt.upstreamModel = "gpt-4o";
    receipt.usage.reported = true;
    receipt.usage.input = 2000;
    receipt.usage.cachedRead = cached;
    auto result = std::make_shared<Record>();
    result->receipt = std::make_shared<const Receipt>(receipt);
    result->isCaptured = true;
    AttemptWires attempt;
    attempt.request.begin = std::chrono::microseconds(0);
    attempt.request.body = body;
    attempt.response.status = 200;
    result->wires.attempts.push_back(attempt);
    return result;
}

std::string told(const Record &record, const std::vector<std::shared_ptr<const Record>> &earlier)
{
    return promptCacheJson(record, earlier);
}

std::string verdict(const std::string &json)
{
    return wire::jsonString(wire::JsonObject::parse(json)->find("verdict")).value_or("");
}

} // namespace

class TestPromptCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConversationThatOnlyGrowsChangesNothing()
    {
        const auto found = change(chat("Be good."), chat("Be good.", ",{\"role\":\"assistant\",\"content\":\"Hi\"}"));
        QVERIFY(found.what == What::Nothing);
        QCOMPARE(found.sameParts, std::size_t(2));
    }

    void theByteThatChangedIsNamed()
    {
        const auto found =
            change("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"one two\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"one 2\"}]}");
        QCOMPARE(found.where, std::string("messages[1]"));
        QCOMPARE(found.name, std::string("user"));
        QCOMPARE(found.byte, std::size_t(30));
        QVERIFY(found.words().find("messages[1] (user) changed at byte 30") == 0);
        QVERIFY(found.words().find("one two") != std::string::npos);
    }

    void aTimeInTheSystemPromptIsSeen()
    {
        const auto found = change(chat("It is 2026-11-26 07:00:01."), chat("It is 2026-11-26 07:00:59."));
        QVERIFY(found.kind == PromptPart::Kind::System);
        QVERIFY(found.isTime);
        QVERIFY(!change(chat("Be good."), chat("Be bad.")).isTime);
    }

    void toolsThatWereReorderedAreTold()
    {
        QVERIFY(change(withTools(tool("a") + "," + tool("b")), withTools(tool("b") + "," + tool("a"))).what == What::Reordered);
        const auto added = change(withTools(tool("a")), withTools(tool("z") + "," + tool("a")));
        QVERIFY(added.what == What::Added);
        QCOMPARE(added.name, std::string("z"));
        const auto removed = change(withTools(tool("a") + "," + tool("b")), withTools(tool("b")));
        QVERIFY(removed.what == What::Removed);
        QCOMPARE(removed.name, std::string("a"));
    }

    void theMemberOfAToolIsNamed()
    {
        const auto found = change(withTools(tool("a", "one")), withTools(tool("a", "two")));
        QCOMPARE(found.member, std::string("description"));
        QVERIFY(found.words().find("tools[0] (a) description changed") == 0);
    }

    void aMessageThatIsGoneIsTold()
    {
        const auto found = change(chat("x", ",{\"role\":\"assistant\",\"content\":\"Hi\"}"), chat("x"));
        QVERIFY(found.what == What::Removed);
        QCOMPARE(found.where, std::string("messages[2]"));
    }

    void marksOfAnthropicMayMove()
    {
        const std::string marked = "{\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"S\",\"cache_control\":{\"type\":"
                                   "\"ephemeral\"}}],\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":"
                                   "\"A\",\"cache_control\":{\"type\":\"ephemeral\"}}]}]}";
        const std::string moved = "{\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"S\",\"cache_control\":{\"type\":"
                                  "\"ephemeral\"}}],\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":"
                                  "\"A\"}]},{\"role\":\"user\",\"content\":\"B\"}]}";
        QVERIFY(change(marked, moved).what == What::Nothing);
        QVERIFY(promptOf(marked)->isMarked());
        QVERIFY(promptOf(marked)->isAnthropic);
    }

    void everyDialectHasAPrompt()
    {
        const auto gemini = promptOf("{\"systemInstruction\":{\"parts\":[{\"text\":\"S\"}]},\"tools\":[{\"functionDeclarations\":"
                                     "[{\"name\":\"f\"}]}],\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"A\"}]}]}");
        QCOMPARE(gemini->parts.size(), std::size_t(3));
        QCOMPARE(gemini->parts[0].name, std::string("f"));
        const auto responses = promptOf("{\"instructions\":\"S\",\"input\":\"A\",\"tools\":[{\"type\":\"web_search\"}]}");
        QCOMPARE(responses->parts.size(), std::size_t(3));
        QCOMPARE(responses->parts[1].where, std::string("instructions"));
        QVERIFY(!promptOf("{\"query\":\"A\"}"));
        QVERIFY(!promptOf("nonsense"));
    }

    void hostileTextsBreakNothing()
    {
        for (const char *body :
            {"{\"messages\":[]}", "{\"messages\":[[[[1,2],3]],\"a,b\",null,{}]}", "{\"messages\":\"x\",\"tools\":7}",
                "{\"tools\":[{\"cache_control\":{}} , "
                "{\"a\":1,\"cache_control\":null}],\"messages\":[{\"cache_control\":\"x\"}]}",
                "{\"messages\":[\"\\\"cache_control\\\": \\\\\"]}"}) {
            const auto prompt = promptOf(body);
            QVERIFY2(prompt, body);
            (void)changeOf(*prompt, *promptOf(chat("x")));
            (void)changeOf(*promptOf(chat("x")), *prompt);
        }
    }

    void theDoctorSaysWhyItMissed()
    {
        const auto before = record(chat("It is 2026-11-26 07:00:01."));
        const auto now = record(chat("It is 2026-11-26 07:00:59."), 0, "d2");
        const std::string json = told(*now, {before});
        QCOMPARE(verdict(json), std::string("miss"));
        QVERIFY(json.find("the system prompt") != std::string::npos);
        QVERIFY(json.find("deployment d2, the call before to d1") != std::string::npos);
        QVERIFY(json.find("\"missed_tokens\":2000") != std::string::npos);
    }

    void theCallThatBeginsMostAlikeIsComparedWith()
    {
        const auto other = record(chat("Something else."));
        const auto same = record(chat("Be good."), 0, "d7");
        const std::string json = told(*record(chat("Be good.", ",{\"role\":\"user\",\"content\":\"B\"}"), 1900), {other, same});
        QCOMPARE(verdict(json), std::string("hit"));
        QVERIFY(json.find("\"deployment\":\"d7\"") != std::string::npos);
        QVERIFY(json.find("only grew") != std::string::npos);
    }

    void theFirstCallHasNothingToMiss() { QCOMPARE(verdict(told(*record(chat("x")), {})), std::string("first")); }

    void whatIsHiddenOrCutCannotBeTold()
    {
        auto hidden = record(chat("x"));
        hidden->isHidden = true;
        QVERIFY(told(*hidden, {record(chat("x"))}).find("is hidden") != std::string::npos);
        auto cut = record(chat("x"));
        cut->wires.attempts[0].request.cutBytes = 1;
        QVERIFY(told(*cut, {record(chat("x"))}).find("was cut") != std::string::npos);
    }

    void anthropicWithoutAMarkIsTold()
    {
        const auto unmarked = record("{\"max_tokens\":9,\"system\":\"S\",\"messages\":[{\"role\":\"user\",\"content\":\"A\"}]}");
        QVERIFY(told(*unmarked, {}).find("no cache_control") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestPromptCache)
#include "tst_prompt_cache.moc"
