// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <QTest>

using namespace gatehouse::house;

/// The house against its own plan. A failure prints file:line and the rule; change the code, or the plan with a reason.
class TestLayers : public QObject
{
    Q_OBJECT

    const QDir m_src {QStringLiteral(GATEHOUSE_SOURCE_DIR "/src")};
    const Plan m_plan = readPlan(textOf(m_src.filePath(QStringLiteral("LAYERS"))));

    static void expectNone(const QStringList &found) { QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n'))); }

private Q_SLOTS:
    void thePlanNamesOnlyRoomsBelow()
    {
        QVERIFY(m_plan.rooms.size() > 5);
        QVERIFY(!m_plan.doors.isEmpty() && !m_plan.nowhere.isEmpty());
        expectNone(m_plan.mistakes);
    }

    void everyFileKeepsToItsRoomsLine()
    {
        QStringList found;
        const QStringList files = filesBelow(m_src, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
        QVERIFY(files.size() > 10);
        for (const QString &path : files) {
            if (roomOf(path, m_plan.rooms).isEmpty())
                found << QStringLiteral("src/%1: stands in no room of src/LAYERS").arg(path);
            found << breaches(m_plan, path, textOf(m_src.filePath(path)), m_src);
        }
        expectNone(found);
    }

    void everyFolderOfTheGatewayIsARoom()
    {
        QStringList found;
        const QDir gateway(m_src.filePath(QStringLiteral("gateway")));
        for (const QString &folder : gateway.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const bool isEmpty = filesBelow(QDir(gateway.filePath(folder)), {QStringLiteral("*")}).isEmpty();
            if (!isEmpty && !m_plan.rooms.contains(QStringLiteral("gateway/") + folder))
                found << QStringLiteral("src/gateway/%1: no line in src/LAYERS").arg(folder);
        }
        expectNone(found);
    }

    void noFolderIsALumberRoom()
    {
        QStringList found;
        QDirIterator walk(m_src.path(), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        const QStringList names {QStringLiteral("utils"), QStringLiteral("util"), QStringLiteral("common"),
            QStringLiteral("helpers"), QStringLiteral("misc")};
        while (walk.hasNext()) {
            walk.next();
            if (names.contains(walk.fileName()))
                found << walk.filePath() + QStringLiteral(": a helper lives in the room that needs it");
        }
        expectNone(found);
    }

    void aBrokenRuleIsFound_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("a room on the line") << QStringLiteral("#include \"gateway/core/error.h\"") << true;
        QTest::newRow("its own room") << QStringLiteral("#include \"gateway/wire/call.h\"") << true;
        QTest::newRow("a library without a door") << QStringLiteral("#include <simdjson.h>") << true;
        QTest::newRow("a room that is not on the line") << QStringLiteral("#include \"gateway/config/value.h\"") << false;
        QTest::newRow("a library behind another's door") << QStringLiteral("#include <curl/curl.h>") << false;
        QTest::newRow("an include not written from src/") << QStringLiteral("#include \"call.h\"") << false;
        QTest::newRow("a word that stands nowhere")
            << QStringLiteral("auto x = Thing") + QStringLiteral("::instance();") << false;
    }

    void aBrokenRuleIsFound()
    {
        QFETCH(QString, line);
        QFETCH(bool, isAllowed);
        const QStringList found =
            breaches(m_plan, QStringLiteral("gateway/wire/example.cpp"), QStringLiteral("\n") + line, m_src);
        QCOMPARE(found.isEmpty(), isAllowed);
        if (!isAllowed)
            QVERIFY(found.first().startsWith(u"src/gateway/wire/example.cpp:2: "));
    }

    void aPlanThatLooksUpwardsIsFound()
    {
        QCOMPARE(readPlan(QStringLiteral("gateway/wire: core\ngateway/core:\n")).mistakes.size(), 0);
        QCOMPARE(readPlan(QStringLiteral("gateway/core: wire\ngateway/wire: core\n")).mistakes.size(), 1);
        QCOMPARE(readPlan(QStringLiteral("gateway/wire: core\n")).mistakes.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
