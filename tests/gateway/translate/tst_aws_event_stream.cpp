// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "event_frames.h"

#include "gateway/translate/aws_event_stream.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::translate;
using namespace event_frames;

namespace {

struct Run {
    std::string sse;
    bool broken = false;
};

Run run(std::string_view bytes, std::size_t size = std::string_view::npos)
{
    const auto frames = awsEventStream();
    Run result;
    Result<> done;
    while (done && !bytes.empty()) {
        const std::string piece(bytes.substr(0, size));
        done = frames->feed(piece, result.sse);
        bytes.remove_prefix(piece.size());
    }
    if (done)
        done = frames->finish(result.sse);
    result.broken = !done;
    return result;
}

const std::string two = event_frames::event("messageStart", R"({"role":"assistant"})")
    + event_frames::event("messageStop", R"({"stopReason":"end_turn"})");
const std::string twoEvents =
    "event: messageStart\ndata: {\"role\":\"assistant\"}\n\nevent: messageStop\ndata: {\"stopReason\":\"end_turn\"}\n\n";

} // namespace

/// AWS's binary framing of streams.
class TestAwsEventStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messagesBecomeEventsHoweverTheyArrive();
    void aPublishedExampleIsRead();
    void everyFlippedByteIsNoticed();
    void everyTruncationIsNoticed();
    void whatCannotBeIsNotWaitedFor_data();
    void whatCannotBeIsNotWaitedFor();
    void brokenFieldsAreNoticed_data();
    void brokenFieldsAreNoticed();
    void valuesOfOtherTypesAreSteppedOver();
    void aPayloadOverLinesBecomesOne();
    void exceptionsBecomeErrors_data();
    void exceptionsBecomeErrors();
    void anErrorWithoutPayloadSaysItsCode();
    void whatInvokeModelWrapsIsUnwrapped();
    void aChunkThatHoldsNothingIsBroken_data();
    void aChunkThatHoldsNothingIsBroken();
};

void TestAwsEventStream::messagesBecomeEventsHoweverTheyArrive()
{
    for (const std::size_t size : {std::string::npos, std::size_t(1), std::size_t(7), std::size_t(100)}) {
        const Run result = run(two, size);
        QVERIFY(!result.broken);
        QCOMPARE(result.sse, twoEvents);
    }
}

// "payload_no_headers" of the specification's test vectors.
void TestAwsEventStream::aPublishedExampleIsRead()
{
    const QByteArray bytes = QByteArray::fromHex("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936");
    const Run result = run(bytes.toStdString());
    QVERIFY(!result.broken);
    QVERIFY(result.sse.find("{'foo':'bar'}") != std::string::npos);
}

void TestAwsEventStream::everyFlippedByteIsNoticed()
{
    for (std::size_t at = 0; at < two.size(); ++at) {
        std::string bytes = two;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        const Run result = run(bytes);
        QVERIFY2(result.broken, qPrintable(QString::number(at)));
        QVERIFY(twoEvents.starts_with(result.sse));
    }
}

void TestAwsEventStream::everyTruncationIsNoticed()
{
    const std::size_t seam = event_frames::event("messageStart", R"({"role":"assistant"})").size();
    for (std::size_t size = 1; size < two.size(); ++size)
        QCOMPARE(run(std::string_view(two).substr(0, size)).broken, size != seam);
}

void TestAwsEventStream::whatCannotBeIsNotWaitedFor_data()
{
    QTest::addColumn<quint32>("size");
    QTest::addColumn<quint32>("fields");
    QTest::newRow("four gigabytes") << 0xffffffffU << 0U;
    QTest::newRow("nothing") << 0U << 0U;
    QTest::newRow("less than its own frame") << 15U << 0U;
    QTest::newRow("more fields than message") << 100U << 85U;
    QTest::newRow("too many fields") << 1048576U << 1000000U;
}

void TestAwsEventStream::whatCannotBeIsNotWaitedFor()
{
    QFETCH(quint32, size);
    QFETCH(quint32, fields);
    std::string sse;
    QVERIFY(!awsEventStream()->feed(prelude(size, fields), sse));
}

