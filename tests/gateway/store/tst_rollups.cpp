// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/rollups.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace Qt::StringLiterals;

class TestRollups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCallsOfADayAreOneRow()
    {
        Books books;
        books.book({call("a", 20000), call("b", 20000, {{"outcome"_L1, "failed"_L1}, {"spend_nanos"_L1, 0}}), call("c", 20001)});
        books.book({call("d", 20000)});
        QCOMPARE(books.number("SELECT COUNT(*) FROM daily_spend"), 2);
        QCOMPARE(books.number("SELECT api_requests FROM daily_spend WHERE day = 20000"), 3);
        QCOMPARE(books.number("SELECT successful_requests FROM daily_spend WHERE day = 20000"), 2);
        QCOMPARE(books.number("SELECT failed_requests FROM daily_spend WHERE day = 20000"), 1);
        QCOMPARE(books.number("SELECT spend_nanos FROM daily_spend WHERE day = 20000"), 2000);
        QCOMPARE(books.number("SELECT prompt_tokens FROM daily_spend WHERE day = 20000"), 33);
        QCOMPARE(books.number("SELECT COUNT(*) FROM daily_spend WHERE endpoint = '/chat/completions'"), 2);
        QCOMPARE(books.number("SELECT kept FROM spend_log_days WHERE day = 20000"), 3);
    }

    void anHourKnowsHowLongItsAnswersTook()
    {
        Books books;
        const qint64 begin = qint64(20000) * 86400000000;
        const auto after = [begin](qint64 milliseconds) { return begin + 1000000 + milliseconds * 1000; };
        books.book({call("a", 20000), call("b", 20000, {{"ended_at"_L1, after(100)}, {"first_token_at"_L1, after(100)}}),
            call("c", 20000, {{"outcome"_L1, "failed"_L1}}), call("d", 20000, {{"outcome"_L1, "abandoned"_L1}})});
        books.book({call("e", 20000,
            {{"ended_at"_L1, after(900)}, {"first_token_at"_L1, after(40)}, {"is_stream"_L1, 1}, {"cached_read_tokens"_L1, 5}})});
        const auto hours = hoursBetween(books.database, 20000 * 24, 20000 * 24 + 23);
        QVERIFY(hours);
        QCOMPARE(hours->size(), std::size_t(1));
        const HourUse &hour = hours->at(20000 * 24);
        QCOMPARE(hour.requests, std::int64_t(5));
        QCOMPARE(hour.errors, std::int64_t(1));
        QCOMPARE(hour.inputTokens, std::int64_t(55));
        QCOMPARE(hour.cachedTokens, std::int64_t(5));
        QCOMPARE(hour.spend.nanoDollars, std::int64_t(5000));
        QVERIFY(std::abs(*hour.latency.percentile(0) - 100) < 100 * 0.05);
        QVERIFY(std::abs(*hour.latency.percentile(0.5) - 900) < 900 * 0.05);
        QVERIFY(std::abs(*hour.firstToken.percentile(0.5) - 40) < 40 * 0.05); // of the stream alone
    }

    void hoursThatAreTooOldAreForgotten()
    {
        Books books;
        books.book({call("old", 20000), call("kept", 20050)});
        books.book({call("new", 20100)});
        QCOMPARE(books.number("SELECT COUNT(*) FROM hourly_use"), 2);
        QCOMPARE(books.number("SELECT COUNT(*) FROM hourly_latency"), 2);
    }

    void eachTagAndTheCustomerHaveTheirSums()
    {
        Books books;
        books.book({call("a", 20000, {{"tags"_L1, QJsonArray {"x"_L1, "y"_L1}}, {"end_user"_L1, "zoe"_L1}}),
            call("b", 20000, {{"tags"_L1, QJsonArray {"x"_L1}}})});
        QCOMPARE(books.number("SELECT SUM(spend_nanos) FROM daily_tag_spend WHERE tag = 'x'"), 2000);
        QCOMPARE(books.number("SELECT SUM(spend_nanos) FROM daily_tag_spend WHERE tag = 'y'"), 1000);
        QCOMPARE(books.number("SELECT SUM(api_requests) FROM daily_customer_spend"), 1);
    }

    void inventedModelNamesMakeNoRows()
    {
        Books books;
        for (int i = 0; i < 100; ++i) {
            QJsonObject refused = call("a", 20000,
                {{"outcome"_L1, "refused"_L1}, {"model"_L1, QString::number(i)}, {"model_group"_L1, QString::number(i)}});
            refused.remove("model_id"_L1);
            books.book({refused});
        }
        QCOMPARE(books.number("SELECT COUNT(*) FROM daily_spend"), 1);
        QCOMPARE(books.number("SELECT failed_requests FROM daily_spend"), 100);
    }

    void longNamesAreCutBetweenCharacters()
    {
        const std::string text(dimension(std::string(199, 'a') + "\xc3\xa4\xc3\xa4"));
        QCOMPARE(text, std::string(199, 'a'));
        QCOMPARE(dimension("short"), std::string_view("short"));
        Books books;
        books.book({call("a", 20000,
            {{"end_user"_L1, QString(5000, QLatin1Char('u'))}, {"tags"_L1, QJsonArray {QString(5000, QLatin1Char('t'))}}})});
        QCOMPARE(books.number("SELECT LENGTH(tag) FROM daily_tag_spend"), 200);
        QCOMPARE(books.number("SELECT LENGTH(end_user) FROM spend_logs"), 1000);
    }

    void charactersAreCountedAsSqlCountsThem()
    {
        Books books;
        for (const QString &error : {u"plain"_s, u"größer"_s, u"寿司ä"_s, u"x🍣🍣y"_s, QString(300, QChar(u'é'))})
            books.book({call("a", 20000, {{"error"_L1, error}})});
        QCOMPARE(books.number("SELECT SUM(characters) FROM spend_log_days"),
            books.number("SELECT SUM(LENGTH(entry)) FROM spend_logs"));
    }

    void aRowThatIsReadTwiceIsSummedOnce()
    {
        Books books;
        books.book({call("a", 20000, {{"tags"_L1, QJsonArray {"x"_L1}}}), call("b", 20000)});
        QVERIFY(execute(books.database.connection(), "DELETE FROM journal_segments"));
        books.book({});
        QCOMPARE(books.number("SELECT SUM(api_requests) FROM daily_spend"), 2);
        QCOMPARE(books.number("SELECT SUM(api_requests) FROM daily_tag_spend"), 1);
        QCOMPARE(books.number("SELECT kept FROM spend_log_days"), 2);
    }
};

QTEST_GUILESS_MAIN(TestRollups)
#include "tst_rollups.moc"
