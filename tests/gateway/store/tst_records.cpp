// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/ledger.h"
#include "gateway/store/database.h"
#include "gateway/store/records.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::store;
using people::Directory;
using people::Kind;
using std::chrono::seconds;

class TestRecords : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    std::unique_ptr<Database> m_database;

    QString value(const char *sql)
    {
        QSqlQuery query(m_database->connection());
        return query.exec(QLatin1String(sql)) && query.next() ? query.value(0).toString() : QStringLiteral("none");
    }
    std::int64_t written(const people::ChangeSet &set, const Directory &before = {})
    {
        const auto revision = write(set, before, Clock::Wall(seconds(7)), *m_database);
        return revision ? *revision : -1;
    }

private Q_SLOTS:
    void init()
    {
        static int count = 0;
        m_database = std::make_unique<Database>(
            DatabaseAddress {{}, m_place.filePath(QStringLiteral("%1.db").arg(++count)).toStdString()});
        QVERIFY(m_database->open());
    }

    void whatIsWrittenIsReadAgain()
    {
        QCOMPARE(written({{{Kind::Key, "one", R"({"a":1})", "created"}, {Kind::Team, "t", "{}", "created"}}}), std::int64_t(1));
        const auto all = changedSince(0, *m_database);
        QVERIFY(all);
        QCOMPARE(all->number, std::int64_t(1));
        QCOMPARE(all->changes.size(), std::size_t(2));
        QCOMPARE(*all->changes[0].json, std::string(R"({"a":1})"));
    }

    void onlyWhatIsNewerIsRead()
    {
        QCOMPARE(written({{{Kind::Key, "one", "{}", "created"}}}), std::int64_t(1));
        QCOMPARE(written({{{Kind::Key, "two", "{}", "created"}}}), std::int64_t(2));
        QCOMPARE(written({{{Kind::Key, "one", std::nullopt, "deleted"}}}), std::int64_t(3));
        const auto newer = changedSince(1, *m_database);
        QCOMPARE(newer->number, std::int64_t(3));
        QCOMPARE(newer->changes.size(), std::size_t(2));
        QVERIFY2(!newer->changes[1].json, "that one is gone is news");
        QCOMPARE(changedSince(0, *m_database)->changes.size(), std::size_t(1));
        QCOMPARE(changedSince(3, *m_database)->changes.size(), std::size_t(0));
    }

    void whoChangedWhatIsKept()
    {
        Directory before;
        before.apply({{Kind::Key, "one", R"({"a":1})", {}}});
        written({{{Kind::Key, "one", R"({"a":2})", "updated"}}, {}, {"me", "token"}}, before);
        QCOMPARE(value("SELECT changed_by || changed_by_key || action || kind || object_id || before_value || after_value || "
                       "changed_at FROM audit_log"),
            QStringLiteral(R"(metokenupdatedkeyone{"a":1}{"a":2}7000000)"));
    }

    void nothingIsHalfWritten()
    {
        QSqlQuery query(m_database->connection());
        QVERIFY(query.exec(QStringLiteral("DROP TABLE audit_log")));
        QCOMPARE(written({{{Kind::Key, "one", "{}", "created"}}}), std::int64_t(-1));
        QCOMPARE(changedSince(0, *m_database)->changes.size(), std::size_t(0));
        QCOMPARE(value("SELECT revision FROM record_revision"), QStringLiteral("0"));
    }

    void accountsAreSetAndDropped()
    {
        written({{}, {{"key:one", Money {5}}, {"key:two", Money {6}}}});
        written({{}, {{"key:two", Money {7}}}});
        written({{}, {{"key:one", {}, false, {}, {}, true}}});
        limits::Ledger ledger;
        QVERIFY(loadAccounts(ledger, *m_database));
        QCOMPARE(ledger.standing("key:two", {}, {}).spent, Money {7});
        QCOMPARE(ledger.standing("key:one", {}, {}).spent, Money {0});
    }

    void aPeriodBeginsFromNothing()
    {
        written({{}, {{"key:one", Money {5}}}});
        const Clock::Wall reset(seconds(100)), next(seconds(200));
        QVERIFY(writePeriods({{"key:one", {}, reset}}, *m_database));
        limits::Ledger first;
        QVERIFY(loadAccounts(first, *m_database));
        QCOMPARE(first.standing("key:one", {}, {}).spent, Money {5});
        QCOMPARE(first.standing("key:one", {}, {}).resetAt, std::optional(reset));
        QVERIFY(writePeriods({{"key:one", reset, next}}, *m_database));
        limits::Ledger second;
        QVERIFY(loadAccounts(second, *m_database));
        QCOMPARE(second.standing("key:one", {}, {}).spent, Money {0});
        QCOMPARE(second.standing("key:one", {}, {}).resetAt, std::optional(next));
    }

    void aPeriodBeginsOnce()
    {
        const Clock::Wall reset(seconds(100)), next(seconds(200));
        QVERIFY(writePeriods({{"key:one", reset, next}}, *m_database));
        written({{}, {{"key:one", Money {5}}}});
        QVERIFY2(writePeriods({{"key:one", reset, next}}, *m_database), "another program says it once more");
        limits::Ledger ledger;
        QVERIFY(loadAccounts(ledger, *m_database));
        QCOMPARE(ledger.standing("key:one", {}, {}).spent, Money {5});
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
