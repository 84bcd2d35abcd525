// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/rollups.h"
#include "gateway/store/spend_logs.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstDay = 20000, days = 4, callsOfADay = 7;

std::string nameOf(qint64 number)
{
    return "c" + std::to_string(number);
}

// The names of all calls but the \a before oldest and the \a behind newest, the oldest first.
std::vector<std::string> names(qint64 before = 0, qint64 behind = 0)
{
    std::vector<std::string> all;
    for (qint64 number = before; number < days * callsOfADay - behind; ++number)
        all.push_back(nameOf(number));
    return all;
}

// In the middle of a day, a call of it before and the others behind.
std::int64_t within(qint64 day)
{
    return day * dayMicros + 1'500'000;
}

std::vector<std::string> namesIn(const Result<std::string> &answer)
{
    std::vector<std::string> all;
    const QJsonDocument read = store::read(answer);
    for (const QJsonValue row : read.isArray() ? read.array() : read.object()["data"_L1].toArray())
        all.push_back(row["request_id"_L1].toString().toStdString());
    return all;
}

} // namespace

class TestSpendPart : public QObject
{
    Q_OBJECT
private:
    Books m_books;

    // What pages of every size add up to, with and without a total.
    bool haveAll(const SpendFilter &filter, SpendPage page, std::vector<std::string> expected)
    {
        if (!page.isAscending)
            std::reverse(expected.begin(), expected.end());
        const auto total = static_cast<std::int64_t>(expected.size());
        for (page.size = 1; page.size <= total + 1; ++page.size) {
            std::vector<std::string> all;
            for (page.number = 1; (page.number - 1) * page.size < total; ++page.number) {
                const auto rows = namesIn(spendPage(m_books.database, filter, page));
                if (rows != namesIn(spendRows(m_books.database, filter, page)))
                    return false;
                all.insert(all.end(), rows.begin(), rows.end());
            }
            if (all != expected || !namesIn(spendPage(m_books.database, filter, page)).empty())
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::vector<QJsonObject> calls;
        for (qint64 number = 0; number < days * callsOfADay; ++number) {
            const qint64 start = (firstDay + number / callsOfADay) * 86400000000 + (1 + number % callsOfADay) * 1000000;
            calls.push_back(call(nameOf(number).c_str(), 0,
                {{"started_at"_L1, start}, {"user_id"_L1, number % 2 ? "ann"_L1 : "bob"_L1}, {"spend_nanos"_L1, number}}));
        }
        m_books.book(calls);
        QVERIFY(m_books.isOpen);
    }

    void pagesAddUpToAllWhicheverEndIsNearer()
    {
        for (const bool isAscending : {false, true}) {
            SpendPage page;
            page.isAscending = isAscending;
            QVERIFY(haveAll({}, page, names()));
            page.order = SpendOrder::Spend; // which is as the times are
            QVERIFY(haveAll({}, page, names()));
        }
    }

    void partsOfDaysAtBothEndsAreCounted()
    {
        SpendFilter filter;
        filter.begin = within(firstDay);
        filter.end = within(firstDay + days - 1);
        for (const bool isAscending : {false, true}) {
            SpendPage page;
            page.isAscending = isAscending;
            QVERIFY(haveAll(filter, page, names(1, callsOfADay - 1)));
        }
    }

    void theLongerPartOfADayIsWhatTheShorterLeaves()
    {
        SpendFilter filter;
        filter.begin = within(firstDay); // nearly a whole day
        filter.end = (firstDay + days) * dayMicros - dayMicros / 4;
        QVERIFY(haveAll(filter, {}, names(1)));
        filter.begin = (firstDay + 1) * dayMicros - dayMicros / 4; // a quarter of the first, without calls
        QVERIFY(haveAll(filter, {}, names(callsOfADay)));
    }

    void thoseOfOneUserAreOneStretch()
    {
        SpendFilter filter;
        filter.userId = "ann";
        std::vector<std::string> hers;
        for (qint64 number = 1; number < days * callsOfADay; number += 2)
            hers.push_back(nameOf(number));
        QVERIFY(haveAll(filter, {}, hers));
        QCOMPARE(stretchesOf(m_books.database, filter)->size(), std::size_t(1));
    }

    void aDayIsAStretch()
    {
        const auto stretches = stretchesOf(m_books.database, {});
        QCOMPARE(rowsIn(*stretches), days * callsOfADay);
        const auto whole =
            std::count_if(stretches->begin(), stretches->end(), [](const Stretch &each) { return each.rows == callsOfADay; });
        QCOMPARE(static_cast<qint64>(whole), days);
    }

    void whatIsBeforeThePageIsLeftOut()
    {
        const std::vector<Stretch> stretches {{0, 10, 1000}, {10, 20, 1000}, {20, 30, 1000}};
        const SpendPart newest = partOf({}, stretches, {21, 50}); // the first of the middle one
        QCOMPARE(*newest.filter.end, std::int64_t(20));
        QCOMPARE(newest.skipped, std::int64_t(0));
        const SpendPart far = partOf({}, stretches, {40, 50}); // the last of it
        QVERIFY(far.isFromTheEnd);
        QCOMPARE(*far.filter.begin, std::int64_t(10));
        QCOMPARE(far.skipped, std::int64_t(0));
        const SpendPart last = partOf({}, stretches, {43, 70}); // 60 are left
        QVERIFY(last.isFromTheEnd);
        QCOMPARE(last.size, std::int64_t(60));
        QCOMPARE(partOf({}, stretches, {61, 50}).size, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestSpendPart)
#include "tst_spend_part.moc"