void TestAwsEventStream::brokenFieldsAreNoticed_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("a name beyond the end") << QByteArray("\x7f"
                                                         "ab",
        3);
    QTest::newRow("a name without a type") << QByteArray("\x02"
                                                         "ab",
        3);
    QTest::newRow("an unknown type") << QByteArray("\x02"
                                                   "ab\x0a",
        4);
    QTest::newRow("a text without its length") << QByteArray("\x02"
                                                             "ab\x07\x00",
        5);
    QTest::newRow("a text beyond the end") << QByteArray("\x02"
                                                         "ab\x07\x00\x09z",
        7);
    QTest::newRow("half a number") << QByteArray("\x02"
                                                 "ab\x04\x00\x00",
        6);
    QTest::newRow("an event's name with a line break") << QByteArray::fromStdString(field(":event-type", "a\nb"));
}

void TestAwsEventStream::brokenFieldsAreNoticed()
{
    QFETCH(QByteArray, fields);
    const Run result = run(message(fields.toStdString(), "{}"));
    QVERIFY(result.broken);
    QCOMPARE(result.sse, std::string());
}

void TestAwsEventStream::valuesOfOtherTypesAreSteppedOver()
{
    const std::string others = std::string("\x01"
                                           "a\x00",
                                   3)
        + std::string("\x01"
                      "b\x01",
            3)
        + std::string("\x01"
                      "c\x02\x05",
            4)
        + std::string("\x01"
                      "d\x03\x01\x02",
            5)
        + std::string("\x01"
                      "e\x04\x01\x02\x03\x04",
            7)
        + std::string("\x01"
                      "f\x08"
                      "12345678",
            11)
        + std::string("\x01"
                      "g\x06\x00\x02zz",
            7)
        + std::string("\x01"
                      "h\x09"
                      "1234567812345678",
            19);
    QCOMPARE(run(message(others + field(":event-type", "x"), "{}")).sse, std::string("event: x\ndata: {}\n\n"));
}

void TestAwsEventStream::aPayloadOverLinesBecomesOne()
{
    QCOMPARE(run(event_frames::event("x", "{\n  \"a\":\r\n 1}")).sse, std::string("event: x\ndata: {   \"a\":   1}\n\n"));
}

void TestAwsEventStream::exceptionsBecomeErrors_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("throttled") << QByteArray("throttlingException") << 429 << QByteArray("rate_limit_error");
    QTest::newRow("refused") << QByteArray("validationException") << 400 << QByteArray("invalid_request_error");
    QTest::newRow("failed") << QByteArray("internalServerException") << 500 << QByteArray("api_error");
    QTest::newRow("broke off") << QByteArray("modelStreamErrorException") << 424 << QByteArray("api_error");
    QTest::newRow("too slow") << QByteArray("modelTimeoutException") << 408 << QByteArray("timeout_error");
    QTest::newRow("away") << QByteArray("serviceUnavailableException") << 503 << QByteArray("overloaded_error");
    QTest::newRow("nobody knows") << QByteArray("newException") << 500 << QByteArray("api_error");
}

void TestAwsEventStream::exceptionsBecomeErrors()
{
    QFETCH(QByteArray, name);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    const Run result = run(exception(name.toStdString(), R"({"message":"It \"broke\""})"));
    QVERIFY(!result.broken);
    QCOMPARE(result.sse,
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"" + type.toStdString()
            + "\",\"status\":" + std::to_string(status) + ",\"message\":\"" + name.toStdString() + ": It \\\"broke\\\"\"}}\n\n");
}

void TestAwsEventStream::anErrorWithoutPayloadSaysItsCode()
{
    const std::string fields =
        field(":message-type", "error") + field(":error-code", "InternalFailure") + field(":error-message", "It broke");
    QVERIFY(run(message(fields, "")).sse.find("InternalFailure: It broke") != std::string::npos);
}

void TestAwsEventStream::whatInvokeModelWrapsIsUnwrapped()
{
    const QByteArray inner = R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}})";
    const std::string payload = R"({"bytes":")" + inner.toBase64().toStdString() + R"(","p":"abc"})";
    QCOMPARE(
        run(event_frames::event("chunk", payload), 1).sse, "event: content_block_delta\ndata: " + inner.toStdString() + "\n\n");
}

void TestAwsEventStream::aChunkThatHoldsNothingIsBroken_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no JSON") << QByteArray("x");
    QTest::newRow("no bytes") << QByteArray("{}");
    QTest::newRow("no base64") << QByteArray(R"({"bytes":"a*b"})");
}

void TestAwsEventStream::aChunkThatHoldsNothingIsBroken()
{
    QFETCH(QByteArray, payload);
    QVERIFY(run(event_frames::event("chunk", payload.toStdString())).broken);
}

QTEST_APPLESS_MAIN(TestAwsEventStream)
#include "tst_aws_event_stream.moc"
