// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "running_session.h"
#include "ui/shell/pulse.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

QJsonObject tick(int requests, int tokens, double spend = 0, int inFlight = 0)
{
    return {{u"requests"_s, requests}, {u"errors"_s, 0}, {u"input_tokens"_s, tokens}, {u"output_tokens"_s, tokens},
        {u"spend"_s, spend}, {u"in_flight"_s, inFlight}};
}

} // namespace

class PulseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void nothingIsSaidBeforeAnythingIsKnown()
    {
        FakeControl control;
        Session session(control);
        QVERIFY(Pulse(session).text().isEmpty());
    }

    void ratesAreTheMeanOfTheLastSeconds()
    {
        RunningSession stage;
        const Pulse pulse(stage.session);
        Q_EMIT stage.session.events().happened(u"tick"_s, tick(10, 500, 0, 3));
        Q_EMIT stage.session.events().happened(u"tick"_s, tick(5, 0, 0, 2));
        Q_EMIT stage.session.events().happened(u"breaker"_s, {});
        QCOMPARE(pulse.text(), u"2 under way · 7.5 requests/s · 500 tokens/s"_s);
        for (int second = 0; second < 10; ++second)
            Q_EMIT stage.session.events().happened(u"tick"_s, tick(0, 0));
        QCOMPARE(pulse.text(), u"0 under way · 0 requests/s · 0 tokens/s"_s);
    }

    void whatIsSpentComesOnTopOfTheDaysSum()
    {
        RunningSession stage;
        stage.api.tell("/user/daily/activity/aggregated", R"({"metadata": {"total_spend": 1.5}})");
        const Pulse pulse(stage.session);
        stage.control.set(GatewayState::Running);
        Q_EMIT stage.session.events().happened(u"tick"_s, tick(1, 1));
        QTRY_VERIFY(pulse.text().endsWith(u"$1.50 today"_s));
        Q_EMIT stage.session.events().happened(u"tick"_s, tick(1, 1, 0.25));
        QVERIFY(pulse.text().endsWith(u"$1.75 today"_s));
        stage.control.set(GatewayState::Stopped);
        QVERIFY(pulse.text().isEmpty());
    }
};

QTEST_MAIN(PulseTest)
#include "tst_pulse.moc"
