// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../loop_thread.h"

#include "gateway/routing/turnstile.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

using namespace gatehouse::routing;

namespace {

constexpr Slot slot = 7;

/// Who is inside, and how many there were at most.
struct Room {
    std::atomic<int> inside = 0, most = 0, visits = 0;

    void enter()
    {
        const int now = ++inside;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) { }
    }
    void leave()
    {
        --inside;
        ++visits;
    }
};

/// Comes, waits where it must, stays for one turn of its thread's loop, and goes. Lives on that thread.
class Visitor : public QObject
{
public:
    Visitor(Turnstile &turnstile, Room &room)
        : m_turnstile(turnstile)
        , m_room(room)
    {
    }
    void come(std::int64_t limit)
    {
        if (auto pass = m_turnstile.enter(slot, limit))
            return stay(std::move(*pass));
        m_place = m_turnstile.wait(slot, limit, this, [this](Turnstile::Pass pass) {
            m_place.reset();
            stay(std::move(pass));
        });
    }

private:
    void stay(Turnstile::Pass pass)
    {
        m_room.enter();
        m_pass = std::move(pass);
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_room.leave();
                m_pass = {};
            },
            Qt::QueuedConnection);
    }

    Turnstile &m_turnstile;
    Room &m_room;
    Turnstile::Pass m_pass;
    std::unique_ptr<Turnstile::Place> m_place; // before the receiver, which is this
};

} // namespace

class TestTurnstile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLimitIsKeptAcrossThreads()
    {
        constexpr int threads = 4, each = 250;
        Turnstile turnstile;
        Room room;
        std::vector<std::unique_ptr<Visitor>> visitors[threads];
        LoopThread loops[threads];
        for (int i = 0; i < threads; ++i) {
            loops[i].post([&, &mine = visitors[i]] {
                for (int n = 0; n < each; ++n)
                    mine.push_back(std::make_unique<Visitor>(turnstile, room));
                for (const auto &visitor : mine)
                    visitor->come(3);
            });
        }
        QTRY_COMPARE(room.visits.load(), threads * each);
        QCOMPARE(room.most.load(), 3);
        for (int i = 0; i < threads; ++i)
            loops[i].run([&mine = visitors[i]] { mine.clear(); });
        QVERIFY(turnstile.enter(slot, 1)); // nobody has kept a pass
    }

    void whoCameFirstIsCalledFirst()
    {
        Turnstile turnstile;
        LoopThread loops[2];
        std::string order; // only ever touched by who has the one pass
        std::atomic<int> calls = 0;
        auto first = turnstile.enter(slot, 1);
        QVERIFY(first);
        std::unique_ptr<Turnstile::Place> places[6];
        for (int i = 0; i < 6; ++i) {
            LoopThread &loop = loops[i % 2];
            loop.run([&, i] {
                places[i] = turnstile.wait(slot, 1, loop.object(), [&, i](Turnstile::Pass) {
                    order += static_cast<char>('a' + i);
                    ++calls;
                });
            });
        }
        QCOMPARE(calls.load(), 0);
        first.reset();
        QTRY_COMPARE(calls.load(), 6);
        for (int i = 0; i < 6; ++i)
            loops[i % 2].run([&, i] { places[i].reset(); });
        QCOMPARE(order, std::string("abcdef"));
    }

    void nobodyOvertakesTheLine()
    {
        Turnstile turnstile;
        QObject here;
        auto first = turnstile.enter(slot, 1);
        std::optional<Turnstile::Pass> called;
        const auto place = turnstile.wait(slot, 1, &here, [&](Turnstile::Pass pass) { called = std::move(pass); });
        QVERIFY(!turnstile.enter(slot, 2));    // there is a place now, but somebody waits for it
        QVERIFY(turnstile.enter(slot + 1, 1)); // another deployment's line is another line
        first.reset();
        QTRY_VERIFY(called);
        QVERIFY(!turnstile.enter(slot, 1));
    }

    void whoLeavesTheLineIsNotCalled()
    {
        Turnstile turnstile;
        QObject here;
        bool isCalled = false;
        std::optional<Turnstile::Pass> called;
        auto first = turnstile.enter(slot, 1);
        auto leaving = turnstile.wait(slot, 1, &here, [&](Turnstile::Pass) { isCalled = true; });
        const auto staying = turnstile.wait(slot, 1, &here, [&](Turnstile::Pass pass) { called = std::move(pass); });
        leaving.reset();
        first.reset();
        QTRY_VERIFY(called);
        QVERIFY(!isCalled);
    }

    void whoLeavesWithThePassInThePostHandsItOn()
    {
        Turnstile turnstile;
        QObject here;
        bool isCalled = false;
        std::optional<Turnstile::Pass> called;
        auto first = turnstile.enter(slot, 1);
        auto leaving = turnstile.wait(slot, 1, &here, [&](Turnstile::Pass) { isCalled = true; });
        const auto staying = turnstile.wait(slot, 1, &here, [&](Turnstile::Pass pass) { called = std::move(pass); });
        first.reset(); // calls who leaves, by post
        leaving.reset();
        QTRY_VERIFY(called);
        QVERIFY(!isCalled);
    }

    void aReceiverThatDiesWithThePassInThePostGivesItBack()
    {
        Turnstile turnstile;
        LoopThread loop;
        QSemaphore inLine, called;
        bool isCalled = false;
        auto first = turnstile.enter(slot, 1);
        loop.post([&] {
            auto receiver = std::make_unique<QObject>();
            auto place = turnstile.wait(slot, 1, receiver.get(), [&](Turnstile::Pass) { isCalled = true; });
            inLine.release();
            called.acquire(); // the pass is in the post, and this thread has not looked
            place.reset();
        });
        inLine.acquire();
        first.reset();
        QVERIFY(!turnstile.enter(slot, 1)); // it is somebody's
        called.release();
        loop.run([] {});
        QVERIFY(!isCalled);
        QVERIFY(turnstile.enter(slot, 1));
    }

    void aPassMovesAndIsGivenBackOnce()
    {
        Turnstile turnstile;
        auto first = turnstile.enter(slot, 2), second = turnstile.enter(slot, 2);
        QVERIFY(first && second && !turnstile.enter(slot, 2));
        *first = std::move(*second); // gives its own back
        second.reset();
        auto third = turnstile.enter(slot, 2);
        QVERIFY(third && !turnstile.enter(slot, 2));
        LoopThread loop;
        loop.run([&] { first.reset(); });
        QVERIFY(turnstile.enter(slot, 2));
    }
};

QTEST_GUILESS_MAIN(TestTurnstile)
#include "tst_turnstile.moc"
