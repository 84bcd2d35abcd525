// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "client.h"

#include "gateway/front/epoll_dispatcher.h"
#include "gateway/front/server.h"
#include "gateway/front/worker.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::front;

class TestWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginAndEndRunOnTheThread()
    {
        QThread *began = nullptr, *ended = nullptr;
        bool isEpoll = false;
        Worker worker(
            QStringLiteral("w1"),
            [&] {
                began = QThread::currentThread();
                isEpoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()) != nullptr;
            },
            [&] { ended = QThread::currentThread(); });
        worker.start();
        worker.stop();
        QVERIFY(began && began == ended && began != QThread::currentThread());
        QVERIFY(isEpoll);
        worker.stop();
    }

    void postedTasksRunInOrder()
    {
        std::vector<int> order;
        std::atomic<bool> done = false;
        Worker worker(QStringLiteral("w1"), {}, {});
        worker.post([&] { order.push_back(0); }); // before the start
        worker.start();
        for (int i = 1; i < 100; ++i)
            worker.post([&, i] { order.push_back(i); });
        worker.post([&] { done = true; });
        QTRY_VERIFY(done.load());
        QCOMPARE(order.size(), std::size_t(100));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void aWorkerThatNeverStartedStops()
    {
        Worker worker(QStringLiteral("w1"), [] { QFAIL("not started"); }, {});
        worker.stop();
    }

    void severalWorkersServeOnePort()
    {
        std::atomic<int> port = 0, served = 0;
        std::array<std::unique_ptr<Server>, 2> servers;
        std::vector<std::unique_ptr<Worker>> workers;
        std::array<std::atomic<bool>, 2> used {};
        for (std::size_t i = 0; i < servers.size(); ++i) {
            workers.push_back(std::make_unique<Worker>(
                QStringLiteral("w%1").arg(i),
                [&, i] {
                    servers[i] = std::make_unique<Server>(
                        [&, i](wire::Request, std::unique_ptr<wire::Reply> reply) {
                            used[i] = true;
                            ++served;
                            reply->send({200, {}}, "ok");
                        },
                        Listen {.host = "127.0.0.1",
                            .port = static_cast<std::uint16_t>(port.load()),
                            .certificateFile = {},
                            .keyFile = {},
                            .limits = {}});
                    const auto bound = servers[i]->start();
                    port = bound ? *bound : -1;
                },
                [&, i] { servers[i].reset(); }));
            workers.back()->start();
            QTRY_VERIFY(port != 0);
            QVERIFY(port > 0);
        }
        for (int i = 0; i < 300 && !(used[0] && used[1]); ++i) {
            Client client(static_cast<std::uint16_t>(port), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            QCOMPARE(client.next().body, QByteArray("ok"));
        }
        QVERIFY(used[0] && used[1]);
        Client held(static_cast<std::uint16_t>(port), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(held.next().status, 200);
        workers.clear(); // stops with a client connected
        QTRY_VERIFY(held.isClosed());
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
