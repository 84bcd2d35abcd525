// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "calls.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/observer.h"

#include <QTest>

#include <future>

using namespace gatehouse;
using namespace gatehouse::observe;

namespace {

std::shared_ptr<const Receipt> call()
{
    return std::make_shared<const Receipt>(answered());
}

std::string pageOf(Observer &observer)
{
    std::promise<std::string> page;
    observer.ask([&page](Lookout &lookout) { page.set_value(lookout.metrics().page({})); });
    return page.get_future().get();
}

} // namespace

class TestObserver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeverAsksSeesAllThatWasToldBefore()
    {
        Observer observer;
        observer.start();
        QVERIFY(pageOf(observer).find("gpt") == std::string::npos);
        observer.tell(call());
        QVERIFY(pageOf(observer).find("gpt") != std::string::npos);
    }

    void whoeverIsSlowLosesReceiptsAndSaysHowMany()
    {
        constexpr std::uint64_t tooMany = 7;
        Observer observer;
        observer.start();
        std::promise<void> begun, go;
        observer.ask([&](Lookout &) {
            begun.set_value();
            go.get_future().wait();
        });
        begun.get_future().wait();
        const auto receipt = call();
        for (std::uint64_t i = 0; i < Observer::mostWaiting + tooMany; ++i)
            observer.tell(receipt);
        QCOMPARE(observer.dropped(), tooMany);
        go.set_value();
        (void)pageOf(observer);
        observer.tell(receipt);
        QCOMPARE(observer.dropped(), tooMany);
    }

    void nothingIsKeptWhileNobodyLooks()
    {
        Observer observer;
        observer.tell(call());
        observer.start();
        QVERIFY(pageOf(observer).find("gpt") == std::string::npos);
        observer.stop();
        observer.tell(call());
        observer.ask([](Lookout &) { QFAIL("nobody is there"); });
    }

    void itMayBeStartedAgain()
    {
        Observer observer;
        observer.start();
        observer.stop();
        observer.stop();
        observer.start();
        observer.tell(call());
        QVERIFY(pageOf(observer).find("gpt") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestObserver)
#include "tst_observer.moc"
