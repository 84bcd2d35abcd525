// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop.h"
#include "fake_admin_api.h"
#include "fake_control.h"
#include "ui/shell/language.h"
#include "ui/tray/state_icon.h"
#include "ui/tray/today.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QMessageBox>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;
using gatehouse::app::Desktop;

class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { speak(*qApp, QLocale(QLocale::English)); }

    void theMenuOffersWhatCanBeDone_data()
    {
        QTest::addColumn<GatewayState>("state");
        QTest::addColumn<bool>("canStart");
        QTest::addColumn<bool>("canStop");
        QTest::addColumn<QString>("line");
        QTest::newRow("stopped") << GatewayState::Stopped << true << false << u"Stopped"_s;
        QTest::newRow("starting") << GatewayState::Starting << false << true << u"Starting…"_s;
        QTest::newRow("running") << GatewayState::Running << false << true << u"Running on 127.0.0.1:4000"_s;
        QTest::newRow("stopping") << GatewayState::Stopping << false << false << u"Stopping…"_s;
        QTest::newRow("failed") << GatewayState::Failed << true << false << u"Not running"_s;
    }

    void theMenuOffersWhatCanBeDone()
    {
        QFETCH(GatewayState, state);
        QFETCH(bool, canStart);
        QFETCH(bool, canStop);
        QFETCH(QString, line);
        FakeControl control;
        Session session(control);
        const Indicator tray(session);
        control.set(state);
        QCOMPARE(tray.startAction()->isEnabled(), canStart);
        QCOMPARE(tray.startAction()->isVisible(), canStart);
        QCOMPARE(tray.stopAction()->isEnabled(), canStop);
        QCOMPARE(tray.statusAction()->text(), line);
        QVERIFY(tray.toolTip().contains(line));
        QVERIFY(tray.openAction()->isEnabled());
        QVERIFY(tray.copyAction()->isEnabled());
        QVERIFY(tray.quitAction()->isEnabled());
    }

    void theMenuActs()
    {
        FakeControl control;
        Session session(control);
        Indicator tray(session);
        QSignalSpy opened(&tray, &Indicator::openWished);
        QSignalSpy left(&tray, &Indicator::quitWished);
        tray.startAction()->trigger();
        QCOMPARE(control.starts, 1);
        control.set(GatewayState::Running);
        tray.stopAction()->trigger();
        QCOMPARE(control.stops, 1);
        control.set(GatewayState::Running);
        QApplication::clipboard()->clear();
        tray.statusAction()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:4000"_s);
        tray.openAction()->trigger();
        tray.quitAction()->trigger();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(left.size(), 1);
    }

    void everyStateHasAnIconOfItsOwn()
    {
        for (const int size : {16, 22, 32, 64}) {
            QSet<QByteArray> seen;
            for (const GatewayState state :
                {GatewayState::Stopped, GatewayState::Starting, GatewayState::Running, GatewayState::Failed}) {
                // Shapes differ, not only colours: told apart by their alpha alone.
                const QImage shape = stateIcon(state).pixmap(size).toImage().convertToFormat(QImage::Format_Alpha8);
                QCOMPARE(shape.width(), size);
                QVERIFY(!shape.allGray() || shape.pixelColor(size / 2, size / 4).alpha() > 0);
                seen.insert(QByteArray(reinterpret_cast<const char *>(shape.constBits()), shape.sizeInBytes())
                    + (state == GatewayState::Starting ? "busy" : ""));
            }
            QCOMPARE(seen.size(), 4);
        }
    }

    void whatAnotherGatewayHasSpentIsNotShown()
    {
        FakeAdminApi silent, api;
        silent.hold();
        api.failWith(200, "{\"metadata\": {\"total_spend\": 7, \"total_tokens\": 8}}");
        FakeControl own;
        own.url = silent.url();
        own.set(GatewayState::Running);
        ControlSwitch control(own);
        Session session(control);
        const Today today(session);
        auto far = std::make_unique<FakeControl>();
        FakeControl *there = far.get();
        there->url = api.url();
        control.use(std::move(far));
        there->set(GatewayState::Running);
        QTRY_VERIFY(today.spend());
        control.useLocal(); // which runs, and has not answered yet
        QVERIFY(!today.spend());
    }

    void quittingAsksOnlyWhileRequestsRun()
    {
        const QTemporaryDir home;
        FakeAdminApi api;
        api.put(FakeAdminApi::row(1, u"running"_s));
        FakeControl control;
        control.url = api.url();
        Desktop desktop(*qApp, control, home.filePath(u"window.ini"_s));
        desktop.show(false);
        control.set(GatewayState::Running);
        QTRY_COMPARE(desktop.session().traffic().running(), 1);
        QVERIFY(desktop.indicator().runningAction()->text().contains(u"1 in flight"_s));
        desktop.indicator().quitAction()->trigger();
        auto *question = desktop.window().findChild<QMessageBox *>();
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"1 request "_s));
        desktop.indicator().quitAction()->trigger();
        QCOMPARE(desktop.window().findChildren<QMessageBox *>().size(), 1);
        question->reject();
        QVERIFY(desktop.window().isVisible());
        control.set(GatewayState::Stopped);
        desktop.indicator().quitAction()->trigger();
        QVERIFY(!desktop.window().isVisible());
    }
};

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"
