// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "broken_streams.h"
#include "request_cases.h"
#include "strict_readers.h"

#include "gateway/translate/continuation.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using broken_streams::Frames;
using broken_streams::Provider;
using broken_streams::Words;
using strict_readers::Message;

namespace {

const Words words {"The capital", " of France", " is \"Par", "is\" – é", " and\n", "that of", " Spain is Madrid."};

std::string whole(const Words &said)
{
    std::string text;
    for (const std::string &word : said)
        text += word;
    return text;
}

/// A caller whose answer goes from provider to provider.
class Heard
{
public:
    explicit Heard(const broken_streams::Caller &caller, const std::string &body = {})
        : dialect(caller.dialect)
        , m_call(*request_cases::call(caller.dialect, body.empty() ? caller.body : body))
    {
        m_call.stream = true;
        continuation.emplace(m_call);
    }

    /// What \a from says, as far as \a frames goes, in pieces; then its connection ends.
    Result<> take(const Provider &from, const Frames &frames, bool ends = true)
    {
        if (continuation->hasBegun())
            rest = continuation->rest(addressee(from));
        stream = continuation->makeStream(view(from), from.contentType);
        Result<> done;
        for (const std::string &frame : frames) {
            for (std::size_t at = 0; done && at < frame.size(); at += 50)
                done = stream->feed(std::string(frame.substr(at, 50)), out);
        }
        return done && ends ? stream->finish(out) : done;
    }
    View view(const Provider &from) const
    {
        View view {from.dialect, dialect, "alias", from.name, true, false, {from.name, from.title, from.dialect}};
        view.request = &m_call.body;
        view.upstreamModel = "p-model";
        view.framing = framing;
        return view;
    }
    Message read() const { return strict_readers::read(dialect, out); }
    int remarks() const { return int(captured::text(out).count(QLatin1String(": gatehouse continued"))); }

    Addressee addressee(const Provider &from)
    {
        deployment = request_cases::deployment({from.name, from.title, from.dialect}, "p-model");
        deployment.facts.capabilities.set(Capability::AssistantPrefill, isPrefillable);
        return {deployment, deployment.model, from.dialect};
    }

    const Dialect dialect;
    std::optional<Continuation> continuation;
    Result<wire::Call> rest = Failure {Error {}};
    std::unique_ptr<Stream> stream;
    std::string out;
    Deployment deployment;
    wire::Framing framing = wire::Framing::Events;
    bool isPrefillable = false;

private:
    wire::Call m_call;
};

Frames firstOf(Frames frames, std::size_t count)
{
    frames.resize(std::min(count, frames.size()));
    return frames;
}

Words remainder(const std::string &said)
{
    std::size_t at = 0, size = 0;
    while (size < said.size())
        size += words[at++].size();
    return {words.begin() + std::ptrdiff_t(at), words.end()};
}

#define VERIFY_SOUND(message)                                                                                                    \
    QVERIFY2((message).complaints.isEmpty(), qPrintable((message).complaints.join(QLatin1Char('\n'))));                          \
    QCOMPARE((message).starts, 1);                                                                                               \
    QCOMPARE((message).ends, 1)

} // namespace

