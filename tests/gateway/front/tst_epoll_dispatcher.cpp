// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/epoll_dispatcher.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace gatehouse::front;
using namespace std::chrono_literals;

namespace {

struct SocketPair {
    std::array<int, 2> ends {-1, -1};
    SocketPair()
    {
        [[maybe_unused]] const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data());
    }
    ~SocketPair()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    SocketPair(const SocketPair &) = delete;
    SocketPair &operator=(const SocketPair &) = delete;
    void send() const { [[maybe_unused]] const auto sent = ::write(ends[1], "x", 1); }
    void take() const
    {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(ends[0], &byte, 1);
    }
};

/// Half the descriptors of a pair, where there are many.
struct Counter {
    int descriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    Counter() = default;
    ~Counter() { ::close(descriptor); }
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;
    void send() const { ::eventfd_write(descriptor, 1); }
    void take() const
    {
        eventfd_t value = 0;
        ::eventfd_read(descriptor, &value);
    }
};

bool raiseDescriptorLimit(rlim_t wanted)
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur >= wanted;
}

/// One turn of the loop that does not wait.
void turn(EpollDispatcher &loop)
{
    loop.processEvents(QEventLoop::AllEvents);
}

class Echo final : public QTcpServer
{
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
};

} // namespace

class TestEpollDispatcher : public QObject
{
    Q_OBJECT

    EpollDispatcher &loop() { return *static_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()); }

