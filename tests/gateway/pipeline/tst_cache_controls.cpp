// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/cache_controls.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;
using std::chrono::milliseconds;

namespace {

Result<wire::CacheControls> controlsOf(
    const std::string &body, const wire::Headers &headers = {}, const people::Caller *caller = nullptr)
{
    return cacheControlsOf(*wire::JsonObject::parse(body), headers, caller);
}

} // namespace

class TestCacheControls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoSaysNothingAsksNothing()
    {
        const auto controls = controlsOf(R"({"model":"gpt"})");
        QVERIFY(controls && !controls->wantsIt && !controls->skipsReading && !controls->skipsWriting);
        QVERIFY(!controls->ttl && !controls->maxAge && controls->nameSpace.empty());
    }

    void eachIsUnderstood()
    {
        const auto controls = controlsOf(
            R"({"cache":{"use-cache":true,"no-cache":true,"no-store":true,"ttl":1.5,"s-maxage":60,"namespace":"mine"}})");
        QVERIFY(controls && controls->wantsIt && controls->skipsReading && controls->skipsWriting);
        QCOMPARE(controls->ttl, milliseconds(1500));
        QCOMPARE(controls->maxAge, milliseconds(60'000));
        QCOMPARE(controls->nameSpace, std::string("mine"));
        QCOMPARE(controlsOf(R"({"cache":{"s-max-age":5}})")->maxAge, milliseconds(5000));
    }

    void timesMayStandElsewhere()
    {
        QCOMPARE(controlsOf(R"({"ttl":7})")->ttl, milliseconds(7000));
        QCOMPARE(controlsOf("{}", {{"cache-control", "public, S-MaxAge=60, x"}})->ttl, milliseconds(60'000));
        QCOMPARE(controlsOf(R"({"ttl":7})", {{"cache-control", "s-maxage=60"}})->ttl, milliseconds(7000));
        QVERIFY(!controlsOf("{}", {{"cache-control", "no-cache"}})->ttl);
    }

    void cachingFalseIsNeither()
    {
        const auto controls = controlsOf(R"({"caching":false,"cache":{"no-cache":false}})");
        QVERIFY(controls->skipsReading && controls->skipsWriting);
    }

    void nonsenseIsNothing_data()
    {
        QTest::addColumn<QString>("body");
        for (const char *body :
            {R"({"cache":1})", R"({"cache":null})", R"({"cache":{"ttl":"soon","s-maxage":-1,"no-cache":"x"}})", R"({"ttl":[]})"})
            QTest::newRow(body) << QString::fromLatin1(body);
    }
    void nonsenseIsNothing()
    {
        QFETCH(const QString, body);
        const auto controls = controlsOf(body.toStdString());
        QVERIFY(controls && !controls->ttl && !controls->maxAge && !controls->skipsReading);
    }

    void aKeysHabitsCountWhereItsCallIsSilent()
    {
        people::Caller caller;
        caller.cacheHabits = R"({"no-store":true,"ttl":30})";
        QVERIFY(controlsOf("{}", {}, &caller)->skipsWriting);
        QCOMPARE(controlsOf("{}", {}, &caller)->ttl, milliseconds(30'000));
        QCOMPARE(controlsOf(R"({"cache":{"ttl":5}})", {}, &caller)->ttl, milliseconds(5000));
        QVERIFY(!controlsOf(R"({"cache":{"no-store":false}})", {}, &caller)->skipsWriting);
    }

    void whatAKeyDoesNotAllowIsRefused()
    {
        people::Caller caller;
        caller.cacheControls = {"ttl"};
        QVERIFY(controlsOf(R"({"cache":{"ttl":5}})", {}, &caller).has_value());
        const auto refused = controlsOf(R"({"cache":{"ttl":5,"no-cache":true}})", {}, &caller);
        QVERIFY(!refused);
        QCOMPARE(refused.error().httpStatus(), 403);
        QCOMPARE(refused.error().message,
            std::string("Not allowed to set no-cache as a cache control. Contact admin to change permissions."));
    }
};

QTEST_APPLESS_MAIN(TestCacheControls)
#include "tst_cache_controls.moc"
