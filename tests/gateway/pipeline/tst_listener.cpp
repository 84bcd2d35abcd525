// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/listener.h"
#include "gateway/pipeline/redact.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

wire::Call callOf(const char *body)
{
    wire::Call call;
    call.body = *wire::JsonObject::parse(body);
    return call;
}

} // namespace

class TestListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void credentialsAreTakenOut()
    {
        QCOMPARE(withoutSecrets("my key is sk-abcdefgh12345678, keep it"), std::string("my key is [redacted], keep it"));
        QCOMPARE(withoutSecrets("Authorization: Bearer abc.def-ghi"), std::string("Authorization: [redacted]"));
        QCOMPARE(withoutSecrets("AKIAIOSFODNN7EXAMPLE"), std::string("[redacted]"));
        QCOMPARE(withoutSecrets("ask-me about risk-taking and sk-1"), std::string("ask-me about risk-taking and sk-1"));
        QCOMPARE(withoutSecrets(""), std::string());
    }

    void whatWasSaidIsForgottenWithTheLastOfThoseWhoHeardIt()
    {
        const auto receipt = std::make_shared<Receipt>();
        receipt->callId = "call";
        receipt->said = std::make_shared<const Said>(Said {"[]", "{}"});
        receipt->circumstances = std::make_shared<const Circumstances>();
        auto one = heard(receipt), other = one;
        one.reset();
        QCOMPARE(other->said->messages, std::string("[]"));
        other.reset();
        QVERIFY(!receipt->said && !receipt->circumstances);
        QCOMPARE(receipt->callId, std::string("call"));
    }

    void membersThatAreNamedForOneAreTakenOutAtAnyDepth()
    {
        QCOMPARE(keepable(R"({"a":[{"Api_Key":{"deep":1},"text":"plain"}],"password":"x"})"),
            std::string(R"({"a":[{"Api_Key":"[redacted]","text":"plain"}],"password":"[redacted]"})"));
        QCOMPARE(keepable(R"("a text with sk-abcdefgh12345678")"), std::string(R"("a text with [redacted]")"));
    }

    void longTextsLoseTheirMiddle()
    {
        const std::string cut = keepable("\"" + std::string(1000, 'a') + std::string(2000, 'b') + "\"");
        QVERIFY(cut.size() < 2200);
        QVERIFY(cut.find("... (litellm_truncated skipped 952 chars) ...") != std::string::npos);
        QVERIFY(cut.starts_with("\"" + std::string(716, 'a') + "..."));
        QVERIFY(cut.ends_with(std::string(1332, 'b') + "\""));
    }

    void whatIsNoJsonOrTooLongLeavesItsLengthOnly()
    {
        QCOMPARE(keepable("{broken"), std::string(R"({"litellm_truncated":"7 bytes"})"));
        std::string many = "[\"x\"";
        for (int i = 0; i < 60000; ++i)
            many += ",\"x\"";
        const std::string kept = keepable(many + "]");
        QVERIFY2(kept.size() < 100 && kept.find("litellm_truncated") != std::string::npos, kept.c_str());
        QVERIFY(keepable(std::string(5000, '[')).find("bytes") != std::string::npos);
    }

    void anAnswersIdIsReadFromItsFirstBytes()
    {
        QCOMPARE(answerId(R"({"id": "chatcmpl-1","object":"chat.completion"})"), std::string("chatcmpl-1"));
        QCOMPARE(answerId("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\"}}"),
            std::string("msg_1"));
        QCOMPARE(answerId(R"({"text":"\"id\":\"no\""})"), std::string());
        QCOMPARE(answerId(R"({"id":7})"), std::string());
        QCOMPARE(answerId(R"({"id":"unfinished)"), std::string());
        QCOMPARE(answerId("{\"id\":\"" + std::string(500, 'x') + "\"}"), std::string());
    }

    void whatIsSaidIsKeptAndAStreamAddsUp()
    {
        Listener whole(callOf(R"({"messages":[{"role":"user","content":"Hi sk-abcdefgh12345678"}]})"), false);
        whole.hear(R"({"choices":[{"message":{"content":"Hello"}}]})");
        const auto said = whole.take();
        QCOMPARE(said->messages, std::string(R"([{"role":"user","content":"Hi sk-abcdefgh12345678"}])"));
        QCOMPARE(keptOf(*said).messages, std::string(R"([{"content":"Hi [redacted]","role":"user"}])"));
        QCOMPARE(keptOf(*said).response, std::string(R"({"choices":[{"message":{"content":"Hello"}}]})"));
        Listener stream(callOf(R"({"input":"Hi"})"), false);
        stream.hear("data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\"");
        stream.hear(":\"lo!\"}}]}\n\ndata: [DONE]\n\n");
        const auto streamed = stream.take();
        QVERIFY(keptOf(*streamed).response.find(R"("content":"Hello!")") != std::string::npos);
        QCOMPARE(keptOf(*streamed).messages, std::string("\"Hi\""));
        Listener silent(callOf(R"({"input":"Hi"})"), false);
        QCOMPARE(keptOf(*silent.take()).response, std::string("{}"));
    }

    void ofVeryLongMessagesOnlyTheLengthIsKept()
    {
        const std::string body = "{\"input\":\"" + std::string(2 * 1024 * 1024, 'x') + "\"}";
        QVERIFY(Listener(callOf(body.c_str()), false).take()->messages.find("litellm_truncated") != std::string::npos);
    }

    void whoWantsNoMessagesKeepsNone()
    {
        Listener listener(callOf(R"({"messages":"secret"})"), true);
        listener.hear("secret");
        const auto said = listener.take();
        QVERIFY(said->messages.find("secret") == std::string::npos);
        QVERIFY(said->response.find("redacted-by-litellm") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
