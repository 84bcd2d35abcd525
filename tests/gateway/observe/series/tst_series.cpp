// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../calls.h"
#include "gateway/observe/series/book.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <chrono>

using namespace gatehouse;
using namespace gatehouse::observe;
using namespace gatehouse::observe::series;

namespace {

constexpr std::int64_t start = 1'700'000'040; // a whole minute

Receipt callAt(std::int64_t second)
{
    Receipt receipt = answered();
    receipt.startedAt = std::chrono::system_clock::time_point(std::chrono::seconds(second));
    return receipt;
}

QJsonArray ask(const Book &book, Question question)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(book.json(question))).array();
}

QJsonArray column(const QJsonArray &series, const char *name, int which = 0)
{
    return series.at(which).toObject().value(QLatin1String(name)).toArray();
}

Question question(Dimension dimension, std::int64_t from, std::int64_t to, std::int64_t step = 1)
{
    return {dimension, {}, step, from, to};
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallIsInTheSecondOfItsEnd()
    {
        Book book;
        book.onReceipt(callAt(start));
        book.onReceipt(callAt(start + 2));
        Receipt failure = failed(Fault::Timeout);
        failure.startedAt = callAt(start + 2).startedAt;
        book.onReceipt(failure);
        const QJsonArray series = ask(book, question(Dimension::All, start, start + 4));
        QCOMPARE(series.size(), 1);
        QCOMPARE(column(series, "requests"), (QJsonArray {1, 0, 2, 0}));
        QCOMPARE(column(series, "errors"), (QJsonArray {0, 0, 1, 0}));
        QCOMPARE(column(series, "input_tokens"), (QJsonArray {10, 0, 10, 0}));
        QCOMPARE(column(series, "output_tokens"), (QJsonArray {5, 0, 5, 0}));
        QCOMPARE(column(series, "spend"), (QJsonArray {0.0025, 0, 0.0025, 0}));
        QVERIFY(std::abs(column(series, "p50_ms").at(0).toDouble() - 720) < 720 * 0.05);
        QVERIFY(column(series, "p50_ms").at(1).isNull());
        QVERIFY(column(series, "ttft_p50_ms").at(0).isNull()); // no stream
        QCOMPARE(column(ask(book, question(Dimension::All, start, start + 60, 60)), "requests"), (QJsonArray {3}));
    }

    void stepsArePutTogetherWithThePercentilesOfAllTheirCalls()
    {
        Book book;
        for (int second = 0; second < 5; ++second) {
            Receipt receipt = callAt(start + second);
            receipt.duration = std::chrono::milliseconds(second == 4 ? 900 : 100);
            receipt.usage.cachedRead = 4;
            book.onReceipt(receipt);
        }
        Question joined = question(Dimension::All, start, start + 6);
        joined.join = 4;
        const QJsonArray series = ask(book, joined);
        QCOMPARE(column(series, "requests"), (QJsonArray {4, 1}));
        QCOMPARE(column(series, "cached_tokens"), (QJsonArray {16, 4}));
        QVERIFY(std::abs(column(series, "p95_ms").at(0).toDouble() - 100) < 100 * 0.05);
        joined.join = 6;
        QCOMPARE(column(ask(book, joined), "requests"), (QJsonArray {5}));
        QVERIFY(std::abs(column(ask(book, joined), "p95_ms").at(0).toDouble() - 900) < 900 * 0.05);
        QVERIFY(std::abs(column(ask(book, joined), "p50_ms").at(0).toDouble() - 100) < 100 * 0.05);
        joined.from = start + 100;
        joined.to = start + 108;
        QCOMPARE(column(ask(book, joined), "requests"), (QJsonArray {0, 0}));
        QVERIFY(column(ask(book, joined), "p50_ms").at(1).isNull());
    }

    void thereIsOneForEachOfWhomItConcerns()
    {
        Book book;
        Receipt receipt = callAt(start);
        receipt.attempts.insert(receipt.attempts.begin(), attemptAt("d-0", Fault::RateLimit));
        receipt.stream = true;
        book.onReceipt(receipt);
        const auto nameAndLabel = [&](Dimension dimension) -> QString {
            const QJsonObject first = ask(book, question(dimension, start, start + 1)).at(0).toObject();
            return first.value(QLatin1String("name")).toString() + QLatin1Char(' ')
                + first.value(QLatin1String("label")).toString();
        };
        QCOMPARE(nameAndLabel(Dimension::Key), QStringLiteral("hash-1 alias"));
        QCOMPARE(nameAndLabel(Dimension::Team), QStringLiteral("t-1 red"));
        QCOMPARE(nameAndLabel(Dimension::Model), QStringLiteral("gpt gpt"));
        const QJsonArray deployments = ask(book, question(Dimension::Deployment, start, start + 1));
        QCOMPARE(deployments.size(), 2);
        QCOMPARE(column(deployments, "errors", 0), (QJsonArray {1}));
        QCOMPARE(column(deployments, "requests", 1), (QJsonArray {1}));
        QCOMPARE(column(deployments, "spend", 1), (QJsonArray {0.0025}));
        QVERIFY(!column(deployments, "ttft_p50_ms", 1).at(0).isNull());
        Question one = question(Dimension::Deployment, start, start + 1);
        one.name = "d-1";
        QCOMPARE(ask(book, one).size(), 1);
    }

    void percentilesAreWithinFivePercent()
    {
        Sketch sketch;
        for (int i = 1; i <= 1000; ++i)
            sketch.add(std::chrono::milliseconds(i));
        for (const double share : {0.5, 0.95, 0.99}) {
            const double exact = share * 1000;
            QVERIFY(std::abs(*sketch.percentile(share) - exact) <= exact * 0.05);
        }
        Sketch edges;
        edges.add(std::chrono::microseconds(0));
        edges.add(std::chrono::hours(20));
        QVERIFY(*edges.percentile(0.5) <= 0.1);
        QVERIFY(*edges.percentile(1) > 500'000);
        QVERIFY(!Sketch().percentile(0.5));
    }

    void whatIsOldIsForgotten()
    {
        Book book;
        for (int i = 0; i < 700; ++i)
            book.onReceipt(callAt(start + i));
        const QJsonArray all = column(ask(book, question(Dimension::All, start, start + 700)), "requests");
        QCOMPARE(all.at(99).toInt(), 0);
        QCOMPARE(all.at(100).toInt(), 1);
        QCOMPARE(column(ask(book, question(Dimension::All, start, start + 60, 60)), "requests").at(0).toInt(), 60);
        book.onReceipt(callAt(start)); // too late for the seconds, and not for the minutes
        QCOMPARE(column(ask(book, question(Dimension::All, start, start + 1)), "requests").at(0).toInt(), 0);
        QCOMPARE(column(ask(book, question(Dimension::All, start, start + 60, 60)), "requests").at(0).toInt(), 61);
    }

    void lateOnesFindTheirPlace()
    {
        Book book;
        for (const int offset : {5, 3, 4, 3, 5})
            book.onReceipt(callAt(start + offset));
        QCOMPARE(column(ask(book, question(Dimension::All, start + 3, start + 6)), "requests"), (QJsonArray {2, 1, 2}));
    }

    void tooManyKeysShareOneSeriesUntilOthersAreIdle()
    {
        Book book;
        const auto callOf = [](int key, std::int64_t second) {
            Receipt receipt = callAt(second);
            receipt.principal =
                std::make_shared<const Principal>(Principal {"key-" + std::to_string(key), {}, {}, {}, {}, {}, {}, {}});
            return receipt;
        };
        for (int i = 0; i < 150; ++i)
            book.onReceipt(callOf(i, start));
        Question others = question(Dimension::Key, start, start + 1);
        others.name = "other";
        QCOMPARE(column(ask(book, others), "requests"), (QJsonArray {50}));
        QCOMPARE(ask(book, question(Dimension::Key, start, start + 1)).size(), int(Book::mostSeries) + 1);
        book.onReceipt(callOf(149, start + 700));
        Question late = question(Dimension::Key, start + 700, start + 701);
        late.name = "key-149";
        QCOMPARE(column(ask(book, late), "requests"), (QJsonArray {1}));
    }

    void inventedModelsMakeNoSeries()
    {
        Book book;
        for (int i = 0; i < 10; ++i)
            book.onReceipt(refused("invented-" + std::to_string(i)));
        QCOMPARE(ask(book, question(Dimension::Model, start, start + 1)).size(), 0);
        QCOMPARE(ask(book, question(Dimension::All, start, start + 1)).size(), 1);
    }

    // Printed, not judged: machines differ.
    void aReceiptTakesLittleTime()
    {
        Book book;
        std::vector<Receipt> receipts;
        for (int i = 0; i < 600; ++i)
            receipts.push_back(callAt(start + i));
        constexpr int rounds = 100;
        const auto begin = std::chrono::steady_clock::now();
        for (const Receipt &receipt : receipts) {
            for (int i = 0; i < rounds; ++i)
                book.onReceipt(receipt);
        }
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - begin;
        qInfo("%.0f ns a receipt", taken.count() / (rounds * static_cast<double>(receipts.size())));
        const auto asked = std::chrono::steady_clock::now();
        const std::string json = book.json(question(Dimension::All, start, start + 600));
        const std::chrono::duration<double, std::micro> told = std::chrono::steady_clock::now() - asked;
        qInfo("%.0f us and %zu bytes for ten minutes of one series", told.count(), json.size());
        QVERIFY(!json.empty());
    }
};

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
