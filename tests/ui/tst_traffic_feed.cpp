// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_admin_api.h"
#include "fake_control.h"
#include "ui/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;
using namespace std::chrono_literals;

namespace {

/// A session against a fake gateway, with a short breath so that tests are quick.
struct Stage {
    Stage()
    {
        control.url = api.url();
        control.key = "sk-admin";
        api.setKey("sk-admin");
        session.feed().setIntervals({.live = 5ms, .slow = 10ms, .behind = 1ms, .longest = 40ms});
    }
    void run()
    {
        session.setWatched(true);
        control.set(GatewayState::Running);
    }
    int rows() { return session.traffic().rowCount(); }

    FakeAdminApi api;
    FakeControl control;
    Session session {control};
};

} // namespace

class TrafficFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsArriveAndChange()
    {
        Stage stage;
        stage.api.put(FakeAdminApi::row(1, u"running"_s));
        stage.run();
        QTRY_COMPARE(stage.rows(), 1);
        QCOMPARE(stage.session.traffic().running(), 1);
        stage.api.put(FakeAdminApi::row(1));
        stage.api.put(FakeAdminApi::row(2));
        QTRY_COMPARE(stage.rows(), 2);
        QCOMPARE(stage.session.traffic().running(), 0);
        QVERIFY(stage.session.feed().problem().isEmpty());
    }

    void aLongBacklogIsReadPageByPage()
    {
        Stage stage;
        for (int id = 1; id <= 3001; ++id)
            stage.api.put(FakeAdminApi::row(id));
        stage.run();
        QTRY_COMPARE(stage.rows(), 3001);
        QVERIFY(stage.api.asked() >= 4);
    }

    void oneQuestionIsAskedAtATime()
    {
        Stage stage;
        stage.api.hold();
        stage.run();
        QTRY_COMPARE(stage.api.asked(), 1);
        for (int times = 0; times < 20; ++times) {
            stage.session.feed().refresh();
            stage.session.setWatched(times % 2 == 0);
            QCoreApplication::processEvents();
        }
        QCOMPARE(stage.api.asked(), 1);
        stage.api.release();
        QTRY_VERIFY(stage.api.asked() > 3);
        QCOMPARE(stage.api.mostAtOnce(), 1);
    }

    void nothingIsAskedWhileTheGatewayStands()
    {
        Stage stage;
        stage.session.setWatched(true);
        stage.session.feed().refresh();
        stage.run();
        QTRY_VERIFY(stage.api.asked() > 0);
        stage.control.set(GatewayState::Stopped);
        QCOMPARE(stage.session.feed().pace(), TrafficFeed::Pace::Off);
        stage.api.hold();
        QCoreApplication::processEvents();
        const int asked = stage.api.asked();
        stage.session.feed().refresh();
        QCoreApplication::processEvents();
        QVERIFY(stage.api.asked() <= asked + 1); // at most the one that was on its way
    }

    void aHiddenWindowAsksMoreSlowly()
    {
        Stage stage;
        stage.run();
        QCOMPARE(stage.session.feed().pace(), TrafficFeed::Pace::Live);
        stage.session.setWatched(false);
        QCOMPARE(stage.session.feed().pace(), TrafficFeed::Pace::Slow);
    }

    void aWrongKeyIsSaidAndNotShown()
    {
        Stage stage;
        stage.control.key = "sk-wrong";
        stage.run();
        QTRY_VERIFY(!stage.session.feed().problem().isEmpty());
        QVERIFY(!stage.session.feed().problem().contains(u"sk-wrong"_s));
        QVERIFY(stage.session.feed().nextTry().isValid());
        stage.control.key = "sk-admin";
        stage.control.set(GatewayState::Running);
        QTRY_VERIFY(stage.session.feed().problem().isEmpty());
    }

    void troubleIsSaidAndForgottenWhenItEnds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("500 with a message") << 500 << QByteArray(R"({"error":{"message":"database is down"}})");
        QTest::newRow("404 page") << 404 << QByteArray("<html>");
        QTest::newRow("200 that is not JSON") << 200 << QByteArray("hello");
        QTest::newRow("200 of another service") << 200 << QByteArray(R"({"data":"no list"})");
        QTest::newRow("200 with an array") << 200 << QByteArray("[1,2,3]");
        QTest::newRow("empty") << 200 << QByteArray();
        QTest::newRow("redirect") << 302 << QByteArray();
    }

    void troubleIsSaidAndForgottenWhenItEnds()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Stage stage;
        stage.api.failWith(status, body);
        stage.run();
        QTRY_VERIFY(!stage.session.feed().problem().isEmpty());
        if (body.contains("database"))
            QVERIFY(stage.session.feed().problem().contains(u"database is down"_s));
        stage.api.failWith(0);
        stage.api.put(FakeAdminApi::row(1));
        QTRY_COMPARE(stage.rows(), 1);
        QVERIFY(stage.session.feed().problem().isEmpty());
    }

    void nobodyAtThePortIsSaidWithTheAddress()
    {
        Stage stage;
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        stage.control.url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        stage.run();
        QTRY_VERIFY(stage.session.feed().problem().contains(u"127.0.0.1:%1"_s.arg(port)));
    }

    void failuresAreAskedAboutEverMoreSlowly()
    {
        Stage stage;
        stage.session.feed().setIntervals({.live = 10ms, .slow = 10ms, .behind = 1ms, .longest = 1h});
        stage.api.failWith(500, "{}");
        QSignalSpy told(&stage.session.feed(), &TrafficFeed::conditionChanged);
        QList<qint64> waits;
        connect(&stage.session.feed(), &TrafficFeed::conditionChanged, this, [&] {
            if (!stage.session.feed().problem().isEmpty())
                waits.append(QDateTime::currentDateTime().msecsTo(stage.session.feed().nextTry()));
        });
        stage.run();
        QTRY_VERIFY(waits.size() >= 4);
        // 20, 40, 80, 160 ms: each is measured a moment late, and even so clearly more than the one before the last.
        QVERIFY2(waits[3] > waits[1], qPrintable(u"%1 %2"_s.arg(waits[1]).arg(waits[3])));
    }

    void aGatewayThatBeganAnewIsHeardFromTheStart()
    {
        Stage stage;
        for (int id = 1; id <= 5; ++id)
            stage.api.put(FakeAdminApi::row(id));
        stage.run();
        QTRY_COMPARE(stage.rows(), 5);
        stage.api.forget();
        stage.api.put(FakeAdminApi::row(1));
        QTRY_COMPARE(stage.rows(), 6);
    }

    void aLateAnswerOfTheOldGatewayIsDropped()
    {
        Stage stage;
        stage.api.put(FakeAdminApi::row(1));
        stage.api.hold();
        stage.run();
        QTRY_COMPARE(stage.api.asked(), 1);
        stage.control.set(GatewayState::Stopped);
        QSignalSpy received(&stage.session.feed(), &TrafficFeed::received);
        stage.api.release();
        stage.api.put(FakeAdminApi::row(2));
        stage.control.set(GatewayState::Running);
        QTRY_COMPARE(stage.rows(), 2);
        QCOMPARE(received.size(), 1);
    }

    void stoppingEndsWhatWasRunning()
    {
        Stage stage;
        stage.api.put(FakeAdminApi::row(1, u"running"_s));
        stage.run();
        QTRY_COMPARE(stage.session.traffic().running(), 1);
        stage.control.set(GatewayState::Stopped);
        QCOMPARE(stage.session.traffic().running(), 0);
    }

    void theFirstModelIsAskedFor()
    {
        Stage stage;
        stage.run();
        QTRY_COMPARE(stage.session.exampleModel(), u"gpt-4o"_s);
    }

    void aSessionMayDieWithAQuestionOpen()
    {
        FakeAdminApi api;
        api.hold();
        FakeControl control;
        control.url = api.url();
        {
            Session session(control);
            session.setWatched(true);
            control.set(GatewayState::Running);
            QTRY_COMPARE(api.asked(), 1);
        }
        api.release();
        QCoreApplication::processEvents();
        QCOMPARE(api.asked(), 1);
    }
};

QTEST_MAIN(TrafficFeedTest)
#include "tst_traffic_feed.moc"
