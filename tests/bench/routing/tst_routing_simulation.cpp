// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation.h"

#include <QTest>

#include <algorithm>

using namespace bench;
using gatehouse::routing::Strategy;

namespace {

constexpr double length = 600, load = 20;
constexpr std::uint64_t seeds[] {1, 2, 3};

/// The mean over all seeds.
Outcome mean(Strategy strategy)
{
    Outcome sum;
    for (const std::uint64_t seed : seeds) {
        const Outcome outcome = simulate(World(seed, length, load), strategy);
        sum.firstTry += outcome.firstTry / std::size(seeds);
        sum.answered += outcome.answered / std::size(seeds);
        sum.p99 += outcome.p99 / std::size(seeds);
    }
    return sum;
}

} // namespace

class TestRoutingSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSeedTellsTheOutcome()
    {
        const Outcome one = simulate(World(7, 120, load), Strategy::Adaptive);
        const Outcome same = simulate(World(7, 120, load), Strategy::Adaptive);
        QCOMPARE(one.firstTry, same.firstTry);
        QCOMPARE(one.p99, same.p99);
        QCOMPARE(one.dollars, same.dollars);
        QVERIFY(one.questions > 2000);
        QVERIFY(one.p99 != simulate(World(8, 120, load), Strategy::Adaptive).p99);
    }

    void adaptiveIsNotWorseThanAnyOther_data()
    {
        QTest::addColumn<int>("other");
        for (const Strategy strategy :
            {Strategy::SimpleShuffle, Strategy::LeastBusy, Strategy::Latency, Strategy::Usage, Strategy::UsageV2, Strategy::Cost})
            QTest::newRow(std::string(toString(strategy)).c_str()) << static_cast<int>(strategy);
    }
    void adaptiveIsNotWorseThanAnyOther()
    {
        QFETCH(int, other);
        static const Outcome adaptive = mean(Strategy::Adaptive);
        const Outcome theirs = mean(static_cast<Strategy>(other));
        QVERIFY2(adaptive.firstTry > theirs.firstTry, qPrintable(QString::number(theirs.firstTry)));
        QVERIFY2(adaptive.answered >= theirs.answered, qPrintable(QString::number(theirs.answered)));
        QVERIFY2(adaptive.p99 <= theirs.p99, qPrintable(QString::number(theirs.p99)));
    }
};

QTEST_APPLESS_MAIN(TestRoutingSimulation)
#include "tst_routing_simulation.moc"