class TestContinuation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsOneWhereverItBroke_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        for (const auto &caller : broken_streams::callers)
            for (const Provider &first : broken_streams::providers)
                for (const Provider &second : broken_streams::providers)
                    QTest::addRow("%s: %s, then %s", caller.name, first.name, second.name) << QString::fromLatin1(
                        caller.name) << QString::fromLatin1(first.name) << QString::fromLatin1(second.name);
    }
    void anAnswerIsOneWhereverItBroke()
    {
        QFETCH(QString, caller);
        QFETCH(QString, first);
        QFETCH(QString, second);
        const Provider &from = broken_streams::provider(first.toStdString());
        const Provider &next = broken_streams::provider(second.toStdString());
        const Frames frames = from.frames(words);
        int continued = 0;
        for (std::size_t cut = 0; cut < frames.size(); ++cut) {
            Heard answer(broken_streams::caller(caller.toStdString()));
            if (answer.take(from, firstOf(frames, cut)))
                continue; // nothing was missing but what nobody needs
            const std::string said = answer.read().text.toStdString();
            const bool begun = answer.continuation->hasBegun();
            QCOMPARE(begun, !said.empty());
            if (begun && !answer.continuation->mayGoOn()) {
                QCOMPARE(answer.continuation->obstacle(), std::string_view("it had come to its end"));
                continue;
            }
            const auto done = answer.take(next, next.frames(remainder(said)));
            QVERIFY2(done, done ? "" : done.error().message.c_str());
            continued += begun ? 1 : 0;
            const Message message = answer.read();
            VERIFY_SOUND(message);
            QCOMPARE(message.text, captured::text(whole(words)));
            QVERIFY2(message.ids.size() <= 1, qPrintable(message.ids.join(QLatin1Char('|'))));
            QCOMPARE(answer.remarks(), begun && answer.dialect != Dialect::GeminiGenerate ? 1 : 0);
            QCOMPARE(message.output, int(answer.stream->usage().output));
            QCOMPARE(message.input, int(answer.stream->usage().input));
            QVERIFY(message.output > (begun ? 7 : 6) && message.input >= 100);
        }
        QVERIFY(continued >= int(words.size()) - 1);
    }

    void whatBrokeBehindItsEndIsWhole_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("first");
        for (const auto &caller : broken_streams::callers)
            for (const Provider &first : broken_streams::providers)
                QTest::addRow("%s: %s", caller.name, first.name)
                    << QString::fromLatin1(caller.name) << QString::fromLatin1(first.name);
    }
    void whatBrokeBehindItsEndIsWhole()
    {
        QFETCH(QString, caller);
        QFETCH(QString, first);
        const Provider &from = broken_streams::provider(first.toStdString());
        const Frames frames = from.frames(words);
        int ended = 0;
        for (std::size_t cut = 0; cut <= frames.size(); ++cut) {
            Heard answer(broken_streams::caller(caller.toStdString()));
            if (!answer.take(from, firstOf(frames, cut), false))
                continue;
            const auto ending = answer.continuation->ending();
            QVERIFY(!ending || !answer.continuation->mayGoOn());
            if (!ending)
                continue;
            ++ended;
            answer.out += *ending;
            VERIFY_SOUND(answer.read());
            QCOMPARE(answer.read().text, captured::text(whole(words)));
        }
        const bool isTold = first != QLatin1String("gemini"); // of whose end nobody is told before all of it is there
        if (isTold
            && (caller == QLatin1String("chat") || (caller == QLatin1String("messages") && first == QLatin1String("anthropic"))))
            QVERIFY(ended > 0);
    }

    void aStreamThatIsOnlyFollowedIsTheSame_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("provider");
        for (const auto &caller : broken_streams::callers)
            for (const Provider &provider : broken_streams::providers)
                QTest::addRow("%s of %s", caller.name, provider.name)
                    << QString::fromLatin1(caller.name) << QString::fromLatin1(provider.name);
    }
    void aStreamThatIsOnlyFollowedIsTheSame()
    {
        QFETCH(QString, caller);
        QFETCH(QString, provider);
        const Provider &from = broken_streams::provider(provider.toStdString());
        Heard heard(broken_streams::caller(caller.toStdString()));
        QVERIFY(heard.take(from, from.frames(words)));
        View view = heard.view(from);
        std::string out;
        const auto stream = makeStream(view, from.contentType);
        for (const std::string &frame : from.frames(words))
            QVERIFY(stream->feed(frame, out));
        QVERIFY(stream->finish(out));
        const QRegularExpression volatiles(QStringLiteral("[0-9a-f]{8}-[0-9a-f-]{27}|\"created(_at)?\":[0-9]+"));
        QCOMPARE(captured::text(heard.out).remove(volatiles), captured::text(out).remove(volatiles));
        QCOMPARE(heard.stream->usage().output, 7);
        QCOMPARE(heard.continuation->parts().size(), std::size_t(1));
        QVERIFY(!heard.continuation->parts().front().isEstimate);
        QVERIFY(!heard.continuation->mayGoOn());
    }

    void itMayBreakMoreThanOnce()
    {
        Heard heard(broken_streams::caller("messages"));
        const auto &openAi = broken_streams::provider("openai"), &anthropic = broken_streams::provider("anthropic");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3))); // "The capital of France"
        QVERIFY(!heard.take(anthropic, firstOf(anthropic.frames(remainder("The capital of France")), 2))); // not a word
        QVERIFY(!heard.take(anthropic, firstOf(anthropic.frames(remainder("The capital of France")), 3))); // " is \"Par"
        QVERIFY(heard.continuation->mayGoOn());
        QVERIFY(heard.take(openAi, openAi.frames(remainder("The capital of France is \"Par"))));
        const Message message = heard.read();
        VERIFY_SOUND(message);
        QCOMPARE(message.text, captured::text(whole(words)));
        QCOMPARE(heard.remarks(), 2); // who said nothing took no part
        QCOMPARE(heard.continuation->parts().size(), std::size_t(3));
    }

    void everyPartIsCountedOnce()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &openAi = broken_streams::provider("openai"), &anthropic = broken_streams::provider("anthropic");
        QVERIFY(!heard.take(anthropic, firstOf(anthropic.frames(words), 4))); // it said what it read, not what it said
        QVERIFY(heard.take(openAi, openAi.frames(remainder("The capital of France"))));
        const auto &parts = heard.continuation->parts();
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].deployment, std::string("anthropic"));
        QVERIFY(parts[0].isEstimate && !parts[1].isEstimate);
        QCOMPARE(parts[0].usage.input, 100);
        QCOMPARE(parts[0].usage.output, 6); // 21 bytes
        QCOMPARE(parts[1].usage.output, 7);
        QCOMPARE(heard.read().input, 200);
        QCOMPARE(heard.read().output, 13);
    }

    void whatWasReadIsGuessedByTheNext()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        QVERIFY(!heard.stream->usage().reported);
        QVERIFY(heard.take(openAi, openAi.frames(remainder("The capital of France"))));
        const auto &first = heard.continuation->parts().front().usage;
        QVERIFY(first.input > 0 && first.input < 100 - first.output); // the next one read the instruction too
    }

    void whatTheNextRepeatsIsSaidOnce()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &openAi = broken_streams::provider("openai"), &gemini = broken_streams::provider("gemini");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        QVERIFY(heard.take(gemini, gemini.frames({"capi", "tal of Fra", "nce is ", "Paris."})));
        QCOMPARE(heard.read().text, QStringLiteral("The capital of France is Paris."));
    }

    void whatMayBeRepeatedIsNotHeldForLong()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        const std::size_t before = heard.out.size();
        const Frames frames = openAi.frames({"The capital of", " Spain", " is Madrid."});
        QVERIFY(heard.take(openAi, firstOf(frames, 2), false));
        QCOMPARE(heard.out.size(), before);
        QVERIFY(heard.stream->feed(frames[2], heard.out));
        QCOMPARE(heard.read().text, QStringLiteral("The capital of FranceThe capital of Spain"));
    }

    void aSpaceThatWasWithheldIsSaidOnce()
    {
        Heard heard(broken_streams::caller("messages"));
        heard.isPrefillable = true;
        const auto &anthropic = broken_streams::provider("anthropic");
        QVERIFY(!heard.take(anthropic, firstOf(anthropic.frames({"One, \n"}), 3)));
        QVERIFY(heard.take(anthropic, anthropic.frames({" \n", " two"})));
        QVERIFY2(heard.rest->body.text().find(R"({"role":"assistant","content":"One,"}])") != std::string::npos,
            heard.rest->body.text().c_str());
        QCOMPARE(heard.read().text, QStringLiteral("One, \n two"));
    }

    void aCallThatHasBegunIsNotGoneOnWith()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &anthropic = broken_streams::provider("anthropic");
        Frames frames = firstOf(anthropic.frames(words), 4);
        frames.push_back(broken_streams::event(R"({"type":"content_block_stop","index":0})"));
        frames.push_back(broken_streams::event(
            R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"look","input":{}}})"));
        QVERIFY(!heard.take(anthropic, frames));
        QVERIFY(heard.continuation->hasBegun() && !heard.continuation->mayGoOn());
        QCOMPARE(heard.continuation->obstacle(), std::string_view("a tool call had begun"));
    }

    // Google's callers get calls whole: one that is not was never theirs.
    void aCallThatTheCallerHasNotSeenIsMadeAgain()
    {
        Heard heard(broken_streams::caller("gemini"));
        const auto &anthropic = broken_streams::provider("anthropic"), &gemini = broken_streams::provider("gemini");
        Frames frames = firstOf(anthropic.frames(words), 4);
        frames.push_back(broken_streams::event(
            R"({"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t","name":"look","input":{}}})"));
        QVERIFY(!heard.take(anthropic, frames));
        QVERIFY(heard.continuation->mayGoOn());
        Frames rest = gemini.frames({"."});
        rest.insert(rest.begin() + 1,
            broken_streams::data(
                R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"look","args":{}}}]},"index":0}]})"));
        QVERIFY(heard.take(gemini, rest));
        VERIFY_SOUND(heard.read());
        QCOMPARE(heard.read().tools, QStringLiteral("look"));
    }

    void theNextMayCallTools_data()
    {
        QTest::addColumn<QString>("caller");
        for (const char *name : {"chat", "messages", "responses", "gemini"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theNextMayCallTools()
    {
        QFETCH(QString, caller);
        Heard heard(broken_streams::caller(caller.toStdString()));
        const auto &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        Frames frames = openAi.frames({"."});
        frames[frames.size() - 3] = broken_streams::data(
            R"({"id":"c","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t","type":"function","function":)"
            R"({"name":"look","arguments":"{}"}}]},"finish_reason":"tool_calls"}]})");
        QVERIFY(heard.take(openAi, frames));
        VERIFY_SOUND(heard.read());
        QCOMPARE(heard.read().text, QStringLiteral("The capital of France."));
        QVERIFY(heard.read().tools.startsWith(QLatin1String("look")));
    }

    void aThoughtMustBeFinished()
    {
        const auto &anthropic = broken_streams::provider("anthropic"), &openAi = broken_streams::provider("openai");
        const Frames whole = anthropic.frames({"So"});
        const Frames thought {whole[0],
            broken_streams::event(
                R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})"),
            broken_streams::event(
                R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}})"),
            broken_streams::event(
                R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s"}})")};
        Heard half(broken_streams::caller("messages"));
        QVERIFY(!half.take(anthropic, firstOf(thought, 3)));
        QCOMPARE(half.continuation->obstacle(), std::string_view("it broke off within a thought"));

        Heard heard(broken_streams::caller("messages"));
        QVERIFY(!heard.take(anthropic, thought));
        QVERIFY(heard.continuation->mayGoOn());
        QVERIFY(heard.take(openAi, openAi.frames({"So"})));
        QCOMPARE(captured::text(heard.rest->body.text()), QLatin1String(broken_streams::caller("messages").body));
        VERIFY_SOUND(heard.read());
        QCOMPARE(heard.read().thoughts + heard.read().text, QStringLiteral("Hm.So"));
    }

    void thoughtsDoNotCutATextInTwo()
    {
        Heard heard(broken_streams::caller("messages"));
        const auto &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        Frames frames = openAi.frames({" is Paris."});
        frames.insert(
            frames.begin() + 1, broken_streams::data(R"({"choices":[{"index":0,"delta":{"reasoning_content":"Hm."}}]})"));
        QVERIFY(heard.take(openAi, frames));
        VERIFY_SOUND(heard.read());
        QCOMPARE(heard.read().thoughts, QString());
        QCOMPARE(captured::text(heard.out).count(QLatin1String("event: content_block_start")), 1);
    }

    void theProvidersOwnErrorIsKeptBack()
    {
        const std::string error =
            broken_streams::event(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
        Heard heard(broken_streams::caller("messages"));
        const auto &anthropic = broken_streams::provider("anthropic");
        Frames frames = firstOf(anthropic.frames(words), 3);
        frames.back() += error;
        QVERIFY(!heard.take(anthropic, frames));
        QVERIFY(!heard.stream->saidError());
        QCOMPARE(captured::text(heard.continuation->withheld()), captured::text(error));
        QVERIFY(heard.out.find("overloaded_error") == std::string::npos);
        QVERIFY(heard.continuation->mayGoOn());
        QVERIFY(heard.take(anthropic, anthropic.frames(remainder("The capital"))));
        VERIFY_SOUND(heard.read());
        QVERIFY(heard.continuation->withheld().empty());
    }

    void aFailedResponseIsKeptBack()
    {
        Heard heard(broken_streams::caller("responses"));
        const auto &responses = broken_streams::provider("responses");
        Frames frames = firstOf(responses.frames(words), 5);
        frames.push_back(broken_streams::event(
            R"({"type":"response.failed","sequence_number":5,"response":{"id":"resp_p","status":"failed","error":{"code":"server_error","message":"no"}}})"));
        QVERIFY(!heard.take(responses, frames));
        QVERIFY(heard.continuation->withheld().starts_with("event: response.failed\n"));
        QVERIFY(heard.take(responses, responses.frames(remainder("The capital"))));
        VERIFY_SOUND(heard.read());
        QCOMPARE(heard.read().text, captured::text(whole(words)));
    }

    void anArrayGoesOn()
    {
        Heard heard(broken_streams::caller("gemini"));
        heard.framing = wire::Framing::Array;
        const auto &gemini = broken_streams::provider("gemini"), &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(words), 3)));
        QVERIFY(heard.take(gemini, gemini.frames(remainder("The capital of France"))));
        const QJsonArray items = QJsonDocument::fromJson(QByteArray::fromStdString(heard.out)).array();
        QString text;
        for (const QJsonValue item : items)
            text +=
                item[QLatin1String("candidates")][0][QLatin1String("content")][QLatin1String("parts")][0][QLatin1String("text")]
                    .toString();
        QCOMPARE(text, captured::text(whole(words)));
    }

    void anArrayThatBrokeBehindItsEndIsWhole()
    {
        Heard heard(broken_streams::caller("gemini"));
        heard.framing = wire::Framing::Array;
        const auto &gemini = broken_streams::provider("gemini");
        QVERIFY(heard.take(gemini, gemini.frames(words), false));
        QCOMPARE(heard.continuation->ending(), std::optional<std::string>("]"));
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(heard.out + "]")).isArray());
    }

    void whatNobodyCanGoOnWithIsKnownAtOnce_data()
    {
        QTest::addColumn<QString>("caller");
        QTest::addColumn<QString>("body");
        const auto add = [](const char *caller, const char *body) {
            QTest::addRow("%s %s", caller, body) << QString::fromLatin1(caller) << QString::fromLatin1(body);
        };
        add("chat", R"({"messages":[],"n":2})");
        add("chat", R"({"messages":[],"response_format":{"type":"json_schema"}})");
        add("chat", R"({"messages":[],"modalities":["text","audio"]})");
        add("chat", R"({"messages":[],"logprobs":true})");
        add("completions", R"({"prompt":["a","b"]})");
        add("completions", R"({"prompt":[1,2]})");
        add("completions", R"({"prompt":"a","echo":true})");
        add("messages", R"({"messages":[],"output_config":{"format":{"type":"json_schema"}}})");
        add("responses", R"({"input":"a","text":{"format":{"type":"json_object"}}})");
        add("responses", R"({"input":"a","background":true})");
        add("gemini", R"({"contents":[],"generationConfig":{"responseMimeType":"application/json"}})");
        add("gemini", R"({"contents":[],"generation_config":{"candidate_count":2}})");
        add("gemini", R"({"contents":[],"generationConfig":{"responseModalities":["TEXT","IMAGE"]}})");
    }
    void whatNobodyCanGoOnWithIsKnownAtOnce()
    {
        QFETCH(QString, caller);
        QFETCH(QString, body);
        auto call = request_cases::call(broken_streams::caller(caller.toStdString()).dialect, body.toStdString());
        QVERIFY(call);
        call->stream = true;
        QVERIFY(!Continuation::isOfUse(*call));
        auto plain = request_cases::call(Dialect::OpenAiChat, broken_streams::caller("chat").body);
        QVERIFY(Continuation::isOfUse(*plain));
        plain->stream = false;
        QVERIFY(!Continuation::isOfUse(*plain));
    }

    void anEndlessAnswerIsNotKept()
    {
        Heard heard(broken_streams::caller("chat"));
        const auto &openAi = broken_streams::provider("openai");
        QVERIFY(!heard.take(openAi, firstOf(openAi.frames(Words(1100, std::string(1000, 'x'))), 1100)));
        QCOMPARE(heard.continuation->obstacle(), std::string_view("it is too long to be shown to another"));
    }
};

QTEST_APPLESS_MAIN(TestContinuation)
#include "tst_continuation.moc"
