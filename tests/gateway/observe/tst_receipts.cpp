// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/milliseconds.h"
#include "gateway/observe/receipt_ring.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/wire/json_object.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe;

namespace {

Receipt receipt(const std::string &model)
{
    Receipt result;
    result.model = model;
    result.callId = "c";
    return result;
}

std::shared_ptr<traffic::Capture> capture(const Receipt &receipt)
{
    auto result = std::make_shared<traffic::Capture>(receipt, traffic::Capture::Door {}, traffic::Settings {}, nullptr);
    result->setAdmitted(receipt);
    return result;
}

std::shared_ptr<const Receipt> ended(Receipt receipt, std::uint64_t id)
{
    receipt.id = id;
    return std::make_shared<const Receipt>(std::move(receipt));
}

} // namespace

class TestReceipts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallIsARowFromItsStartToItsEnd()
    {
        ReceiptRing ring;
        Receipt running = receipt("m");
        const std::uint64_t id = ring.open(capture(running));
        QCOMPARE(ring.running(), std::size_t(1));
        const auto first = ring.changedAfter(0, 10);
        QCOMPARE(first.rows.size(), std::size_t(1));
        QVERIFY(first.rows.front().running);
        running.outcome = Outcome::Completed;
        ring.file(ended(running, id));
        QCOMPARE(ring.running(), std::size_t(0));
        const auto second = ring.changedAfter(first.next, 10);
        QCOMPARE(second.rows.size(), std::size_t(1));
        QVERIFY(!second.rows.front().running);
        QCOMPARE(second.rows.front().receipt->id, id);
        QVERIFY(ring.changedAfter(second.next, 10).rows.empty());
    }

    void whatIsLearntOfARunningCallIsAChange()
    {
        ReceiptRing ring;
        const std::uint64_t id = ring.open(capture(receipt("m")));
        const auto seen = ring.changedAfter(0, 10);
        ring.touch(id);
        QCOMPARE(ring.changedAfter(seen.next, 10).rows.size(), std::size_t(1));
        ring.touch(id + 1);
        ring.touch(0); // of no row: nothing happens
        QCOMPARE(ring.changedAfter(seen.next, 10).next, seen.next + 1);
    }

    void aRowIsFoundByIdAndByCallId()
    {
        ReceiptRing ring;
        const std::uint64_t id = ring.open(capture(receipt("m")));
        QVERIFY(ring.find(std::to_string(id))->running);
        QVERIFY(ring.find("c")->running);
        ring.file(ended(receipt("m"), id));
        QCOMPARE(ring.find("c")->receipt->model, std::string("m"));
        QVERIFY(!ring.find("another"));
        QVERIFY(!ring.find(""));
    }

    void theRingForgetsTheOldest()
    {
        ReceiptRing ring;
        const std::uint64_t first = ring.open(capture(receipt("first")));
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < ReceiptRing::capacity; ++i) {
            last = ring.open(capture(receipt("m")));
            ring.file(ended(receipt("m"), last));
        }
        ring.file(ended(receipt("first"), first)); // moved out while it ran: nothing breaks, nothing counts as running for ever
        QCOMPARE(ring.running(), std::size_t(0));
        QCOMPARE(ring.changedAfter(0, 5000).rows.size(), ReceiptRing::capacity);
        QCOMPARE(ring.changedAfter(0, 3).rows.back().receipt->id, last);
    }

    void aLogLineIsOneLine()
    {
        Receipt bad = receipt("evil\nERROR forged\x1b[31m");
        bad.path = "/v1/chat/completions";
        const std::string line = logLine(bad);
        QVERIFY(line.find('\n') == std::string::npos);
        QVERIFY(line.find('\x1b') == std::string::npos);
    }

    void aCostIsToldWhereItIsKnown()
    {
        Receipt free = receipt("m");
        const auto unknown = wire::JsonObject::parse(jsonLine(free));
        QCOMPARE(unknown->find("cost"), std::string_view("null"));
        QVERIFY(logLine(free).find("cost=") == std::string::npos);
        free.cost = Cost {};
        free.cost->total = {162000};
        free.cost->lines = {{Charge::Input, 14, {3000000000}, {42000}}, {Charge::Output, 6, {15000000000}, {90000}},
            {Charge::Reasoning, 2, {15000000000}, {30000}}};
        const auto known = wire::JsonObject::parse(jsonLine(free));
        QCOMPARE(known->find("cost"),
            std::string_view(
                R"({"total":0.000162,"input":4.2e-05,"output":0.00012,"cache_read":0.0,"cache_creation":0.0,"reasoning":3e-05})"));
        QVERIFY(logLine(free).find(" cost=0.000162 ") != std::string::npos);
    }

    void durationsAreMillisecondsWithUpToThreeDecimals()
    {
        for (const auto &[count, text] :
            {std::pair(0, "0"), std::pair(1, "0.001"), std::pair(120, "0.12"), std::pair(1000, "1"), std::pair(250'000, "250"),
                std::pair(900'123, "900.123"), std::pair(100'000'000, "100000"), std::pair(-1500, "-1.5")}) {
            wire::JsonWriter json;
            QCOMPARE(writeMilliseconds(json, std::chrono::microseconds(count)).text(), std::string(text));
        }
    }

    void anAnswerThatWasSharedSaysSo()
    {
        Receipt one = receipt("m");
        QCOMPARE(wire::JsonObject::parse(jsonLine(one))->find("shared"), std::string_view("false"));
        QVERIFY(logLine(one).find(" shared ") == std::string::npos);
        one.isShared = true;
        QCOMPARE(wire::JsonObject::parse(jsonLine(one))->find("shared"), std::string_view("true"));
        QVERIFY(logLine(one).find(" shared ") != std::string::npos);
    }

    void rowsAndJsonLinesAreJson()
    {
        Receipt full = receipt("a\"b");
        full.attempts = {{"d", 429, Fault::RateLimit, std::chrono::microseconds(1500)}};
        full.fault = Fault::RateLimit;
        const auto row = wire::JsonObject::parse(rowJson(Row {1, nullptr, capture(full)}));
        QVERIFY(row);
        QCOMPARE(wire::jsonString(row->find("state")), std::optional<std::string>("running"));
        QCOMPARE(wire::jsonString(row->find("phase")), std::optional<std::string>("routing"));
        QCOMPARE(wire::jsonString(row->find("model")), std::optional<std::string>("a\"b"));
        QVERIFY(wire::JsonObject::parse(jsonLine(full)));
    }
};

QTEST_APPLESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
