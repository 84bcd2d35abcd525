// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/book.h"
#include "gateway/observe/traffic/capture.h"
#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

using std::chrono::microseconds;

Settings small(std::size_t wireBytes, std::size_t memoryBytes)
{
    Settings settings;
    settings.wireBytes = wireBytes;
    settings.memoryBytes = memoryBytes;
    return settings;
}

Receipt called(const std::string &callId)
{
    Receipt receipt;
    receipt.callId = callId;
    return receipt;
}

const wire::Headers noFields;

RequestHead head(const wire::Headers &headers = noFields)
{
    return {"POST", "/v1/chat/completions", headers};
}

std::shared_ptr<Capture> ended(const std::string &callId, std::uint64_t id, const std::string &body, const Settings &settings,
    const std::shared_ptr<Purse> &purse)
{
    auto capture = std::make_shared<Capture>(called(callId), Capture::Door {}, settings, purse);
    capture->setId(id);
    capture->setRequest(head(), body);
    Receipt receipt = called(callId);
    receipt.id = id;
    capture->end(std::make_shared<const Receipt>(receipt));
    return capture;
}

Record cleanRecord(Capture &capture)
{
    return recordOf(takePast(capture), false);
}

} // namespace

class TestTrafficCapture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allFourWiresAreThereWhileItRuns()
    {
        Capture capture(called("c"), {}, Settings {}, std::make_shared<Purse>());
        capture.setRequest(head(), "asked");
        const std::size_t attempt = capture.addAttempt(nullptr, "g", "m", false);
        QVERIFY(capture.phase() == Phase::Waiting);
        capture.setSent(attempt, head(), "sent");
        capture.setAnswered(attempt, 200, {}, microseconds(5));
        capture.addAnswer(attempt, "ans", microseconds(6));
        capture.addAnswer(attempt, "wer", microseconds(7));
        capture.setReply(200, {}, microseconds(8));
        capture.addReply("reply", microseconds(9));
        QVERIFY(capture.phase() == Phase::Streaming);
        const Record record = recordOf(capture, false);
        QVERIFY(record.isRunning);
        QCOMPARE(record.wires.clientRequest.body, std::string("asked"));
        QCOMPARE(record.wires.attempts.at(0).request.body, std::string("sent"));
        QCOMPARE(record.wires.attempts.at(0).response.body, std::string("answer"));
        QVERIFY(record.wires.attempts.at(0).response.end == microseconds(7));
        QCOMPARE(record.wires.clientResponse.body, std::string("reply"));
        QCOMPARE(record.replyBytes, std::uint64_t(5));
        QVERIFY(wire::JsonObject::parse(openRecordJson(record) + "}"));
    }

    void aBodyIsCutAtItsBoundAndSaysSo()
    {
        Capture capture(called("c"), {}, small(10, 1000), std::make_shared<Purse>());
        capture.setReply(200, {}, microseconds(0));
        capture.addReply("12345678", microseconds(0));
        capture.addReply("90abcd", microseconds(0));
        capture.addReply("e", microseconds(0));
        const Wire wire = capture.look().wires.clientResponse;
        QCOMPARE(wire.body, std::string("1234567890"));
        QCOMPARE(wire.bodyBytes, std::uint64_t(15));
        QCOMPARE(wire.cutBytes, std::uint64_t(5));
    }

    void whatRunsSharesItsMemory()
    {
        const auto purse = std::make_shared<Purse>();
        const Settings settings = small(100, 150);
        Capture one(called("1"), {}, settings, purse);
        one.setRequest(head(), std::string(100, 'a'));
        {
            Capture two(called("2"), {}, settings, purse);
            two.setRequest(head(), std::string(100, 'b'));
            QCOMPARE(two.look().wires.clientRequest.body.size(), std::size_t(50));
            QCOMPARE(two.look().wires.clientRequest.cutBytes, std::uint64_t(50));
            QCOMPARE(purse->taken(), std::size_t(150));
        }
        QCOMPARE(purse->taken(), std::size_t(100));
        (void)one.take();
        QCOMPARE(purse->taken(), std::size_t(0));
    }

    void withoutMemoryNothingIsKept()
    {
        Capture capture(called("c"), {}, small(100, 0), std::make_shared<Purse>());
        capture.setRequest(head(), "asked");
        capture.addReply("x", microseconds(0));
        QVERIFY(!capture.keepsWires());
        QVERIFY(capture.look().wires.clientRequest.body.empty());
        QCOMPARE(capture.replyBytes(), std::uint64_t(1)); // how far it is, is known all the same
    }

    void theBookForgetsTheOldestAboveItsBound()
    {
        const Settings settings = small(100000, 40000);
        Book book;
        book.configure(settings);
        const auto purse = std::make_shared<Purse>();
        for (std::uint64_t id = 1; id <= 10; ++id)
            book.add(*ended("call-" + std::to_string(id), id, std::string(9000, 'x'), settings, purse));
        QVERIFY(book.bytes() <= settings.memoryBytes);
        QVERIFY(book.count() >= 2);
        QVERIFY(!book.find("call-1"));
        QVERIFY(book.find("call-10"));
        QCOMPARE(book.find("10")->receipt->callId, std::string("call-10"));
        QCOMPARE(purse->taken(), std::size_t(0));
    }

    void whatIsKeptIsRedactedFirst()
    {
        Settings settings;
        Book book;
        book.configure(settings);
        const auto purse = std::make_shared<Purse>();
        const auto capture = std::make_shared<Capture>(called("c"), Capture::Door {}, settings, purse);
        capture->addSecret("callers-own-words");
        const wire::Headers headers {{"authorization", "Bearer callers-own-words"}};
        capture->setRequest(head(headers), "it is callers-own-words");
        capture->end(std::make_shared<const Receipt>(called("c")));
        book.add(*capture);
        const auto record = book.find("c");
        QCOMPARE(record->wires.clientRequest.body, std::string("it is [redacted]"));
        QVERIFY(openRecordJson(*record).find("callers-own-words") == std::string::npos);
        QVERIFY(record->wires.clientRequest.redactedInBody > 0);
    }

    void bodiesThatAreNoTextAreBase64()
    {
        Settings settings;
        const auto purse = std::make_shared<Purse>();
        const auto capture = ended("c", 1, "\xff\xfe\x01", settings, purse);
        const std::string json = openRecordJson(cleanRecord(*capture)) + "}";
        QVERIFY(json.find("\"body\":null,\"body_base64\":\"/"
                          "/4B\"")
            != std::string::npos);
        QVERIFY(wire::JsonObject::parse(json));
    }

    void aTextThatWasCutWithinACharacterIsStillText()
    {
        const auto capture = ended("c", 1, "ab\u00e9", small(3, 1000), std::make_shared<Purse>());
        const std::string json = openRecordJson(cleanRecord(*capture)) + "}";
        QVERIFY(json.find(R"("body":"ab")") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrafficCapture)
#include "tst_traffic_capture.moc"
