// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/deadlines.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace gatehouse::upstream;

class TestDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEarliestIsFirstWhateverIsSetMovedAndRemoved();
};

void TestDeadlines::theEarliestIsFirstWhateverIsSetMovedAndRemoved()
{
    std::array<Deadline, 200> all;
    Deadlines queue;
    std::mt19937 random(1);
    for (int step = 0; step < 20'000; ++step) {
        Deadline &one = all[random() % all.size()];
        if (random() % 3)
            queue.set(&one, Instant(std::chrono::milliseconds(random() % 1000)));
        else
            queue.remove(&one);
        const Deadline *earliest = nullptr;
        for (const Deadline &deadline : all) {
            if (deadline.place && (!earliest || deadline.at < earliest->at))
                earliest = &deadline;
        }
        QCOMPARE(queue.first() == nullptr, earliest == nullptr);
        QVERIFY(!earliest || queue.first()->at == earliest->at);
    }
    while (Deadline *first = queue.first())
        queue.remove(first);
    QVERIFY(std::none_of(all.begin(), all.end(), [](const Deadline &deadline) { return deadline.place != 0; }));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
