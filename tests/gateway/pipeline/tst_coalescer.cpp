// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "../loop_thread.h"

#include "gateway/pipeline/coalescer.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <random>
#include <string>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Outturn> answerOf(const std::string &text)
{
    auto outturn = std::make_shared<Outturn>();
    outturn->answer = text;
    return outturn;
}

/// One who asks, and what it has heard: "lead", or the answer.
struct Asker {
    Asker(Coalescer &all, QObject *on)
        : coalescer(all)
        , receiver(on)
    {
    }

    Coalescer &coalescer;
    QObject *receiver;
    std::unique_ptr<Coalescer::Place> place;
    std::vector<std::string> heard;
    QThread *heardOn = nullptr;
    std::atomic<int> count = 0;

    void ask(const std::string &key = "the same")
    {
        place = coalescer.join(key, receiver, [this](const std::shared_ptr<const Outturn> &outturn) {
            heard.push_back(outturn ? outturn->answer : "lead");
            heardOn = QThread::currentThread();
            ++count;
        });
    }
};

/// Asks; when it leads it answers or goes, by chance, a turn of its loop later. Lives on one thread.
class Caller : public QObject
{
public:
    Caller(Coalescer &coalescer, std::atomic<int> &over, std::atomic<int> &led)
        : m_coalescer(coalescer)
        , m_over(over)
        , m_led(led)
    {
    }
    void ask(std::string key, bool willAnswer)
    {
        m_willAnswer = willAnswer;
        m_place = m_coalescer.join(std::move(key), this, [this](const std::shared_ptr<const Outturn> &outturn) {
            if (outturn)
                return end();
            lead();
        });
        if (m_place->isLeading())
            lead();
    }

private:
    void lead()
    {
        ++m_led;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_willAnswer)
                    m_place->tell(answerOf("yes"));
                end();
            },
            Qt::QueuedConnection);
    }
    void end()
    {
        m_place.reset();
        ++m_over;
    }

    Coalescer &m_coalescer;
    std::atomic<int> &m_over, &m_led;
    bool m_willAnswer = false;
    std::unique_ptr<Coalescer::Place> m_place;
};

} // namespace

