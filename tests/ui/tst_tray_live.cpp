// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"
#include "ui/shell/language.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

class TrayLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void whatWasSpentTodayStandsInTheMenu()
    {
        LiveStage stage;
        stage.begin();
        const Indicator &tray = stage.desktop().indicator();
        QTRY_VERIFY(tray.todayAction()->isVisible());
        QVERIFY(tray.todayAction()->text().contains(u" 0 tokens"_s));
        QCOMPARE(stage.chat(u"gpt"_s), 200);
        const auto looksAgain = [&tray] {
            Q_EMIT const_cast<Indicator &>(tray).menu().aboutToShow();
            QTest::qWait(20);
            return !tray.todayAction()->text().contains(u" 0 tokens"_s);
        };
        QTRY_VERIFY(looksAgain());
        QVERIFY(tray.toolTip().contains(tray.todayAction()->text()));
    }

    void failedRequestsAreListedAndLeadToTheirRow()
    {
        LiveStage stage;
        stage.begin();
        stage.script({QJsonObject {{u"status"_s, 401}, {u"body"_s, QJsonObject {{u"error"_s, u"no"_s}}}}});
        QVERIFY(stage.chat(u"gpt"_s) >= 400);
        QTRY_COMPARE(stage.session().traffic().rowCount(), 1);
        Indicator &tray = stage.desktop().indicator();
        const auto listed = [&tray] {
            Q_EMIT tray.menu().aboutToShow();
            return !tray.errorsMenu()->isEmpty();
        };
        QTRY_VERIFY(listed());
        stage.window().openPage(u"settings"_s);
        tray.errorsMenu()->actions().first()->trigger();
        QCOMPARE(stage.window().currentPage(), u"traffic"_s);
    }

    void everyPageOpensFromTheMenu()
    {
        LiveStage stage;
        stage.begin();
        for (QAction *action : stage.desktop().indicator().pagesMenu()->actions()) {
            stage.window().hide();
            action->trigger();
            QVERIFY(stage.window().isVisible());
        }
        QCOMPARE(stage.window().currentPage(), u"settings"_s);
    }
};

QTEST_MAIN(TrayLiveTest)
#include "tst_tray_live.moc"
