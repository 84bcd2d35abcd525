// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/ledger.h"
#include "gateway/store/booking.h"
#include "gateway/store/columns.h"
#include "gateway/store/database.h"
#include "gateway/store/entry.h"
#include "gateway/store/journal.h"
#include "gateway/store/keeper.h"
#include "gateway/store/migrations.h"
#include "gateway/store/spend_logs.h"
#include "gateway/wire/json_object.h"

#include <QDir>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <future>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

Receipt receipt(const std::string &callId, std::int64_t nanos = 0)
{
    Receipt receipt;
    receipt.callId = callId;
    receipt.startedAt = std::chrono::system_clock::time_point(std::chrono::hours(24 * 20'000)); // 2024-10-04
    receipt.duration = std::chrono::milliseconds(1500);
    auto master = std::make_shared<Principal>();
    master->token = "master key";
    receipt.principal = std::move(master);
    receipt.model = "gpt";
    receipt.upstreamModel = "gpt-4o";
    receipt.deployment = "d-gpt";
    receipt.usage = {11, 7, 0, 0, 0, 0, 0, 0, 0, true};
    receipt.cost = Cost {};
    receipt.cost->total = Money {nanos};
    receipt.outcome = Outcome::Completed;
    receipt.status = 200;
    return receipt;
}

std::string charged(const std::string &accounts, int nanos, int endedAt = 1)
{
    return R"({"ended_at":)" + std::to_string(endedAt) + R"(,"spend_nanos":)" + std::to_string(nanos) + R"(,"accounts":)"
        + accounts + "}";
}

Result<std::string> allRows(Database &database)
{
    return spendRows(database, {}, {});
}

std::int64_t number(Database &database, const char *sql)
{
    QSqlQuery query(database.connection());
    return query.exec(QString::fromLatin1(sql)) && query.next() ? query.value(0).toLongLong() : -1;
}

void bookAll(Journal &journal, Database &database, std::size_t batch = 2000)
{
    for (auto booked = book(journal, database, batch); booked && booked->hasMore;)
        booked = book(journal, database, batch);
}

} // namespace

class TestBooking : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_directory;
    int m_count = 0;
    QString m_place;

    DatabaseAddress file() const { return {{}, m_place.toStdString() + ".db"}; }
    JournalOptions journal() const
    {
        JournalOptions options;
        options.directory = m_place.toStdString();
        return options;
    }
    people::Directory m_people;
    limits::Ledger m_ledger;
    std::string answer(Keeper &keeper, const Keeper::Question &question)
    {
        std::promise<std::string> promise;
        keeper.ask(question, [&promise](const Result<std::string> &answered) {
            promise.set_value(answered ? *answered : answered.error().message);
        });
        return promise.get_future().get();
    }

private Q_SLOTS:
    void init() { m_place = m_directory.filePath(QString::number(++m_count)); }

    void everyColumnOfTheJournalIsInTheTable()
    {
        Database database(file());
        QVERIFY(database.open());
        for (const Column &column : columns()) {
            const std::string sql = "SELECT COUNT(" + std::string(column.name()) + ") FROM spend_logs";
            QCOMPARE(number(database, sql.c_str()), std::int64_t(0));
        }
    }

    void twoProgramsThatMigrateAtOnceDoItOnce()
    {
        std::array<bool, 4> done {};
        std::vector<std::thread> threads;
        for (bool &each : done) {
            threads.emplace_back([this, &each] {
                Database database(file());
                each = bool(database.open());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (const bool each : done)
            QVERIFY(each);
        Database database(file());
        QVERIFY(database.open());
        QCOMPARE(number(database, "SELECT COUNT(*) FROM gatehouse_migrations"), std::int64_t(migrations().size()));
    }

    void aNewerDatabaseIsRefused()
    {
        {
            Database database(file());
            QVERIFY(database.open());
            QVERIFY(execute(database.connection(), "INSERT INTO gatehouse_migrations (version, name) VALUES (9999, 'later')"));
        }
        Journal records;
        QVERIFY(records.open(journal()));
        Keeper keeper(records, m_people, m_ledger);
        const auto refused = keeper.start(file(), [](bool, const std::string &) {});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("newer Gatehouse") != std::string::npos);
    }

    void aBrokenMigrationLeavesNothingBehind()
    {
        Database database(file());
        QVERIFY(database.open());
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({"9999_broken", "CREATE TABLE half (a TEXT);\nCREATE nonsense;\n"});
        QVERIFY(!migrate(database.connection(), steps));
        QCOMPARE(number(database, "SELECT COUNT(*) FROM half"), std::int64_t(-1));
        QCOMPARE(number(database, "SELECT MAX(version) FROM gatehouse_migrations"), std::int64_t(migrations().size()));
    }

    void aReceiptIsBookedWithAllItsMoney()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        QVERIFY(records.append(entryOf(receipt("call", 97'500))));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QCOMPARE(number(database, "SELECT spend_nanos FROM spend_logs WHERE request_id = 'call'"), std::int64_t(97'500));
        QCOMPARE(number(database, "SELECT prompt_tokens + completion_tokens FROM spend_logs"), std::int64_t(18));
        QCOMPARE(number(database, "SELECT ended_at - started_at FROM spend_logs"), std::int64_t(1'500'000));
    }

    void bytesThatAreNoTextLoseNoReceipt()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        QVERIFY(records.append(entryOf(receipt("\xff\xfe nonsense \"", 5))));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QCOMPARE(number(database, "SELECT SUM(spend_nanos) FROM spend_logs"), std::int64_t(5));
    }

    void whatIsReadTwiceIsBookedOnce()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        for (int i = 0; i < 25; ++i)
            QVERIFY(records.append(charged(R"(["key:a"])", 3)));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database, 10);
        QVERIFY(execute(database.connection(), "DELETE FROM journal_segments"));
        bookAll(records, database, 10);
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(25));
        QCOMPARE(number(database, "SELECT SUM(spend_nanos) FROM spend_logs"), std::int64_t(75));
        QCOMPARE(number(database, "SELECT SUM(spend_nanos) FROM accounts"), std::int64_t(75));
    }

    void whatIsReadTwiceAmongNewCallsIsBookedOnce()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        for (int i = 0; i < 7; ++i)
            QVERIFY(records.append(charged(R"(["key:a"])", 3)));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QVERIFY(execute(database.connection(), "DELETE FROM journal_segments"));
        for (int i = 0; i < 30; ++i)
            QVERIFY(records.append(charged(R"(["key:a"])", 5)));
        const auto booked = book(records, database);
        QVERIFY(booked);
        QCOMPARE(booked->rows, std::size_t(37));
        QCOMPARE(booked->accounts.front().added.nanoDollars, std::int64_t(150));
        QCOMPARE(booked->accounts.front().total.nanoDollars, std::int64_t(171));
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(37));
        QCOMPARE(number(database, "SELECT SUM(spend_nanos) FROM daily_spend"), std::int64_t(171));
    }

    void whatNobodyLogsIsChargedAmongOthers()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        for (int i = 0; i < 40; ++i)
            QVERIFY(records.append(i % 3 == 0 ? R"({"is_unlogged":1,"ended_at":1,"spend_nanos":5,"accounts":["key:a"]})"
                                              : charged(R"(["key:a"])", 3)));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(26));
        QCOMPARE(number(database, "SELECT spend_nanos FROM accounts"), std::int64_t(14 * 5 + 26 * 3));
    }

    void rowsAndPlaceComeTogetherOrNotAtAll()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        for (int i = 0; i < 5; ++i)
            QVERIFY(records.append(entryOf(receipt("call", 1))));
        Database database(file());
        QVERIFY(database.open());
        QVERIFY(execute(database.connection(), "ALTER TABLE journal_segments RENAME TO away"));
        QVERIFY(execute(database.connection(), "CREATE VIEW journal_segments AS SELECT * FROM away"));
        QVERIFY(!book(records, database)); // the rows are in, and then the place cannot be written
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(0));
        QVERIFY(execute(database.connection(), "DROP VIEW journal_segments"));
        QVERIFY(execute(database.connection(), "ALTER TABLE away RENAME TO journal_segments"));
        bookAll(records, database);
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(5));
    }

    void whatACallCostIsAddedToItsAccounts()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        QVERIFY(records.append(charged(R"(["key:a","team:b"])", 7)));
        QVERIFY(records.append(charged(R"(["key:a"])", 5)));
        QVERIFY(records.append(charged(R"("no list")", 100)));
        Database database(file());
        QVERIFY(database.open());
        const auto first = book(records, database);
        QVERIFY(first);
        QVERIFY(first->isOwn);
        QCOMPARE(first->accounts.size(), std::size_t(2));
        QCOMPARE(first->accounts[0].name, std::string("key:a"));
        QCOMPARE(first->accounts[0].added.nanoDollars, std::int64_t(12));
        QCOMPARE(first->accounts[1].total.nanoDollars, std::int64_t(7));
        QVERIFY(records.append(charged(R"(["key:a"])", 30)));
        const auto second = book(records, database);
        QVERIFY(second);
        QCOMPARE(second->accounts.front().added.nanoDollars, std::int64_t(30));
        QCOMPARE(second->accounts.front().total.nanoDollars, std::int64_t(42));
        QCOMPARE(number(database, "SELECT SUM(spend_nanos) FROM accounts"), std::int64_t(49));
    }

    void aCallThatEndedBeforeTheAccountsPeriodIsNotInIt()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        Database database(file());
        QVERIFY(database.open());
        QVERIFY(
            execute(database.connection(), "INSERT INTO accounts (name, period_begin, reset_at) VALUES ('key:a', 1000, 5000)"));
        for (const int endedAt : {999, 1000, 2000})
            QVERIFY(records.append(charged(R"(["key:a","key:b"])", 10, endedAt)));
        const auto booked = book(records, database);
        QVERIFY(booked);
        QCOMPARE(booked->accounts[0].added.nanoDollars, std::int64_t(20));
        QCOMPARE(booked->accounts[0].total.nanoDollars, std::int64_t(20));
        QCOMPARE(booked->accounts[1].added.nanoDollars, std::int64_t(30));
        QCOMPARE(number(database, "SELECT spend_nanos FROM accounts WHERE name = 'key:a'"), std::int64_t(20));
        QCOMPARE(number(database, "SELECT reset_at FROM accounts WHERE name = 'key:a'"), std::int64_t(5000));
    }

    void whatAnotherProgramLeftIsNotItsOwn()
    {
        {
            Journal records;
            QVERIFY(records.open(journal()));
            QVERIFY(records.append(charged(R"(["key:a"])", 7)));
        }
        Journal records;
        QVERIFY(records.open(journal()));
        Database database(file());
        QVERIFY(database.open());
        const auto booked = book(records, database);
        QVERIFY(booked);
        QVERIFY(!booked->isOwn);
        QCOMPARE(booked->accounts.front().total.nanoDollars, std::int64_t(7));
    }

    void aSegmentGoesWhenAllOfItIsBooked()
    {
        {
            Journal records;
            QVERIFY(records.open(journal()));
            QVERIFY(records.append(entryOf(receipt("before"))));
        }
        Journal records;
        QVERIFY(records.open(journal()));
        QVERIFY(records.append(entryOf(receipt("after"))));
        QCOMPARE(records.segments().size(), std::size_t(2));
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QCOMPARE(records.segments().size(), std::size_t(1));
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(2));
        QCOMPARE(number(database, "SELECT COUNT(*) FROM journal_segments"), std::int64_t(1));
    }

    // Names rise with the time, and of two that are as old any may come first.
    void aSegmentBehindTheCurrentOneIsBookedToo()
    {
        {
            Journal records;
            QVERIFY(records.open(journal()));
            QVERIFY(records.append(entryOf(receipt("before"))));
        }
        QDir folder(QString::fromStdString(journal().directory));
        const QString earlier = folder.entryList(QDir::Files).constFirst();
        QVERIFY(folder.rename(earlier, QStringLiteral("9") + earlier.mid(1)));
        Journal records;
        QVERIFY(records.open(journal()));
        QVERIFY(records.append(entryOf(receipt("after"))));
        QVERIFY(records.segments().front().isCurrent);
        Database database(file());
        QVERIFY(database.open());
        bookAll(records, database);
        QCOMPARE(records.segments().size(), std::size_t(1));
        QCOMPARE(number(database, "SELECT COUNT(*) FROM spend_logs"), std::int64_t(2));
    }

    void theKeeperAnswersWithWhatWasJustWritten()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        Keeper keeper(records, m_people, m_ledger);
        QVERIFY(keeper.start(file(), [](bool, const std::string &) {}));
        QCOMPARE(answer(keeper, allRows), std::string("[]"));
        QVERIFY(records.append(entryOf(receipt("one", 97'500))));
        QVERIFY(records.append(entryOf(receipt("two", 2'500))));
        const std::string found = answer(keeper, [](Database &database) {
            SpendFilter one;
            one.requestId = "one";
            return spendRows(database, one, {});
        });
        QVERIFY2(found.find(R"("request_id":"one")") != std::string::npos, found.c_str());
        QVERIFY2(found.find(R"("spend":9.75e-05)") != std::string::npos, found.c_str());
        QVERIFY2(found.find(R"("startTime":"2024-10-04T00:00:00.000Z")") != std::string::npos, found.c_str());
        QVERIFY(found.find("two") == std::string::npos);
        QCOMPARE(answer(keeper, [](Database &database) { return spendDays(database, {}, 19'999, 20'001); }),
            std::string(
                R"([{"startTime":"2024-10-03","spend":0.0,"users":{},"models":{}},)"
                R"({"startTime":"2024-10-04","spend":0.0001,"users":{"":0.0001},"models":{"gpt-4o":0.0001},"master key":0.0001},)"
                R"({"startTime":"2024-10-05","spend":0.0,"users":{},"models":{}}])"));
    }

    void aDatabaseThatIsAwayIsCaughtUpWithLater()
    {
        Journal records;
        QVERIFY(records.open(journal()));
        QTemporaryDir parent;
        const QString away = parent.filePath(QStringLiteral("not yet"));
        std::promise<void> lost, found;
        Keeper keeper(records, m_people, m_ledger);
        QVERIFY(keeper.start({{}, away.toStdString() + "/a.db"},
            [&](bool isError, const std::string &) { isError ? lost.set_value() : found.set_value(); }));
        lost.get_future().wait();
        QVERIFY(records.append(entryOf(receipt("in between"))));
        QVERIFY(answer(keeper, allRows).find("database is away") != std::string::npos);
        QVERIFY(QDir().mkpath(away));
        found.get_future().wait();
        QVERIFY(answer(keeper, allRows).find("in between") != std::string::npos);
    }

    void onlyPostgresAddressesAreTaken()
    {
        QVERIFY(checkDatabaseUrl({}));
        QVERIFY(checkDatabaseUrl(Secret("postgresql://me:secret@host:5432/name?schema=public")));
        const auto refused = checkDatabaseUrl(Secret("mysql://me:secret@host/name"));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("secret@") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestBooking)
#include "tst_booking.moc"
