// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/move_edits.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

/// Rows of the file with these groups, behind one of the database.
QJsonArray rowsOf(const QStringList &groups)
{
    QJsonArray rows;
    for (qsizetype at = 0; at < groups.size(); ++at)
        rows.append(QJsonObject {{u"group"_s, groups[at]}, {u"index"_s, int(at)}});
    rows.append(QJsonObject {{u"group"_s, u"stored"_s}, {u"index"_s, -1}});
    return rows;
}

} // namespace

class MoveEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAreMadeOneAfterAnother_data()
    {
        QTest::addColumn<QList<int>>("chosen");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("down") << QList {0} << 2 << u"bacde"_s;
        QTest::newRow("up") << QList {3} << 1 << u"adbce"_s;
        QTest::newRow("to the end") << QList {1} << 5 << u"acdeb"_s;
        QTest::newRow("several down, apart") << QList {2, 0} << 5 << u"bdeac"_s;
        QTest::newRow("several up, apart") << QList {4, 2} << 0 << u"ceabd"_s;
        QTest::newRow("together from both sides") << QList {0, 4} << 2 << u"baecd"_s;
        QTest::newRow("before one of themselves") << QList {1, 3} << 3 << u"acbde"_s;
        QTest::newRow("where it stands") << QList {2} << 3 << u"abcde"_s;
        QTest::newRow("the same entry twice") << QList {1, 1} << 0 << u"bacde"_s;
    }

    void movesAreMadeOneAfterAnother()
    {
        QFETCH(const QList<int>, chosen);
        QFETCH(const int, before);
        QString order = u"abcde"_s;
        for (const QJsonValue edit : moveEdits(chosen, before)) {
            QCOMPARE(edit["op"_L1].toString(), u"move"_s);
            const QChar moved = order[edit["from"_L1].toInt()];
            order.remove(edit["from"_L1].toInt(), 1);
            order.insert(edit["to"_L1].toInt(), moved);
        }
        QTEST(order, "order");
        QVERIFY(order != "abcde"_L1 || moveEdits(chosen, before).isEmpty());
    }

    void groupsChangePlacesWithTheirNeighbours()
    {
        const QJsonArray rows = rowsOf({u"a"_s, u"b"_s, u"a"_s, u"c"_s});
        QCOMPARE(placesOf(rows, u"a"_s), (QList {0, 2}));
        QCOMPARE(besideNextGroup(rows, u"a"_s, 1), std::optional(2)); // behind the b
        QCOMPARE(besideNextGroup(rows, u"b"_s, -1), std::optional(0));
        QCOMPARE(besideNextGroup(rows, u"b"_s, 1), std::optional(4));
        QVERIFY(!besideNextGroup(rows, u"a"_s, -1));
        QVERIFY(!besideNextGroup(rows, u"c"_s, 1)); // what is stored has no place
        QVERIFY(!besideNextGroup(rows, u"stored"_s, -1));
    }
};

QTEST_MAIN(MoveEditsTest)
#include "tst_move_edits.moc"