class TestCoalescer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstLeadsAndAllOthersHearOnTheirOwnThreads()
    {
        Coalescer coalescer;
        LoopThread one, two;
        std::vector<std::unique_ptr<Asker>> askers;
        for (int i = 0; i < 20; ++i) {
            LoopThread &loop = i % 2 ? one : two;
            askers.push_back(std::make_unique<Asker>(coalescer, loop.object()));
            loop.run([&] { askers.back()->ask(); });
            QCOMPARE(askers.back()->place->isLeading(), i == 0);
        }
        two.run([&] { askers.front()->place->tell(answerOf("42")); });
        for (int i = 1; i < 20; ++i)
            QTRY_COMPARE(askers[std::size_t(i)]->count.load(), 1);
        one.run([] {});
        two.run([] {});
        QVERIFY(askers[0]->heard.empty());
        for (int i = 1; i < 20; ++i) {
            Asker &each = *askers[std::size_t(i)];
            QCOMPARE(each.heard, std::vector<std::string> {"42"});
            QCOMPARE(each.heardOn, i % 2 ? one.thread() : two.thread());
            (i % 2 ? one : two).run([&] { each.place.reset(); });
        }
        two.run([&] { askers[0]->place.reset(); });
    }

    void whoAsksAfterTheAnswerBeginsAnew()
    {
        Coalescer coalescer;
        QObject here;
        Asker first {coalescer, &here}, late {coalescer, &here}, later {coalescer, &here};
        first.ask();
        first.place->tell(answerOf("1"));
        late.ask();
        QVERIFY(late.place->isLeading());
        QVERIFY(!first.place->isLeading());
        later.ask();
        first.place->tell(answerOf("again")); // has had its say
        first.place.reset();                  // and takes nothing from the others
        QVERIFY(late.place->isLeading());
        late.place->tell(answerOf("2"));
        QTRY_COMPARE(later.heard, std::vector<std::string> {"2"});
    }

    void anotherQuestionIsAnotherMatter()
    {
        Coalescer coalescer;
        QObject here;
        Asker one {coalescer, &here}, other {coalescer, &here};
        one.ask("a");
        other.ask("b");
        QVERIFY(one.place->isLeading() && other.place->isLeading());
    }

    void whenTheLeaderGoesTheFirstOfTheOthersLeads()
    {
        Coalescer coalescer;
        LoopThread loop;
        QObject here;
        Asker leader {coalescer, &here}, second {coalescer, loop.object()}, third {coalescer, &here};
        leader.ask();
        loop.run([&] { second.ask(); });
        third.ask();
        leader.place.reset();
        QTRY_COMPARE(second.count.load(), 1);
        QVERIFY(second.place->isLeading());
        loop.run([&] { second.place->tell(answerOf("from the second")); });
        QTRY_COMPARE(third.count.load(), 1);
        QCOMPARE(third.heard, std::vector<std::string> {"from the second"});
        loop.run([&] { second.place.reset(); });
        QCOMPARE(second.heard, std::vector<std::string> {"lead"});
    }

    void aFollowerThatGoesHearsNothing()
    {
        Coalescer coalescer;
        QObject here;
        Asker leader {coalescer, &here}, going {coalescer, &here}, gone {coalescer, &here}, staying {coalescer, &here};
        for (Asker *each : {&leader, &going, &gone, &staying})
            each->ask();
        going.place.reset();
        leader.place->tell(answerOf("yes"));
        gone.place.reset(); // its news is in the post
        QTRY_COMPARE(staying.count.load(), 1);
        QVERIFY(going.heard.empty() && gone.heard.empty());
    }

    void whoDiesWithTheLeadInThePostHandsItOn()
    {
        Coalescer coalescer;
        LoopThread loop;
        QObject here;
        QSemaphore asked, called;
        bool hasHeard = false;
        Asker leader {coalescer, &here}, third {coalescer, &here};
        leader.ask();
        loop.post([&] {
            auto receiver = std::make_unique<QObject>();
            auto place = coalescer.join("the same", receiver.get(), [&](const auto &) { hasHeard = true; });
            asked.release();
            called.acquire(); // the lead is in the post, and this thread has not looked
            place.reset();
        });
        asked.acquire();
        third.ask();
        leader.place.reset();
        called.release();
        QTRY_COMPARE(third.heard, std::vector<std::string> {"lead"});
        loop.run([] {});
        QVERIFY(!hasHeard);
        QVERIFY(third.place->isLeading());
    }

    void onlyWhoLeadsIsBelieved()
    {
        Coalescer coalescer;
        QObject here;
        Asker leader {coalescer, &here}, other {coalescer, &here}, third {coalescer, &here};
        for (Asker *each : {&leader, &other, &third})
            each->ask();
        other.place->tell(answerOf("wrong"));
        leader.place->tell(answerOf("right"));
        QTRY_COMPARE(third.heard, std::vector<std::string> {"right"});
    }

    void nobodyIsForgottenWhoeverGoes()
    {
        constexpr int threads = 3, each = 600;
        Coalescer coalescer;
        std::atomic<int> over = 0, led = 0;
        std::vector<std::unique_ptr<Caller>> callers[threads];
        LoopThread loops[threads];
        for (int i = 0; i < threads; ++i) {
            loops[i].post([&, i, &mine = callers[i]] {
                std::minstd_rand random(static_cast<unsigned>(i) + 1);
                for (int n = 0; n < each; ++n) {
                    mine.push_back(std::make_unique<Caller>(coalescer, over, led));
                    mine.back()->ask(std::to_string(random() % 5), random() % 3 == 0);
                }
            });
        }
        QTRY_COMPARE(over.load(), threads * each);
        QVERIFY2(led < threads * each, "some of them followed");
        for (int i = 0; i < threads; ++i)
            loops[i].run([&mine = callers[i]] { mine.clear(); });
    }
};

QTEST_GUILESS_MAIN(TestCoalescer)
#include "tst_coalescer.moc"
