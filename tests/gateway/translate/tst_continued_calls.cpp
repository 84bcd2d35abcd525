// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "broken_streams.h"
#include "request_cases.h"

#include "gateway/translate/continued_call.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using captured::object;

namespace {

wire::Call asking(const char *caller, const std::string &body)
{
    auto call = *request_cases::call(broken_streams::caller(caller).dialect, body);
    call.stream = true;
    return call;
}

QJsonObject continued(const wire::Call &call, const SaidSoFar &said, Dialect to = Dialect::OpenAiChat)
{
    const auto rest = continuedCall(call, said, to);
    return rest ? object(rest->body.text()) : QJsonObject();
}

QJsonObject continued(const char *caller, const std::string &body, std::int64_t tokens = 0)
{
    return continued(asking(caller, body), {"So it", tokens});
}

Deployment deployment(Dialect dialect, std::optional<bool> prefills)
{
    Deployment result = request_cases::deployment({"p", "P", dialect}, "p-model");
    if (prefills)
        result.facts.capabilities.set(Capability::AssistantPrefill, *prefills);
    return result;
}

} // namespace

class TestContinuedCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSaidIsTheAssistants_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("role");
        const auto add = [](const char *caller, const char *list, const char *body, const char *role) {
            QTest::addRow("%s %s", caller, body) << QString::fromLatin1(caller) << QString::fromLatin1(list)
                                                 << QString::fromLatin1(body) << QString::fromLatin1(role);
        };
        add("chat", "messages", R"({"messages":[{"role":"user","content":"Hi"} ],"x":1})", "assistant");
        add("messages", "messages", R"({"messages":[{"role":"user","content":"Hi"}],"x":1})", "assistant");
        add("responses", "input", R"({"x":1,"input":"Hi"})", "assistant");
        add("responses", "input", R"({"x":1,"input":[{"role":"user","content":"Hi"}]})", "assistant");
        add("gemini", "contents", R"({"x":1,"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})", "model");
        add("gemini", "contents", R"({"x":1,"contents":{"role":"user","parts":[{"text":"Hi"}]}})", "model");
    }
    void whatWasSaidIsTheAssistants()
    {
        QFETCH(QString, caller);
        QFETCH(QString, list);
        QFETCH(QString, body);
        QFETCH(QString, role);
        const QJsonObject rest = continued(caller.toLatin1().constData(), body.toStdString());
        QCOMPARE(rest[QLatin1String("x")].toInt(), 1);
        const QJsonArray turns = rest[list].toArray();
        QCOMPARE(turns.size(), 3);
        const auto text = [](const QJsonValue &turn) {
            const QJsonValue content = turn[QLatin1String("content")];
            return content.isString() ? content.toString() : turn[QLatin1String("parts")][0][QLatin1String("text")].toString();
        };
        QCOMPARE(text(turns[0]), QStringLiteral("Hi"));
        QCOMPARE(turns[1][QLatin1String("role")].toString(), role);
        QCOMPARE(text(turns[1]), QStringLiteral("So it"));
        QCOMPARE(turns[2][QLatin1String("role")].toString(), QStringLiteral("user"));
        QVERIFY(text(turns[2]).contains(QLatin1String("Go on from its last character")));
    }

    void aPromptGrows()
    {
        const wire::Call call = asking("completions", R"({"prompt":["Once "]})");
        const QString grown = continued(call, {"upon"}, Dialect::OpenAiText)[QLatin1String("prompt")].toString();
        QCOMPARE(grown, QStringLiteral("Once upon"));
        const QString told = continued(call, {"upon"})[QLatin1String("prompt")].toString();
        QVERIFY(told.startsWith(QLatin1String("Once \n\n---\nupon\n---\n")) && told.contains(QLatin1String("Go on")));
    }

    void whoCanGoOnWithItsOwnWordsDoes()
    {
        const wire::Call call = asking("messages", R"({"messages":[]})");
        const auto prompting = [&](const wire::Call &asked, Dialect dialect, std::optional<bool> prefills) {
            const Deployment to = deployment(dialect, prefills);
            return promptingOf(asked, {to, to.model, dialect});
        };
        QVERIFY(prompting(call, Dialect::AnthropicMessages, true) == Prompting::Prefill);
        QVERIFY(prompting(call, Dialect::BedrockConverse, true) == Prompting::Prefill);
        QVERIFY(prompting(call, Dialect::AnthropicMessages, false) == Prompting::Instruction);
        QVERIFY(prompting(call, Dialect::AnthropicMessages, std::nullopt) == Prompting::Instruction);
        QVERIFY(prompting(call, Dialect::OpenAiChat, true) == Prompting::Instruction);
        const wire::Call thinking = asking("messages", R"({"messages":[],"thinking":{"type":"enabled","budget_tokens":1024}})");
        QVERIFY(prompting(thinking, Dialect::AnthropicMessages, true) == Prompting::Instruction);
        const wire::Call hard = asking("chat", R"({"messages":[],"reasoning_effort":"high"})");
        QVERIFY(prompting(hard, Dialect::AnthropicMessages, true) == Prompting::Instruction);
    }

    void aPrefillEndsWithoutSpace()
    {
        const QJsonArray turns =
            continued(asking("messages", R"({"messages":[]})"), {"So it \n", 0, Prompting::Prefill})[QLatin1String("messages")]
                .toArray();
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns[0][QLatin1String("content")].toString(), QStringLiteral("So it"));
    }

    void soMuchLessMayBeSaid_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto add = [](const char *caller, const char *before, const char *after) {
            QTest::addRow("%s %s", caller, before)
                << QString::fromLatin1(caller) << QString::fromLatin1(before) << QString::fromLatin1(after);
        };
        add("chat", R"("max_tokens":100)", R"("max_tokens":70)");
        add("chat", R"("max_completion_tokens":20)", R"("max_completion_tokens":1)");
        add("chat", R"("user":"u")", R"("user":"u")");
        add("completions", R"("max_tokens":100)", R"("max_tokens":70)");
        add("messages", R"("max_tokens":100)", R"("max_tokens":70)");
        add("messages", R"("max_tokens":2000,"thinking":{"budget_tokens":1999})",
            R"("max_tokens":2000,"thinking":{"budget_tokens":1999})");
        add("responses", R"("max_output_tokens":40)", R"("max_output_tokens":16)");
        add("gemini", R"("generationConfig":{"maxOutputTokens":100})", R"("generationConfig":{"maxOutputTokens":70})");
        add("gemini", R"("generation_config":{"max_output_tokens":100})", R"("generation_config":{"max_output_tokens":70})");
    }
    void soMuchLessMayBeSaid()
    {
        QFETCH(QString, caller);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QString question = QLatin1String(caller == QLatin1String("completions") ? R"("prompt":"a")"
                : caller == QLatin1String("responses")                                ? R"("input":"a")"
                : caller == QLatin1String("gemini")                                   ? R"("contents":[])"
                                                                                      : R"("messages":[])");
        const QString body = QStringLiteral("{%1,%2}");
        QJsonObject rest = continued(caller.toLatin1().constData(), body.arg(question, before).toStdString(), 30);
        for (const char *name : {"prompt", "input", "contents", "messages"})
            rest.remove(QLatin1String(name));
        QCOMPARE(captured::compact(rest), captured::compact(object(QStringLiteral("{%1}").arg(after).toStdString())));
    }

    void everyProviderTakesIt_data()
    {
        QTest::addColumn<QString>("caller");
        for (const auto &caller : broken_streams::callers)
            QTest::newRow(caller.name) << QString::fromLatin1(caller.name);
    }
    void everyProviderTakesIt()
    {
        QFETCH(QString, caller);
        const auto &from = broken_streams::caller(caller.toStdString());
        const wire::Call call = asking(from.name, from.body);
        for (const auto &provider : broken_streams::providers) {
            const Deployment to = deployment(provider.dialect, true);
            const Addressee addressee {to, to.model, provider.dialect};
            const auto rest = continuedCall(call, {"So it", 1, promptingOf(call, addressee)}, provider.dialect);
            QVERIFY(rest);
            const auto encoded = encode(*rest, addressee, {});
            QVERIFY2(encoded, encoded ? "" : encoded.error().message.c_str());
            QVERIFY2(encoded->body.find("So it") != std::string::npos, encoded->body.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestContinuedCalls)
#include "tst_continued_calls.moc"
