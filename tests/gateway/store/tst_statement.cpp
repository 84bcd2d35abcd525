// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/insert.h"
#include "gateway/store/sqlite_statement.h"
#include "gateway/store/statement.h"

#include <QTest>

#include <deque>
#include <numeric>

using namespace gatehouse;
using namespace gatehouse::store;

namespace {

using Prepare = Result<std::unique_ptr<Statement>> (*)(QSqlDatabase &, std::string_view);

} // namespace

Q_DECLARE_METATYPE(Prepare)

class TestStatement : public QObject
{
    Q_OBJECT
private:
    static void bothWays()
    {
        QTest::addColumn<Prepare>("prepared");
        QTest::newRow("by way of Qt") << Prepare(&prepare);
        QTest::newRow("at SQLite itself") << Prepare(&prepareSqlite);
    }
    static void makeTable(Books &books)
    {
        QVERIFY(
            execute(books.database.connection(), "CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY, size BIGINT NOT NULL)"));
    }

    static qint64 sizeOf(Books &books, const std::string &name)
    {
        const std::string hex = QByteArray::fromStdString(name).toHex().toUpper().toStdString();
        return books.number(("SELECT size FROM things WHERE hex(name) = '" + hex + "'").c_str());
    }

private Q_SLOTS:
    // Where it is not, booking is as right, and takes twice as long.
    void qtsDriverUsesTheSqliteThatIsLinked()
    {
        Books books;
        QVERIFY(isOwnSqlite(books.database.connection()));
    }

    void valuesAreWrittenAsTheyAre_data() { bothWays(); }
    void valuesAreWrittenAsTheyAre()
    {
        QFETCH(Prepare, prepared);
        Books books;
        makeTable(books);
        const auto statement = prepared(books.database.connection(), "INSERT INTO things (name, size) VALUES (?, ?)");
        QVERIFY(statement);
        const std::string all = "smørrebrød, 寿司", part = all.substr(0, 6);
        QVERIFY((*statement)->text(all).number(INT64_MAX).run());
        QVERIFY((*statement)->text(std::string_view(all).substr(0, 6)).number(-1).run());
        QVERIFY((*statement)->text({}).number(0).run());
        QCOMPARE(sizeOf(books, all), INT64_MAX);
        QCOMPARE(sizeOf(books, part), -1);
        QCOMPARE(sizeOf(books, {}), 0);
        QCOMPARE(books.number("SELECT COUNT(*) FROM things WHERE typeof(name) = 'text' AND typeof(size) = 'integer'"), 3);
    }

    void itTellsHowManyRowsItHasChanged_data() { bothWays(); }
    void itTellsHowManyRowsItHasChanged()
    {
        QFETCH(Prepare, prepared);
        Books books;
        makeTable(books);
        const auto statement =
            prepared(books.database.connection(), "INSERT INTO things (name, size) VALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING");
        QVERIFY(statement);
        QCOMPARE((*statement)->text("a").number(1).text("b").number(2).run().value(), std::int64_t(2));
        QCOMPARE((*statement)->text("b").number(3).text("c").number(4).run().value(), std::int64_t(1));
        QCOMPARE((*statement)->text("b").number(5).text("c").number(6).run().value(), std::int64_t(0));
    }

    void itAnswersWithWhatItReturns_data() { bothWays(); }
    void itAnswersWithWhatItReturns()
    {
        QFETCH(Prepare, prepared);
        Books books;
        makeTable(books);
        const auto statement = prepared(books.database.connection(),
            "INSERT INTO things (name, size) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET size = things.size + excluded.size "
            "RETURNING size, LENGTH(name)");
        QVERIFY(statement);
        QCOMPARE((*statement)->text("abc").number(4).ask().value(), (std::vector<std::int64_t> {4, 3}));
        QCOMPARE((*statement)->text("abc").number(3).ask().value(), (std::vector<std::int64_t> {7, 3}));
        QCOMPARE(books.number("SELECT size FROM things"), 7);
    }

    void itFailsWithAReasonAndCanBeRunAgain_data() { bothWays(); }
    void itFailsWithAReasonAndCanBeRunAgain()
    {
        QFETCH(Prepare, prepared);
        Books books;
        makeTable(books);
        QVERIFY(!prepared(books.database.connection(), "INSERT INTO nothing VALUES (?)"));
        const auto statement = prepared(books.database.connection(), "INSERT INTO things (name, size) VALUES (?, ?)");
        QVERIFY(statement);
        QVERIFY((*statement)->text("a").number(1).run());
        const auto failed = (*statement)->text("a").number(2).run();
        QVERIFY(!failed);
        QCOMPARE(failed.error().fault, Fault::ServiceUnavailable);
        QVERIFY(failed.error().message.find("UNIQUE") != std::string::npos);
        QVERIFY((*statement)->text("b").number(3).run());
        QCOMPARE(books.number("SELECT SUM(size) FROM things"), 4);
    }

    void anyNumberOfRowsIsInsertedOnce()
    {
        Books books;
        makeTable(books);
        const Insert rows = Insert::whereNew("things", "name", {"name", "size"});
        for (int count = 0; count < 40; ++count) {
            QVERIFY(execute(books.database.connection(), "DELETE FROM things"));
            std::vector<int> numbers(static_cast<std::size_t>(count));
            std::iota(numbers.begin(), numbers.end(), 1);
            const auto give = [&names = m_names](Statement &statement, int number) {
                statement.text(names.emplace_back(std::to_string(number))).number(number);
            };
            const auto changed = rows.write(books.database, numbers, give);
            QVERIFY(changed);
            QCOMPARE(*changed, std::int64_t(count));
            QCOMPARE(books.number("SELECT COUNT(*) FROM things WHERE name = size"), count);
            QCOMPARE(books.number("SELECT COALESCE(SUM(size), 0) FROM things"), count * (count + 1) / 2);
            QCOMPARE(rows.write(books.database, numbers, give).value(), std::int64_t(0));
        }
    }

    void someOfSeveralRowsMayBeThere()
    {
        Books books;
        makeTable(books);
        const auto give = [](Statement &statement, const std::string &name) { statement.text(name).number(1); };
        const Insert rows = Insert::whereNew("things", "name", {"name", "size"});
        QCOMPARE(rows.write(books.database, std::vector<std::string> {"a", "c"}, give).value(), std::int64_t(2));
        QCOMPARE(rows.write(books.database, std::vector<std::string> {"a", "b", "c", "d"}, give).value(), std::int64_t(2));
        const Insert sums = Insert::addingTo("things", {"name"}, {"size"});
        QCOMPARE(sums.write(books.database, std::vector<std::string> {"a", "b", "e", "a"}, give).value(), std::int64_t(4));
        QCOMPARE(books.number("SELECT size FROM things WHERE name = 'a'"), 3);
        QCOMPARE(books.number("SELECT SUM(size) FROM things"), 8);
    }

private:
    std::deque<std::string> m_names; // which a statement needs until it has run
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
