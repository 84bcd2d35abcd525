// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/hidden_words.h"
#include "gateway/observe/traffic/redaction.h"
#include "gateway/observe/traffic/secret_text.h"
#include "gateway/wire/json_object.h"

#include <QTest>

#include <array>
#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

const std::vector<Secret> known {Secret("my/own+token")};

std::string erased(std::string text)
{
    eraseSecrets(text, KnownSecrets(known));
    return text;
}

std::string erasedUrl(std::string url)
{
    eraseSecretsOfUrl(url, KnownSecrets(known));
    return url;
}

Wire wireWith(std::string name, std::string value, int status = 0)
{
    Wire wire;
    wire.status = status;
    wire.begin = std::chrono::microseconds(0);
    wire.headers.add(name, value);
    return wire;
}

// What becomes of \a sent beside \a asked, which is what the caller sent.
std::string redactedBeside(const std::string &asked, const std::string &sent)
{
    Wires wires;
    wires.attempts.resize(1);
    wires.clientRequest.body = asked;
    wires.attempts.front().request.body = sent;
    redact(wires, known, false);
    return wires.attempts.front().request.body;
}

std::string redactedHeader(const std::string &name, const std::string &value, int status = 0)
{
    Wires wires;
    (status ? wires.clientResponse : wires.clientRequest) = wireWith(name, value, status);
    redact(wires, known, false);
    return std::string((status ? wires.clientResponse : wires.clientRequest).headers.value(name));
}

} // namespace

class TestTrafficRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatLooksLikeACredentialGoes()
    {
        QCOMPARE(erased("use sk-abcdefgh12 now"), std::string("use [redacted] now"));
        QCOMPARE(erased("Bearer abc.def-123456"), std::string("[redacted]"));
        QCOMPARE(erased("task-abcdefghijkl and risk-free-livings"), std::string("task-abcdefghijkl and risk-free-livings"));
    }

    void whatIsKnownGoesWhereverItStands()
    {
        QCOMPARE(erased("xmy/own+tokenx"), std::string("x[redacted]x"));
        QCOMPARE(erased("{\"a\":\"my\\/own+token\"}"), std::string("{\"a\":\"[redacted]\"}"));
    }

    void membersNamedForACredentialLoseTheirText()
    {
        QCOMPARE(
            erased("{\"api_key\" : \"plain\",\"x\":\"plain\"}"), std::string("{\"api_key\" : \"[redacted]\",\"x\":\"plain\"}"));
        QCOMPARE(erased("{\"password\":\"a\\\"b\",\"n\":1}"), std::string("{\"password\":\"[redacted]\",\"n\":1}"));
        QCOMPARE(erased("{\"api_key\":"), std::string("{\"api_key\":"));
        QCOMPARE(erased("{\"api_key\":\"cut off"), std::string("{\"api_key\":\"[redacted]"));
    }

    void addressesLoseWhatTheirQueriesAndUsersSay()
    {
        QCOMPARE(erasedUrl("https://h/p?alt=sse&key=AbC&x=1"), std::string("https://h/p?alt=sse&key=[redacted]&x=1"));
        QCOMPARE(erasedUrl("https://me:word@h/p"), std::string("https://[redacted]@h/p"));
        QCOMPARE(erasedUrl("/p?X-Amz-Signature=ff&X-Amz-Date=1"), std::string("/p?X-Amz-Signature=[redacted]&X-Amz-Date=1"));
        QCOMPARE(erasedUrl("?"), std::string("?"));
    }

    void headerFieldsAreJudgedByTheirNames()
    {
        for (const char *name : {"Authorization", "x-api-key", "api-key", "X-Goog-Api-Key", "Cookie", "X-Amz-Security-Token",
                 "x-litellm-key", "helicone-auth"})
            QCOMPARE(redactedHeader(name, "v"), std::string("[redacted]"));
        QCOMPARE(redactedHeader("content-type", "application/json"), std::string("application/json"));
        QCOMPARE(redactedHeader("set-cookie", "a=b", 200), std::string("[redacted]"));
        QCOMPARE(redactedHeader("x-litellm-key-spend", "0.5", 200), std::string("0.5"));
    }

    void theirValuesAreJudgedToo()
    {
        QCOMPARE(redactedHeader("x-note", "use sk-abcdefgh12 now"), std::string("use [redacted] now"));
        QCOMPARE(redactedHeader("x-note", "my/own+token"), std::string("[redacted]"));
        QCOMPARE(redactedHeader("x-note", "{\"api_key\":\"plain\"}"), std::string("{\"api_key\":\"[redacted]\"}"));
        QCOMPARE(redactedHeader("referer", "https://me:word@h/p"), std::string("https://[redacted]@h/p"));
        QCOMPARE(redactedHeader("referer", "https://h/p?key=AbC"), std::string("https://h/p?key=[redacted]"));
    }

    void allOfAHeadIsCounted()
    {
        Wires wires;
        Wire &wire = wires.clientRequest;
        wire.target = "/p?key=AbC";
        wire.headers = {
            {"authorization", "Bearer x"}, {"accept", "sk-abcdefgh12, sk-abcdefgh34"}, {"a", ""}, {"b", "plain value"}};
        redact(wires, known, false);
        QCOMPARE(wire.redactedInHead, std::uint32_t(4));
        QCOMPARE(wire.target, std::string("/p?key=[redacted]"));
        QCOMPARE(wire.headers.value("accept"), std::string_view("[redacted], [redacted]"));
        QCOMPARE(wire.headers.value("b"), std::string_view("plain value"));
        QVERIFY(wire.headers.has("a"));
    }

    void whatOnlyOneOfTwoLikeBodiesHasIsFound()
    {
        const std::string left(300, 'l'), right(300, 'r'), spaces(400, ' ');
        QCOMPARE(redactedBeside(left + " " + right, left + " sk-abcdefgh12 " + right), left + " [redacted] " + right);
        QCOMPARE(
            redactedBeside(left + "-xsk-abcdefgh12 " + right, left + "-sk-abcdefgh12 " + right), left + "-[redacted] " + right);
        QCOMPARE(redactedBeside(left + " my/own token" + right, left + " my/own+token" + right), left + " [redacted]" + right);
        QCOMPARE(redactedBeside(left + "\"api_k\": \"plain\"" + right, left + "\"api_key\": \"plain\"" + right),
            left + "\"api_key\": \"[redacted]\"" + right);
        QCOMPARE(redactedBeside(left + "\"api_key\"" + spaces + "; \"plain\"" + right,
                     left + "\"api_key\"" + spaces + ": \"plain\"" + right),
            left + "\"api_key\"" + spaces + ": \"[redacted]\"" + right);
        QCOMPARE(redactedBeside(left + "\"api_keys\"" + spaces + ":" + spaces + "\"plain\"" + right,
                     left + "\"api_key\"" + spaces + ":" + spaces + "\"plain\"" + right),
            left + "\"api_key\"" + spaces + ":" + spaces + "\"[redacted]\"" + right);
        QCOMPARE(redactedBeside("sk-abcdefgh12 " + left, "sk-abcdefgh12 " + left), "[redacted] " + left);
    }

    void likeBodiesComeOutAsEachWouldAlone()
    {
        std::mt19937 random(5);
        const std::array<std::string, 16> pieces {"\"api_key\"", "\"secret\"", ":", " ", std::string(150, ' '), "\"", "sk-",
            "abcdefgh", "Bearer ", "my/own+", "token", "x", std::string(200, 'w'), ",", "{", "sk_"};
        const auto some = [&](std::size_t most) {
            std::string text;
            for (std::size_t count = random() % most; count > 0; --count)
                text += pieces[random() % pieces.size()];
            return text;
        };
        for (int round = 0; round < 20000; ++round) {
            const std::string left = some(8), right = some(8);
            const std::string sent = left + some(4) + right;
            QCOMPARE(redactedBeside(left + some(4) + right, sent), erased(sent));
        }
    }

    void aCredentialThatWasCutInTwoGoesToo()
    {
        Wires wires;
        Wire &wire = wires.clientRequest;
        wire.begin = std::chrono::microseconds(0);
        wire.body = "text my/own+to";
        wire.bodyBytes = 100;
        wire.cutBytes = 86;
        redact(wires, known, false);
        QCOMPARE(wire.body, std::string("text "));
        QCOMPARE(wire.bodyBytes, std::uint64_t(100));
    }

    void wordsAreHiddenAndTheShapeStays()
    {
        const std::string body = "{\"model\":\"gpt\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                                 "\"text\",\"text\":\"my \\\" name\"}]}],\"n\":1.5e3}";
        QCOMPARE(withoutWords(body),
            std::string("{\"model\":\"gpt\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                        "\"text\":\"redacted-by-litellm\"}]}],\"n\":1.5e3}"));
    }

    void wordsOfEventsAreHidden()
    {
        const std::string events = "event: x\ndata: {\"id\":\"c1\",\"choices\":[{\"delta\":{\"content\":\"secret\"}}]}\n\n"
                                   "data: [DONE]\n\ndata: half a secret\n";
        const std::string hidden = withoutWords(events);
        QVERIFY(hidden.find("secret") == std::string::npos);
        QVERIFY(hidden.find("\"id\":\"c1\"") != std::string::npos);
        QVERIFY(hidden.find("[DONE]") != std::string::npos);
    }

    void hostileBodiesGiveNothingAway()
    {
        for (const std::string body : {"{\"a\":\"secret", "{secret:1}", "[\"secret\\", "{\"messages\":secret}", "secret",
                 "\"secret\"", "{\"x\":{\"model\":\"secret\"}}", "{\"a\":\"\\u0073ecret secret\"}"})
            QVERIFY2(withoutWords(body).find("secret") == std::string::npos, body.c_str());
        QVERIFY(withoutWords("{\"secret\":1}").find("secret") != std::string::npos); // names of members stay
    }

    void noBytesBreakIt()
    {
        std::mt19937 random(7);
        const std::string_view pieces = "{}[]:,\"\\ sk-Bearer api_key?&=://@\n\xff\xc3";
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (std::size_t length = random() % 60; length > 0; --length)
                text += pieces[random() % pieces.size()];
            (void)withoutWords(text);
            std::string one = text, other = text;
            eraseSecrets(one, KnownSecrets(known));
            eraseSecretsOfUrl(other, KnownSecrets(known));
        }
    }

    void manyKeysInARowAreReadInNoTime()
    {
        std::string text;
        for (int i = 0; i < 300000; ++i)
            text += "sk-";
        QCOMPARE(eraseSecrets(text, KnownSecrets(known)), std::size_t(1));
        QCOMPARE(text, std::string("[redacted]"));
    }

    void manyColonsAreReadInNoTime()
    {
        std::string text;
        for (int i = 0; i < 300000; ++i)
            text += "\" :";
        eraseSecrets(text, KnownSecrets(known));
        QVERIFY(text.size() >= 900000);
    }
};

QTEST_APPLESS_MAIN(TestTrafficRedaction)
#include "tst_traffic_redaction.moc"
