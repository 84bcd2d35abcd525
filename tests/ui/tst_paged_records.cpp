// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "running_session.h"
#include "ui/models/record_table.h"
#include "ui/pages/keys/paged_records.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

constexpr int pageRows = 100;

/// A list of keys at a gateway that plays along, in a table that is seen.
struct Listed {
    explicit Listed(int keys)
    {
        stage.session.setWatched(true);
        for (int page = 1; page <= (keys + pageRows - 1) / pageRows; ++page)
            tell(page, keys);
        stage.api.tell("/spend/last_used", "{}");
        viewer.show();
    }
    void tell(int page, int keys, const QString &changed = {}, const QString &name = {})
    {
        QJsonArray rows;
        for (int at = (page - 1) * pageRows; at < std::min(keys, page * pageRows); ++at) {
            const QString token = u"t%1"_s.arg(at);
            rows.append(QJsonObject {{u"token"_s, token}, {u"key_alias"_s, token == changed ? name : u"key %1"_s.arg(at)}});
        }
        const QByteArray path =
            "/key/list?return_full_object=true&expand=team,usage&page=" + QByteArray::number(page) + "&size=100";
        const QJsonObject answer {{u"keys"_s, rows}, {u"total_count"_s, keys}};
        stage.api.tell(path, QJsonDocument(answer).toJson(QJsonDocument::Compact));
    }
    void fetchAll(int keys)
    {
        while (table.rowCount() < keys) {
            const int before = table.rowCount();
            records.more();
            QTRY_VERIFY(table.rowCount() > before);
        }
    }
    qsizetype questions() const { return stage.api.heard("/key/list").size(); }

    RunningSession stage;
    const AccountSection &section = accountSection(u"keys"_s);
    RecordTable table {section.columns(), QString::fromLatin1(section.idKey)};
    QAbstractItemModelTester tester {&table, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QWidget viewer;
    PagedRecords records {stage.session, section, table, &viewer};
};

} // namespace

class PagedRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongListGrowsByWholePagesAndLeavesAloneWhatIsThere()
    {
        Listed list(1000);
        const QSignalSpy came(&list.table, &RecordTable::rowsInserted);
        const QSignalSpy changed(&list.table, &RecordTable::dataChanged);
        QTRY_COMPARE(list.table.rowCount(), pageRows);
        list.fetchAll(1000);
        QCOMPARE(list.table.rowCount(), 1000);
        QCOMPARE(came.size(), 10);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(list.questions(), 10);
    }

    void whatIsInViewIsRefreshedAlone()
    {
        Listed list(1000);
        QTRY_COMPARE(list.table.rowCount(), pageRows);
        list.fetchAll(1000);
        list.tell(6, 1000, u"t512"_s, u"renamed"_s);
        list.records.setInView(505, 530);
        const QSignalSpy changed(&list.table, &RecordTable::dataChanged);
        const qsizetype asked = list.questions();
        list.records.refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(list.table.at(512).value("key_alias"_L1).toString(), u"renamed"_s);
        QCOMPARE(list.questions(), asked + 1);
    }

    void whenItWasUsedChangesOnlyTheRowsThatWereAskedFor()
    {
        Listed list(300);
        QTRY_COMPARE(list.table.rowCount(), pageRows);
        list.fetchAll(300);
        list.stage.api.tell("/spend/last_used", "{\"t250\": \"2026-11-26T10:00:00Z\"}");
        list.records.setInView(240, 260);
        const QSignalSpy changed(&list.table, &RecordTable::dataChanged);
        list.records.refresh();
        QTRY_COMPARE(list.table.at(250).value("last_used"_L1).toString(), u"2026-11-26T10:00:00Z"_s);
        QCOMPARE(changed.size(), 1);
    }

    void aRowThatMovedToTheNextPageStandsOnce()
    {
        Listed list(300);
        QTRY_COMPARE(list.table.rowCount(), pageRows);
        // Meanwhile somebody issued one and revoked one: the last of the first page is now the first of the second.
        QJsonArray rows {QJsonObject {{u"token"_s, u"t99"_s}}};
        for (int at = 100; at < 199; ++at)
            rows.append(QJsonObject {{u"token"_s, u"t%1"_s.arg(at)}});
        list.stage.api.tell("/key/list?return_full_object=true&expand=team,usage&page=2&size=100",
            QJsonDocument(QJsonObject {{u"keys"_s, rows}, {u"total_count"_s, 300}}).toJson());
        list.records.more();
        QTRY_COMPARE(list.table.rowCount(), 199);
        QCOMPARE(list.table.rowOf(u"t99"_s), 99);
    }
};

QTEST_MAIN(PagedRecordsTest)
#include "tst_paged_records.moc"