private Q_SLOTS:
    void theProgramRunsOnIt() { QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance())); }

    void aReadableSocketIsToldUntilItIsRead()
    {
        SocketPair pair;
        int told = 0;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        turn(loop());
        QCOMPARE(told, 0);
        pair.send();
        turn(loop());
        turn(loop());
        QCOMPARE(told, 2); // level-triggered
        pair.take();
        turn(loop());
        QCOMPARE(told, 2);
    }

    void aDisabledNotifierIsSilentAndAnEnabledOneHearsAgain()
    {
        SocketPair pair;
        int told = 0;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        turn(loop());
        notifier.setEnabled(false);
        pair.send();
        turn(loop());
        turn(loop());
        QCOMPARE(told, 0);
        const auto before = loop().counts().ready;
        turn(loop());
        QCOMPARE(loop().counts().ready, before); // it does not spin on what nobody wants
        notifier.setEnabled(true);
        turn(loop());
        QCOMPARE(told, 1);
    }

    void readAndWriteNotifiersShareADescriptor()
    {
        SocketPair pair;
        int readable = 0, writable = 0;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read), writer(pair.ends[0], QSocketNotifier::Write);
        connect(&reader, &QSocketNotifier::activated, this, [&] { ++readable; });
        connect(&writer, &QSocketNotifier::activated, this, [&] { ++writable; });
        turn(loop());
        QCOMPARE(readable, 0);
        QCOMPARE(writable, 1);
        writer.setEnabled(false);
        pair.send();
        turn(loop());
        QCOMPARE(readable, 1);
        QCOMPARE(writable, 1);
    }

    void interestTurnedOnAndOffWithinATurnCostsNoCallToTheKernel()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read), writer(pair.ends[0], QSocketNotifier::Write);
        writer.setEnabled(false);
        turn(loop());
        const auto before = loop().counts().controls;
        for (int i = 0; i < 10; ++i) {
            writer.setEnabled(true);
            writer.setEnabled(false);
            turn(loop());
        }
        QCOMPARE(loop().counts().controls, before);
    }

    void readInterestThatIsGivenUpAndTakenBackCostsOneCall()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        turn(loop());
        const auto before = loop().counts().controls;
        reader.setEnabled(false);
        turn(loop());
        QCOMPARE(loop().counts().controls, before);
        reader.setEnabled(true);
        turn(loop());
        QCOMPARE(loop().counts().controls, before + 1);
    }

    void aDescriptorNumberThatIsUsedAgainIsWatchedAnew()
    {
        int told = 0;
        int first = -1;
        for (int round = 0; round < 3; ++round) {
            SocketPair pair;
            if (round == 0)
                first = pair.ends[0];
            QCOMPARE(pair.ends[0], first); // else this proves nothing
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
            if (round != 1)
                turn(loop()); // once without the kernel ever being told
            pair.send();
            turn(loop());
            QCOMPARE(told, round + 1);
        }
    }

    void aNotifierDeletedByAnotherInTheSameTurnIsNotTold()
    {
        std::array<SocketPair, 8> pairs;
        std::array<std::unique_ptr<QSocketNotifier>, 8> notifiers;
        int told = 0;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].ends[0], QSocketNotifier::Read);
            connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
                ++told;
                for (std::size_t other = 0; other < notifiers.size(); ++other) {
                    if (other != i)
                        notifiers[other].reset();
                }
            });
            pairs[i].send();
        }
        turn(loop());
        QCOMPARE(told, 1);
        for (auto &notifier : notifiers)
            notifier.reset();
    }

    void aNotifierMayDeleteItselfLater()
    {
        SocketPair pair;
        auto *notifier = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
        bool deleted = false;
        connect(notifier, &QSocketNotifier::activated, notifier, &QObject::deleteLater);
        connect(notifier, &QObject::destroyed, this, [&] { deleted = true; });
        pair.send();
        QTRY_VERIFY(deleted);
    }

    void aNestedLoopInANotifierDoesNotDeliverItsNewsTwice()
    {
        SocketPair first, second;
        int inner = 0;
        QSocketNotifier one(first.ends[0], QSocketNotifier::Read), two(second.ends[0], QSocketNotifier::Read);
        connect(&one, &QSocketNotifier::activated, this, [&] {
            first.take();
            turn(loop());
        });
        connect(&two, &QSocketNotifier::activated, this, [&] {
            second.take();
            ++inner;
        });
        first.send();
        second.send();
        turn(loop());
        turn(loop());
        QCOMPARE(inner, 1);
    }

    void aClosedPeerIsToldToTheReader()
    {
        auto pair = std::make_unique<SocketPair>();
        int told = 0;
        const int mine = ::fcntl(pair->ends[0], F_DUPFD_CLOEXEC, 0);
        QSocketNotifier notifier(mine, QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        pair.reset();
        turn(loop());
        QCOMPARE(told, 1);
        notifier.setEnabled(false);
        ::close(mine);
    }

    void timersFireInOrderAndOftenEnough()
    {
        QList<int> order;
        QTimer::singleShot(20ms, Qt::PreciseTimer, this, [&] { order << 2; });
        QTimer::singleShot(5ms, Qt::PreciseTimer, this, [&] { order << 1; });
        QTimer::singleShot(0ms, this, [&] { order << 0; });
        QTRY_COMPARE(order, QList<int>({0, 1, 2}));

        QTimer ticking;
        int ticks = 0;
        connect(&ticking, &QTimer::timeout, this, [&] { ++ticks; });
        ticking.start(1ms);
        QTRY_VERIFY(ticks >= 5);
        QVERIFY(ticking.remainingTime() >= 0 && ticking.remainingTime() <= 1);
        ticking.stop();
        const int before = ticks;
        turn(loop());
        QCOMPARE(ticks, before);
    }

    void aTimerIsNeverEarly()
    {
        QElapsedTimer clock;
        clock.start();
        qint64 elapsed = -1;
        QTimer::singleShot(30ms, Qt::PreciseTimer, this, [&] { elapsed = clock.nsecsElapsed(); });
        QTRY_VERIFY(elapsed >= 0);
        QVERIFY(elapsed >= 30'000'000);
    }

    void aZeroTimerDoesNotStarveSockets()
    {
        SocketPair pair;
        bool told = false;
        QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&] {
            pair.take();
            told = true;
        });
        QTimer busy;
        connect(&busy, &QTimer::timeout, this, [] {});
        busy.start(0);
        pair.send();
        QTRY_VERIFY(told);
    }

    void aTimerStoppedByAnotherInTheSameTurnDoesNotFire()
    {
        QTimer first, second;
        int fired = 0;
        const auto onlyOne = [&] {
            ++fired;
            first.stop();
            second.stop();
        };
        connect(&first, &QTimer::timeout, this, onlyOne);
        connect(&second, &QTimer::timeout, this, onlyOne);
        first.start(0);
        second.start(0);
        turn(loop());
        turn(loop());
        QCOMPARE(fired, 1);
    }

    void aTimerDoesNotFireInsideItsOwnEvent()
    {
        QTimer timer;
        int depth = 0, deepest = 0, fired = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            turn(loop());
            --depth;
            ++fired;
        });
        timer.start(0);
        QTRY_VERIFY(fired >= 3);
        QCOMPARE(deepest, 1);
    }

    void registeredTimersAreListedAndForgottenWithTheirReceiver()
    {
        auto receiver = std::make_unique<QObject>();
        const int id = receiver->startTimer(1h, Qt::VeryCoarseTimer);
        const auto timers = loop().registeredTimers(receiver.get());
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QCOMPARE(timers.first().interval, 3'600'000);
        QCOMPARE(timers.first().timerType, Qt::VeryCoarseTimer);
        const QObject *gone = receiver.get();
        receiver.reset();
        QVERIFY(loop().registeredTimers(const_cast<QObject *>(gone)).isEmpty());
        QCOMPARE(loop().remainingTime(id), -1);
    }

    void postedEventsAndDeferredDeletesAreSent()
    {
        QStringList order;
        QObject context;
        auto *doomed = new QObject;
        connect(doomed, &QObject::destroyed, this, [&] { order << QStringLiteral("deleted"); });
        QMetaObject::invokeMethod(
            &context,
            [&] {
                order << QStringLiteral("posted");
                QMetaObject::invokeMethod(
                    &context, [&] { order << QStringLiteral("from within"); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
        doomed->deleteLater();
        QTRY_COMPARE(order.size(), 3);
        QVERIFY(order.indexOf(QStringLiteral("posted")) < order.indexOf(QStringLiteral("from within")));
    }

    void anotherThreadWakesItUp()
    {
        QEventLoop waiting;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            for (int i = 0; i < 1000; ++i)
                QMetaObject::invokeMethod(
                    &waiting, [] {}, Qt::QueuedConnection);
            QMetaObject::invokeMethod(&waiting, &QEventLoop::quit, Qt::QueuedConnection);
        }));
        QTimer guard;
        guard.setSingleShot(true);
        bool late = false;
        connect(&guard, &QTimer::timeout, &waiting, [&] {
            late = true;
            waiting.quit();
        });
        guard.start(20s);
        thread->start();
        waiting.exec();
        thread->wait();
        QVERIFY(!late);
    }

    void loopsNest()
    {
        QEventLoop outer, inner;
        QStringList order;
        QTimer::singleShot(0ms, &outer, [&] {
            QTimer::singleShot(1ms, &inner, &QEventLoop::quit);
            inner.exec();
            order << QStringLiteral("inner");
            outer.quit();
        });
        outer.exec();
        order << QStringLiteral("outer");
        QCOMPARE(order, QStringList({QStringLiteral("inner"), QStringLiteral("outer")}));
    }

    void aThreadOnItQuits()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        QObject guest;
        guest.moveToThread(&thread);
        thread.start();
        std::atomic<int> done = 0;
        QThread *ranOn = nullptr;
        for (int i = 0; i < 100; ++i) {
            QMetaObject::invokeMethod(
                &guest,
                [&] {
                    ranOn = QThread::currentThread();
                    ++done;
                },
                Qt::QueuedConnection);
        }
        QTRY_COMPARE(done.load(), 100);
        QCOMPARE(ranOn, &thread);
        thread.quit();
        QVERIFY(thread.wait(20'000));
    }

    void tcpSocketsTalkOverIt()
    {
        Echo server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        const QByteArray sent(1'000'000, 'q'); // more than the kernel takes at once
        QByteArray got;
        connect(&client, &QTcpSocket::readyRead, this, [&] { got += client.readAll(); });
        client.write(sent);
        QTRY_COMPARE(got.size(), sent.size());
        QVERIFY(got == sent);
        client.disconnectFromHost();
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

    void tenThousandIdleDescriptorsAreNotTouched()
    {
        constexpr std::size_t count = 10'000;
        if (!raiseDescriptorLimit(count + 100))
            QSKIP("This system does not allow enough descriptors");
        std::vector<std::unique_ptr<Counter>> counters;
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        std::size_t told = 0;
        for (std::size_t i = 0; i < count; ++i) {
            counters.push_back(std::make_unique<Counter>());
            notifiers.push_back(std::make_unique<QSocketNotifier>(counters.back()->descriptor, QSocketNotifier::Read));
            connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&told, counter = counters.back().get()] {
                counter->take();
                ++told;
            });
        }
        turn(loop());
        const auto before = loop().counts();
        for (const std::size_t i : {std::size_t(3), std::size_t(4'999), count - 1})
            counters[i]->send();
        turn(loop());
        turn(loop());
        const auto after = loop().counts();
        QCOMPARE(told, std::size_t(3));
        QCOMPARE(after.ready - before.ready, std::uint64_t(3));
        QCOMPARE(after.controls, before.controls);
        QCOMPARE(after.waits - before.waits, std::uint64_t(2));

        for (const auto &counter : counters)
            counter->send(); // more than one batch
        for (int i = 0; i < 100 && told < count + 3; ++i)
            turn(loop());
        QCOMPARE(told, count + 3);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epoll_dispatcher.moc"
