// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/spend_logs.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace Qt::StringLiterals;

namespace {

std::string ids(const QJsonArray &rows)
{
    QStringList all;
    for (const QJsonValue &row : rows)
        all += row["request_id"_L1].toString();
    return all.join(QLatin1Char(' ')).toStdString();
}

} // namespace

class TestSpendLogs : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Books> m_books;

    std::string found(const SpendFilter &filter, const SpendPage &page = {})
    {
        return ids(read(spendRows(m_books->database, filter, page)).array());
    }

private Q_SLOTS:
    void init()
    {
        m_books = std::make_unique<Books>();
        m_books->book({
            call("one", 20000,
                {{"user_id"_L1, "ann"_L1}, {"team_id"_L1, "red"_L1}, {"spend_nanos"_L1, 5}, {"end_user"_L1, "zoe"_L1}}),
            call("two", 20001,
                {{"api_key"_L1, "other"_L1}, {"key_alias"_L1, "50%_of"_L1}, {"call_id"_L1, "c-2"_L1}, {"spend_nanos"_L1, 7}}),
            call("three", 20002,
                {{"outcome"_L1, "failed"_L1}, {"http_status"_L1, 429}, {"fault"_L1, "RateLimit"_L1},
                    {"error"_L1, "too \"much\""_L1}, {"spend_nanos"_L1, 0}}),
            call("four", 20003,
                {{"user_id"_L1, "ann"_L1}, {"session_id"_L1, "s"_L1}, {"tags"_L1, QJsonArray {"blue"_L1}},
                    {"spend_nanos"_L1, 9}}),
        });
        QVERIFY(m_books->isOpen);
    }

    void theNewestComeFirst() { QCOMPARE(found({}), std::string("four three two one")); }

    void pagesFollowEachOtherWithoutAGap()
    {
        QCOMPARE(found({}, {1, 3}), std::string("four three two"));
        QCOMPARE(found({}, {2, 3}), std::string("one"));
        QCOMPARE(found({}, {3, 3}), std::string(""));
    }

    void callsAreSortedByWhatIsAsked()
    {
        QCOMPARE(found({}, {1, 50, SpendOrder::Spend, false}), std::string("four two one three"));
        QCOMPARE(found({}, {1, 50, SpendOrder::StartTime, true}), std::string("one two three four"));
        for (const auto order : {SpendOrder::EndTime, SpendOrder::Duration, SpendOrder::TotalTokens, SpendOrder::PromptTokens,
                 SpendOrder::CompletionTokens, SpendOrder::Model})
            QCOMPARE(found({}, {1, 50, order, false}).size(), std::string("one two three four").size());
    }

    void eachFilterFindsItsCalls()
    {
        const auto by = [this](auto set) {
            SpendFilter filter;
            set(filter);
            return found(filter);
        };
        QCOMPARE(by([](SpendFilter &f) { f.requestId = "one"; }), std::string("one"));
        QCOMPARE(by([](SpendFilter &f) { f.requestId = "c-2"; }), std::string("two"));
        QCOMPARE(by([](SpendFilter &f) { f.apiKey = "other"; }), std::string("two"));
        QCOMPARE(by([](SpendFilter &f) { f.userId = "ann"; }), std::string("four one"));
        QCOMPARE(by([](SpendFilter &f) { f.teamId = "red"; }), std::string("one"));
        QCOMPARE(by([](SpendFilter &f) { f.endUser = "zoe"; }), std::string("one"));
        QCOMPARE(by([](SpendFilter &f) { f.sessionId = "s"; }), std::string("four"));
        QCOMPARE(by([](SpendFilter &f) { f.tag = "blue"; }), std::string("four"));
        QCOMPARE(by([](SpendFilter &f) { f.keyAlias = "50%_of"; }), std::string("two"));
        QCOMPARE(by([](SpendFilter &f) { f.keyAlias = "50%"; }), std::string(""));
        QCOMPARE(by([](SpendFilter &f) { f.status = "failure"; }), std::string("three"));
        QCOMPARE(by([](SpendFilter &f) { f.httpStatus = 429; }), std::string("three"));
        QCOMPARE(by([](SpendFilter &f) { f.errorMessage = "\"much\""; }), std::string("three"));
        QCOMPARE(by([](SpendFilter &f) {
            f.atLeast = Money {7};
            f.atMost = Money {8};
        }),
            std::string("two"));
        QCOMPARE(by([](SpendFilter &f) {
            f.modelId = "d-gpt";
            f.modelGroup = "gpt";
            f.provider = "openai";
            f.model = "gpt-4o";
        }),
            std::string("four three two one"));
        QCOMPARE(by([](SpendFilter &f) { f.model = "' OR 1=1 --"; }), std::string(""));
    }

    void nobodySeesWhatOthersSpent()
    {
        SpendFilter filter;
        filter.scope = {false, "ann", "any"};
        QCOMPARE(found(filter), std::string("four one"));
        filter.apiKey = "other";
        QCOMPARE(found(filter), std::string(""));
        filter = {};
        filter.scope = {false, "", "other"};
        QCOMPARE(found(filter), std::string("two"));
        filter.scope = {false, "", ""};
        QCOMPARE(found(filter), std::string(""));
        QCOMPARE(read(spendDays(m_books->database, filter, 20000, 20003)).array().at(0)["spend"_L1].toDouble(), 0.0);
        filter.requestId = "one";
        QVERIFY(!spendWhy(m_books->database, filter));
    }

    void aPageTellsHowManyThereAre()
    {
        SpendFilter filter;
        filter.begin = 20000 * 86400000000;
        filter.end = 20003 * 86400000000 + 500000; // before the last one
        const QJsonObject page = read(spendPage(m_books->database, filter, {2, 2})).object();
        QCOMPARE(page["total"_L1].toInt(), 3);
        QCOMPARE(page["total_pages"_L1].toInt(), 2);
        QCOMPARE(page["page_size"_L1].toInt(), 2);
        QCOMPARE(ids(page["data"_L1].toArray()), std::string("one"));
        filter.begin = *filter.begin + 2000000; // behind the first one: its day is no whole one
        QCOMPARE(read(spendPage(m_books->database, filter, {})).object()["total"_L1].toInt(), 2);
        filter.apiKey = "other";
        QCOMPARE(read(spendPage(m_books->database, filter, {})).object()["total"_L1].toInt(), 1);
    }

    void aRowTellsWhatLiteLlmTells()
    {
        SpendFilter filter;
        filter.requestId = "two";
        const QJsonValue row = read(spendRows(m_books->database, filter, {})).array().at(0);
        QCOMPARE(row["api_key"_L1].toString(), "other"_L1);
        QCOMPARE(row["metadata"_L1]["user_api_key_alias"_L1].toString(), "50%_of"_L1);
        QCOMPARE(row["metadata"_L1]["litellm_call_id"_L1].toString(), "c-2"_L1);
        QCOMPARE(row["metadata"_L1]["user_api_key_team_id"_L1].type(), QJsonValue::Null);
        QCOMPARE(row["total_tokens"_L1].toInt(), 18);
        QCOMPARE(row["spend"_L1].toDouble(), 7e-9);
        QCOMPARE(row["status"_L1].toString(), "success"_L1);
    }

    void whatWasSaidIsFoundOnlyWhereItWasKept()
    {
        m_books->book(
            {call("said", 20004, {{"messages"_L1, QJsonArray {"hello"_L1}}, {"response"_L1, QJsonObject {{"a"_L1, 1}}}})});
        SpendFilter filter;
        filter.requestId = "said";
        const QJsonObject said = read(spendSaid(m_books->database, filter)).object();
        QCOMPARE(said["messages"_L1].toArray().at(0).toString(), "hello"_L1);
        QCOMPARE(said["response"_L1].toObject()["a"_L1].toInt(), 1);
        QCOMPARE(read(spendRows(m_books->database, filter, {})).array().at(0)["response"_L1]["a"_L1].toInt(), 1);
        QCOMPARE(m_books->number("SELECT COUNT(*) FROM spend_logs WHERE entry LIKE '%hello%'"), 0);
        filter.requestId = "one";
        QVERIFY(read(spendSaid(m_books->database, filter)).object()["messages"_L1].toObject().isEmpty());
    }

    void whyACallCostsWhatItCostsIsTold()
    {
        const QJsonArray lines {
            QJsonArray {"input"_L1, 11, qint64(2500000000), 27500}, QJsonArray {"output"_L1, 7, qint64(10000000000), 70000}};
        m_books->book(
            {call("dear", 20004, {{"spend_nanos"_L1, 97500}, {"price_lines"_L1, lines}, {"price_above_tokens"_L1, 200000}})});
        SpendFilter filter;
        filter.requestId = "dear";
        const QJsonObject why = read(spendWhy(m_books->database, filter)).object();
        const QJsonValue bill = why["cost_breakdown"_L1];
        QCOMPARE(bill["above_tokens"_L1].toInt(), 200000);
        QCOMPARE(bill["tier"_L1].toString(), "standard"_L1);
        QCOMPARE(bill["lines"_L1][1]["charge"_L1].toString(), "output"_L1);
        QCOMPARE(bill["lines"_L1][1]["units"_L1].toInt(), 7);
        QCOMPARE(bill["lines"_L1][1]["price"_L1].toDouble(), 1e-5);
        QCOMPARE(bill["lines"_L1][1]["nano_dollars"_L1].toInt(), 70000);
        filter.requestId = "none";
        QCOMPARE(spendWhy(m_books->database, filter).error().fault, Fault::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSpendLogs)
#include "tst_spend_logs.moc"
