// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/offer_list.h"
#include "ui/models/plain_tip.h"
#include "ui/models/record_table.h"
#include "ui/pages/overview/row_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_view.h"
#include "ui/widgets/yielding_row.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

constexpr std::array columns = {
    RecordColumn {.name = "name",
        .title = [] { return u"Name"_s; },
        .text = [](const QJsonObject &record) { return record[u"name"_s].toString(); }},
    RecordColumn {.name = "spend",
        .title = [] { return u"Spend"_s; },
        .text = [](const QJsonObject &record) { return QString::number(record[u"spend"_s].toInt()); },
        .alignment = Qt::AlignRight,
        .order = [](const QJsonObject &record) { return record[u"spend"_s].toVariant(); },
        .tip = [](const QJsonObject &record) { return record[u"name"_s].toString(); }},
    RecordColumn {.name = "note", .title = [] { return u"Note"_s; }, .text = [](const QJsonObject &) { return u"-"_s; }},
};

QJsonObject record(int id, const QString &name = {}, int spend = 0)
{
    return {{u"id"_s, id}, {u"name"_s, name.isEmpty() ? u"row %1"_s.arg(id) : name}, {u"spend"_s, spend}};
}

} // namespace

class RecordTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFromElsewhereAreNoMarkupInTips()
    {
        const QString name = u"<b>gpt</b> & <img src='file:///etc/x'>"_s;
        const auto shown = [](const QString &tip) {
            QTextDocument document;
            document.setHtml(tip);
            return Qt::mightBeRichText(tip) ? document.toPlainText() : tip;
        };
        RecordTable table(columns, u"id"_s);
        table.setRecords({record(1, name)});
        QCOMPARE(shown(table.index(0, 1).data(Qt::ToolTipRole).toString()), name);
        ElidedLabel label;
        label.setWholeText(name);
        QCOMPARE(shown(label.toolTip()), name);
        RowButton button;
        button.setRow({.title = u"a row"_s, .tip = name});
        QCOMPARE(shown(button.toolTip()), name);
        QCOMPARE(button.accessibleDescription(), name);
        OfferList offers;
        Offer offer;
        offer.hint = name;
        offers.add({offer});
        QCOMPARE(shown(offers.item(0)->toolTip()), name);
        QCOMPARE(shown(plainTip(name + u"\n"_s + name)), name + u"\n"_s + name);
        QCOMPARE(plainTip(u"gpt-4o at 3 < 4"_s), u"gpt-4o at 3 < 4"_s);
        QVERIFY(plainTip({}).isEmpty());
    }

    void anySequenceOfListsKeepsTheModelConsistent()
    {
        RecordTable table(columns, u"id"_s);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<int> ids;
            for (int id = 0; id < 12; ++id) {
                if (random.bounded(3) > 0)
                    ids.append(id);
            }
            std::shuffle(ids.begin(), ids.end(), random);
            QJsonArray records;
            for (const int id : ids)
                records.append(record(id, {}, int(random.bounded(3))));
            table.setRecords(records);
            QCOMPARE(table.rowCount(), int(ids.size()));
            for (int row = 0; row < table.rowCount(); ++row)
                QCOMPARE(table.at(row), records[row].toObject());
        }
    }

    void idsThatComeTwiceAreNoHarm()
    {
        RecordTable table(columns, u"id"_s);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setRecords({record(1), record(1), record(2)});
        QCOMPARE(table.rowCount(), 3);
        table.setRecords({record(1), record(2)});
        QCOMPARE(table.rowCount(), 2);
    }

    void whatFindsNoRoomBesideTheOthersGoesBelowThem()
    {
        QWidget page;
        auto *row = new YieldingRow(8, &page);
        auto *wide = new QWidget;
        auto *other = new QWidget;
        for (QWidget *each : {wide, other}) {
            each->setMinimumSize(300, 20);
            row->add(each, 1);
        }
        QCOMPARE(row->minimumSizeHint().width(), 300);
        row->resize(700, 200);
        page.show();
        QTRY_VERIFY(other->x() > wide->x());
        row->resize(500, 200);
        QTRY_VERIFY(other->y() > wide->y());
        QCOMPARE(other->x(), wide->x());
        row->resize(608, 200);
        QTRY_COMPARE(other->y(), wide->y());
    }

    void whatARowIsSortedByIsMadeOnceForAllComparisons()
    {
        static int made;
        constexpr std::array counted = {RecordColumn {.name = "spend",
            .title = [] { return u"Spend"_s; },
            .text = [](const QJsonObject &) { return u"-"_s; },
            .order =
                [](const QJsonObject &row) {
                    ++made;
                    return row[u"spend"_s].toVariant();
                }}};
        made = 0;
        RecordTable table(counted, u"id"_s);
        RecordView view(table, u"Rows"_s);
        QList<QJsonObject> rows;
        for (int id = 0; id < 1000; ++id)
            rows.append(record(id, {}, (id * 7919) % 1000));
        table.append(rows);
        view.sortBy("spend", Qt::DescendingOrder);
        QCOMPARE(made, 1000);
        QCOMPARE(view.recordAt(0)[u"spend"_s].toInt(), 999);
        QVERIFY(table.update(5, {record(5, {}, 5000)})); // it moves by its new figure, not by what was known
        QCOMPARE(view.recordAt(0)[u"spend"_s].toInt(), 5000);
        QVERIFY(made < 1100);
    }

    void manyThatComeOrGoTogetherAreToldOfOnce()
    {
        RecordTable table(columns, u"id"_s);
        const QSignalSpy came(&table, &RecordTable::rowsInserted);
        const QSignalSpy went(&table, &RecordTable::rowsRemoved);
        QJsonArray some, all;
        for (int id = 0; id < 500; ++id) {
            all.append(record(id));
            if (id < 100 || id >= 400)
                some.append(record(id));
        }
        table.setRecords(all);
        QCOMPARE(came.size(), 1);
        table.setRecords(some);
        QCOMPARE(went.size(), 1);
        QCOMPARE(table.rowCount(), 200);
        QCOMPARE(table.idAt(100), u"400"_s);
    }

    void newerRowsReplaceOnlyThemselves()
    {
        RecordTable table(columns, u"id"_s);
        table.append({record(1), record(2), record(3)});
        const QSignalSpy changed(&table, &RecordTable::dataChanged);
        QVERIFY(table.update(1, {record(2, u"renamed"_s), record(3)}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(table.at(1)[u"name"_s].toString(), u"renamed"_s);
        QVERIFY(!table.update(1, {record(3)})); // another stands there
        QVERIFY(!table.update(2, {record(3), record(4)}));
        QCOMPARE(table.rowCount(), 3);
    }

    void whatIsSelectedStaysSelectedWhenTheListComesAgain()
    {
        RecordTable table(columns, u"id"_s);
        RecordView view(table, u"Rows"_s);
        table.setRecords({record(1), record(2), record(3)});
        QVERIFY(view.select(u"2"_s));
        table.setRecords({record(4), record(3), record(2, u"renamed"_s), record(1)});
        QCOMPARE(view.currentId(), u"2"_s);
        QCOMPARE(view.current()[u"name"_s].toString(), u"renamed"_s);
    }

    void anUnchangedListTellsNobodyAnything()
    {
        RecordTable table(columns, u"id"_s);
        table.setRecords({record(1), record(2)});
        const QSignalSpy changes(&table, &QAbstractItemModel::dataChanged);
        table.setRecords({record(1), record(2)});
        QCOMPARE(changes.size(), 0);
        table.setRecords({record(1), record(2, u"other"_s)});
        QCOMPARE(changes.size(), 1);
    }

    void numbersAreSortedAsNumbersAndWordsFilter()
    {
        RecordTable table(columns, u"id"_s);
        RecordView view(table, u"Rows"_s);
        table.setRecords({record(1, u"alpha"_s, 9), record(2, u"beta"_s, 10), record(3, u"alphabet"_s, 2)});
        view.sortBy("spend", Qt::DescendingOrder);
        QCOMPARE(view.model()->index(0, 0).data().toString(), u"beta"_s);
        view.setFilter(u"ALPHA bet"_s);
        QCOMPARE(view.shownRows(), 1);
        view.setFilter(u"nothing"_s);
        QCOMPARE(view.shownRows(), 0);
    }

    void aSheetGetsTextAndNoFormulas()
    {
        RecordTable table(columns, u"id"_s);
        RecordView view(table, u"Rows"_s);
        table.setRecords({record(1, u"=1+1"_s, 3), record(2, u"a, \"b\""_s, 4)});
        QCOMPARE(view.csv(), u"Name,Spend,Note\r\n'=1+1,3,'-\r\n\"a, \"\"b\"\"\",4,'-\r\n"_s);
    }

    void columnsOfWordsShareTheRoom()
    {
        RecordTable table(columns, u"id"_s);
        RecordView view(table, u"Rows"_s);
        table.setRecords({record(1)});
        view.resize(700, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto whole = [&view] { return view.columnWidth(0) + view.columnWidth(1) + view.columnWidth(2); };
        const int figures = view.columnWidth(1);
        QVERIFY(std::abs(whole() - view.viewport()->width()) <= 2);
        QVERIFY(view.columnWidth(0) > figures);
        view.resize(260, 300);
        QCOMPARE(view.columnWidth(1), figures);
        QVERIFY(whole() <= view.viewport()->width());
        view.resize(120, 300); // titles stay readable, and the rest is scrolled to
        QVERIFY(view.columnWidth(0) > view.fontMetrics().horizontalAdvance(u"Name"_s));
    }

    void aWidthThatSomebodyChoseStays()
    {
        RecordTable table(columns, u"id"_s);
        QByteArray nobodys, somebodys;
        {
            RecordView view(table, u"Rows"_s);
            view.resize(700, 300);
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            nobodys = view.layoutState();
            view.setColumnWidth(0, 123);
            somebodys = view.layoutState();
            view.resize(900, 300);
            QCOMPARE(view.columnWidth(0), 123);
        }
        const auto widthAfter = [&table](const QByteArray &state, int width) {
            RecordView view(table, u"Rows"_s);
            view.setLayoutState(state);
            view.resize(width, 300);
            view.show();
            return QTest::qWaitForWindowExposed(&view) ? view.columnWidth(0) : -1;
        };
        QCOMPARE(widthAfter(somebodys, 900), 123);
        QVERIFY(widthAfter(nobodys, 900) > widthAfter(nobodys, 700));
    }
};

QTEST_MAIN(RecordTableTest)
#include "tst_record_table.moc"
