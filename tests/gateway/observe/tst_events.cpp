// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/events.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe;

namespace {

constexpr std::uint32_t all = ~std::uint32_t(0);

std::uint32_t only(EventKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKeptWhereNobodyListens()
    {
        Events events;
        QVERIFY(!events.isHeard());
        events.say(EventKind::RequestDone, "{}");
        const auto listener = events.listen(all, [] {});
        QVERIFY(events.isHeard());
        QVERIFY(listener->take(10).events.empty());
    }

    void eventsComeInOrderWithRisingIds()
    {
        Events events;
        int woken = 0;
        const auto listener = events.listen(all, [&woken] { ++woken; });
        events.say(EventKind::RequestStarted, "{}");
        events.say(EventKind::RequestDone, "{}");
        QCOMPARE(woken, 1); // it was told once that there is something
        const auto batch = listener->take(10);
        QCOMPARE(batch.events.size(), std::size_t(2));
        QVERIFY(batch.events[0]->kind == EventKind::RequestStarted);
        QVERIFY(batch.events[0]->id < batch.events[1]->id);
        events.say(EventKind::RequestDone, "{}");
        QCOMPARE(woken, 2);
    }

    void aListenerHearsOnlyWhatItAskedFor()
    {
        Events events;
        const auto listener = events.listen(only(EventKind::Breaker), [] {});
        events.say(EventKind::RequestDone, "{}");
        Signal signal {Signal::Kind::DeploymentRests, "d-1", "d-1 rests"};
        events.say(signal);
        const auto batch = listener->take(10);
        QCOMPARE(batch.events.size(), std::size_t(1));
        QVERIFY(batch.events[0]->data.find("d-1 rests") != std::string::npos);
    }

    void whoIsSlowLosesTheOldestAndIsTold()
    {
        Events events;
        const auto listener = events.listen(all, [] {});
        for (std::size_t i = 0; i < Events::mostWaiting + 7; ++i)
            events.say(EventKind::RequestDone, "{}");
        const auto batch = listener->take(1);
        QCOMPARE(batch.lost, std::uint64_t(7));
        QCOMPARE(batch.events.front()->id, std::uint64_t(8));
        QCOMPARE(listener->take(1).lost, std::uint64_t(0));
    }

    void aTickSumsUpASecond()
    {
        Events events;
        const auto listener = events.listen(only(EventKind::Tick), [] {});
        Receipt receipt;
        receipt.outcome = Outcome::Failed;
        receipt.usage.input = 5;
        events.count(receipt);
        receipt.outcome = Outcome::Completed;
        events.count(receipt);
        events.tick(3);
        QCOMPARE(listener->take(1).events.front()->data,
            std::string(R"({"requests":2,"errors":1,"input_tokens":10,"output_tokens":0,"spend":0.0,"in_flight":3})"));
    }

    void theEndIsToldToEverybody()
    {
        Events events;
        auto listener = events.listen(only(EventKind::Tick), [] {});
        events.end();
        QVERIFY(listener->take(1).events.front()->kind == EventKind::Stopping);
        listener.reset();
        QVERIFY(!events.isHeard());
    }

    void everyKindHasAName()
    {
        for (int kind = 0; kind <= static_cast<int>(EventKind::Stopping); ++kind)
            QVERIFY(eventKindFrom(toString(static_cast<EventKind>(kind))) == static_cast<EventKind>(kind));
        QVERIFY(!eventKindFrom("nonsense"));
    }
};

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
