// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop.h"
#include "fake_admin_api.h"
#include "fake_control.h"
#include "ui/pages/overview/hint_card.h"
#include "ui/pages/overview/welcome.h"
#include "ui/pages/pages.h"
#include "ui/pages/traffic/detail_pane.h"
#include "ui/pages/traffic/traffic_table.h"
#include "ui/shell/connection_notice.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/language.h"
#include "ui/shell/problem_banner.h"
#include "ui/widgets/pill.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;
using namespace std::chrono_literals;
using gatehouse::app::Desktop;

namespace {

struct Stage {
    Stage()
    {
        control.url = api.url();
        control.config = u"/etc/gatehouse/config.yaml"_s;
        desktop.session().feed().setIntervals({.live = 5ms, .slow = 10ms, .behind = 1ms, .longest = 40ms});
        desktop.show(false);
        desktop.window().openPage(u"traffic"_s);
    }
    ~Stage() { desktop.window().letGo(); }

    void run(int rows = 0)
    {
        for (int id = 1; id <= rows; ++id)
            api.put(FakeAdminApi::row(id));
        control.set(GatewayState::Running);
        QTRY_COMPARE(desktop.session().traffic().rowCount(), rows);
    }
    Window &window() { return desktop.window(); }
    /// The one that is seen, else the first: other pages may have theirs.
    template <typename Type> Type *find()
    {
        for (Type *each : window().findChildren<Type *>()) {
            if (each->isVisible())
                return each;
        }
        return window().findChild<Type *>();
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : window().findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool says(const QString &text)
    {
        for (const QLabel *each : window().findChildren<QLabel *>()) {
            if (each->isVisible() && each->text().contains(text))
                return true;
        }
        return false;
    }

    QTemporaryDir home;
    FakeAdminApi api;
    FakeControl control;
    Desktop desktop {*qApp, control, home.filePath(u"window.ini"_s)};
};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void everyStateIsSaidInWords_data()
    {
        QTest::addColumn<GatewayState>("state");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("button");
        QTest::newRow("stopped") << GatewayState::Stopped << u"Stopped"_s << u"Start"_s;
        QTest::newRow("starting") << GatewayState::Starting << u"Starting…"_s << u"Stop"_s;
        QTest::newRow("running") << GatewayState::Running << u"Running"_s << u"Stop"_s;
        QTest::newRow("stopping") << GatewayState::Stopping << u"Stopping…"_s << u"Stop"_s;
        QTest::newRow("failed") << GatewayState::Failed << u"Not running"_s << u"Try again"_s;
    }

    void everyStateIsSaidInWords()
    {
        QFETCH(GatewayState, state);
        QFETCH(QString, word);
        QFETCH(QString, button);
        Stage stage;
        stage.control.set(state);
        QCOMPARE(stage.find<HeaderBar>()->findChild<Pill *>()->word(), word);
        QVERIFY(stage.button(button));
        QCOMPARE(stage.button(button)->isEnabled(), state != GatewayState::Stopping);
        QVERIFY(stage.says(stage.desktop.session().address()));
        QCOMPARE(stage.find<ProblemBanner>()->isVisible(), state == GatewayState::Failed);
    }

    void theButtonStartsAndStops()
    {
        Stage stage;
        stage.button(u"Start"_s)->click();
        QCOMPARE(stage.control.starts, 1);
        stage.control.set(GatewayState::Running);
        stage.button(u"Stop"_s)->click();
        QCOMPARE(stage.control.stops, 1);
    }

    void aFailureSaysWhatToDoAndTriesAgain()
    {
        Stage stage;
        stage.control.trouble = u"Port 4000 is in use by nginx.\nStop it, or start with --port 4001."_s;
        stage.control.set(GatewayState::Failed);
        QVERIFY(stage.says(u"--port 4001"_s));
        stage.find<ProblemBanner>()->findChildren<QPushButton *>().first()->click();
        QCOMPARE(stage.control.starts, 1);
        QVERIFY(!stage.find<ProblemBanner>()->isVisible());
    }

