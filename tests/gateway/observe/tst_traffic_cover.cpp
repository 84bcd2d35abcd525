// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/receipt_text.h"
#include "gateway/observe/traffic/cover.h"
#include "gateway/observe/traffic/record.h"
#include "rich_receipt.h"

#include <QTest>

#include <random>

using namespace gatehouse;
using namespace gatehouse::observe::traffic;

namespace {

std::string written(const Receipt &receipt, const Tape::Stations &stations = {})
{
    std::string bytes;
    appendCover(bytes, {receipt, {"gpt", true}, true, stations});
    return bytes;
}

std::string toldOf(std::shared_ptr<const Receipt> receipt)
{
    return openRecordJson(Record {std::move(receipt)});
}

// The same receipt with one of its words changed is told as it was.
template <typename Choice, typename Set> void eachComesBack(Choice last, Set set)
{
    for (int each = 0; each <= static_cast<int>(last); ++each) {
        Receipt receipt = richReceipt();
        set(receipt, static_cast<Choice>(each));
        const auto cover = coverFrom(written(receipt));
        QVERIFY(cover);
        QCOMPARE(toldOf(cover->receipt), toldOf(std::make_shared<const Receipt>(receipt)));
    }
}

} // namespace

class TestTrafficCover : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsToldOfAReceiptComesBack()
    {
        for (const Receipt &receipt : {richReceipt(), wholeReceipt(), failedReceipt(), Receipt()}) {
            const auto cover = coverFrom(written(receipt));
            QVERIFY(cover);
            QCOMPARE(toldOf(cover->receipt), toldOf(std::make_shared<const Receipt>(receipt)));
        }
    }

    void whateverIsChosenComesBack()
    {
        eachComesBack(Dialect::OllamaChat, [](Receipt &receipt, Dialect each) { receipt.dialect = each; });
        eachComesBack(Operation::StoredResponse, [](Receipt &receipt, Operation each) { receipt.operation = each; });
        eachComesBack(Outcome::Abandoned, [](Receipt &receipt, Outcome each) { receipt.outcome = each; });
        eachComesBack(Fault::Internal, [](Receipt &receipt, Fault each) { receipt.fault = each; });
        eachComesBack(Charge::SearchesHigh, [](Receipt &receipt, Charge each) { receipt.cost->lines.front().charge = each; });
    }

    void stationsAndDoorComeBack()
    {
        Station station;
        station.id = "d-1";
        station.group = "gpt";
        station.provider = "openai";
        const auto cover = coverFrom(written(wholeReceipt(), {std::make_shared<const Station>(station), nullptr}));
        QVERIFY(cover);
        QCOMPARE(cover->stations.size(), std::size_t(2));
        QCOMPARE(cover->stations[0]->id, std::string("d-1"));
        QCOMPARE(cover->stations[0]->provider, std::string("openai"));
        QVERIFY(!cover->stations[1]);
        QCOMPARE(cover->door.model, std::string("gpt"));
        QVERIFY(cover->door.streams && cover->isHidden);
    }

    void whatBreaksOffIsNone()
    {
        const std::string bytes = written(richReceipt(), {nullptr});
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!coverFrom(std::string_view(bytes).substr(0, size)));
        QVERIFY(coverFrom(bytes));
    }

    void noBytesBreakIt()
    {
        std::mt19937 random(3);
        const std::string good = written(richReceipt(), {std::make_shared<const Station>(), nullptr});
        for (int round = 0; round < 20000; ++round) {
            std::string bytes = good;
            for (int change = 0; change < 3; ++change)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            (void)coverFrom(bytes);
        }
    }
};

QTEST_APPLESS_MAIN(TestTrafficCover)
#include "tst_traffic_cover.moc"