    void withoutRequestsTheWindowSaysHowToSendOne()
    {
        Stage stage;
        stage.run();
        QVERIFY(stage.find<Welcome>()->isVisible());
        QVERIFY(stage.find<HintCard>()->code().contains(stage.api.url().toString()));
        QTRY_VERIFY(stage.find<HintCard>()->code().contains(u"gpt-4o"_s));
        stage.api.put(FakeAdminApi::row(1));
        QTRY_VERIFY(stage.find<TrafficTable>()->isVisible());
        QVERIFY(!stage.find<Welcome>()->isVisible());
    }

    void theTestRequestIsAnOrdinaryOne()
    {
        Stage stage;
        stage.run();
        QTRY_VERIFY(stage.button(u"Send a test request"_s)->isEnabled());
        stage.button(u"Send a test request"_s)->click();
        QTRY_VERIFY(stage.says(u"nice to see you"_s));
    }

    void theKeyIsNeverShown()
    {
        Stage stage;
        stage.control.key = "sk-very-secret";
        stage.api.setKey("sk-very-secret");
        stage.run();
        QVERIFY(stage.find<HintCard>()->code().contains(u"YOUR_KEY"_s));
        QVERIFY(!stage.find<HintCard>()->code().contains(u"secret"_s));
        QVERIFY(!stage.says(u"secret"_s));
    }

    void aSelectedRequestShowsItsError()
    {
        Stage stage;
        stage.api.put(FakeAdminApi::row(1, u"failed"_s,
            {{u"error"_s, u"<b>overloaded</b>"_s}, {u"attempts"_s, 2},
                {u"tries"_s,
                    QJsonArray {QJsonObject {{u"deployment"_s, u"east"_s}, {u"status"_s, 529}, {u"fault"_s, u"Overloaded"_s}},
                        QJsonObject {{u"deployment"_s, u"west"_s}, {u"duration_ms"_s, 80}}}}}));
        stage.control.set(GatewayState::Running);
        QTRY_COMPARE(stage.desktop.session().traffic().rowCount(), 1);
        stage.find<TrafficTable>()->selectRow(0);
        QVERIFY(stage.find<DetailPane>()->isVisible());
        QVERIFY(stage.says(u"<b>overloaded</b>"_s)); // as text: what comes from elsewhere is never markup
        QVERIFY(stage.says(u"1. east · HTTP 529 · Overloaded\n2. west · 80 ms"_s));
        QTest::keyClick(&stage.window(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.find<DetailPane>()->isVisible());
    }

    void theSelectedRowStaysInSightWhenTheDetailsOpen()
    {
        Stage stage;
        stage.run(50);
        auto *table = stage.find<TrafficTable>();
        const int last = table->rowAt(table->viewport()->height() - 5);
        QVERIFY(last > 3);
        table->selectRow(last);
        QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->model()->index(last, 0))));
        QVERIFY(stage.find<DetailPane>()->isVisible());
    }

    void theDetailsOfARunningRequestGrowWithIt()
    {
        Stage stage;
        stage.api.put(FakeAdminApi::row(1, u"running"_s));
        stage.control.set(GatewayState::Running);
        QTRY_COMPARE(stage.desktop.session().traffic().rowCount(), 1);
        stage.find<TrafficTable>()->selectRow(0);
        stage.api.put(FakeAdminApi::row(1, u"failed"_s, {{u"error"_s, u"cut off"_s}}));
        QTRY_COMPARE(stage.find<DetailPane>()->row().error, u"cut off"_s);
    }

    void aFilterThatMatchesNothingSaysSo()
    {
        Stage stage;
        stage.run(3);
        stage.find<QLineEdit>()->setText(u"status>=500"_s);
        QCOMPARE(stage.find<TrafficTable>()->model()->rowCount(), 0);
        QVERIFY(stage.says(u"No request matches"_s));
        QVERIFY(stage.says(u"0 of 3"_s));
        stage.find<QLineEdit>()->clear();
        QCOMPARE(stage.find<TrafficTable>()->model()->rowCount(), 3);
    }

    void theTableFollowsAtTheTopAndStandsStillBelow()
    {
        Stage stage;
        stage.run(200);
        auto *table = stage.find<TrafficTable>();
        QScrollBar *bar = table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 400);
        QVERIFY(table->isFollowing());
        bar->setValue(300);
        const int readingRow = table->rowAt(40);
        stage.api.put(FakeAdminApi::row(201));
        stage.api.put(FakeAdminApi::row(202));
        QTRY_COMPARE(stage.desktop.session().traffic().rowCount(), 202);
        QCOMPARE(table->rowAt(40), readingRow + 2);
        QVERIFY(!table->isFollowing());
        QTRY_VERIFY(stage.button(u"2 new requests"_s));
        stage.button(u"2 new requests"_s)->click();
        QVERIFY(table->isFollowing());
        QVERIFY(!stage.button(u"2 new requests"_s));
    }

    void whoeverHasSeenTheExampleIsLedToTheirOwnProgram()
    {
        Stage stage;
        stage.control.set(GatewayState::Running);
        QTRY_VERIFY(stage.button(u"Connect a program…"_s));
        stage.button(u"Connect a program…"_s)->click();
        QCOMPARE(stage.window().currentPage(), u"connect"_s);
    }

    void thePagesHaveKeysOfTheirOwn()
    {
        Stage stage;
        stage.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        const auto table = pages();
        QTest::keyClick(&stage.window(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(stage.window().currentPage(), QLatin1StringView(table[1].key));
        QTest::keyClick(&stage.window(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(stage.window().currentPage(), QLatin1StringView(table[9].key));
        QTest::keyClick(&stage.window(), Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(&stage.window(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(stage.window().currentPage(), u"settings"_s);
    }

    void copyTakesTheSelectedRowElseTheAddress()
    {
        Stage stage;
        stage.run(2);
        auto *table = stage.find<TrafficTable>();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window()));
        QTest::keyClick(&stage.window(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), stage.desktop.session().address());
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(u"gpt-4o → gpt-4o-2024-08-06\topenai\t200"_s));
    }

    void troubleWithTheApiIsSaidInPlace()
    {
        Stage stage;
        stage.run(1);
        QVERIFY(!stage.find<ConnectionNotice>()->isVisible());
        stage.api.failWith(401);
        QTRY_VERIFY(stage.find<ConnectionNotice>()->isVisible());
        QVERIFY(stage.says(u"administrator's key"_s));
        stage.api.failWith(0);
        QTRY_VERIFY(!stage.find<ConnectionNotice>()->isVisible());
    }

    void withoutATrayClosingAsksWhileTheGatewayRuns()
    {
        Stage stage;
        QVERIFY(stage.says(u"has no tray"_s));
        stage.run();
        stage.window().close();
        QVERIFY(stage.window().isVisible());
        auto *question = stage.find<QMessageBox>();
        QVERIFY(question);
        question->reject();
        QVERIFY(stage.window().isVisible());
    }

    void theEndOfTheSessionIsNotHeldUp()
    {
        Stage stage;
        stage.run();
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
        stage.window().close();
        QVERIFY(!stage.window().isVisible());
        QVERIFY(!stage.find<QMessageBox>());
    }

    void everythingThatCanBeUsedHasANameAndTakesTheFocus()
    {
        Stage stage;
        stage.run(3);
        for (const QPushButton *button : stage.window().findChildren<QPushButton *>()) {
            if (!button->isVisible())
                continue;
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
        QVERIFY(!stage.find<TrafficTable>()->accessibleName().isEmpty());
        QVERIFY(!stage.find<QLineEdit>()->accessibleName().isEmpty());
    }

    void aSmallWindowStillHasRoomForEverything()
    {
        Stage stage;
        stage.run(3);
        stage.window().resize(stage.window().minimumSize());
        QCoreApplication::processEvents();
        QVERIFY(stage.window().width() <= 700);
        QVERIFY(stage.find<TrafficTable>()->height() > 100);
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
