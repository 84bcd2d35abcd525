// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/worst_case.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

wire::Call callOf(const std::string &body)
{
    wire::Call call;
    call.body = *wire::JsonObject::parse(body);
    return call;
}

// 1 $ and 2 $ a million tokens: 1,000 and 2,000 nano-dollars each.
Deployment deployment()
{
    Deployment made;
    made.prices.set({Charge::Input}, Price {1000000000});
    made.prices.set({Charge::Output}, Price {2000000000});
    return made;
}

limits::Ask worst(const std::string &body, const Deployment &made = deployment())
{
    static const catalogue::Catalogue catalogue;
    return worstCase(callOf(body), made, catalogue);
}

} // namespace

class TestWorstCase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswersLimitBoundsIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("max_tokens") << QByteArray(R"({"max_tokens":100})");
        QTest::newRow("max_completion_tokens") << QByteArray(R"({"max_completion_tokens":100,"max_tokens":5})");
        QTest::newRow("responses") << QByteArray(R"({"max_output_tokens":100})");
        QTest::newRow("gemini") << QByteArray(R"({"generationConfig":{"maxOutputTokens":100}})");
    }
    void anAnswersLimitBoundsIt()
    {
        QFETCH(QByteArray, body);
        const auto ask = worst(body.toStdString());
        const std::int64_t input = body.size() / 3 + 1;
        QVERIFY(ask.isBounded);
        QCOMPARE(ask.tokens, input + 100);
        QCOMPARE(ask.money.nanoDollars, input * 1000 + 100 * 2000);
    }

    void everyChoiceIsPaidFor()
    {
        const std::string body = R"({"max_tokens":100,"n":3})";
        QCOMPARE(worst(body).tokens, static_cast<std::int64_t>(body.size() / 3 + 1 + 300));
    }

    void withoutALimitTheModelsOwnIsTakenAndNothingIsBound()
    {
        Deployment made = deployment();
        QCOMPARE(worst("{}", made).money.nanoDollars, std::int64_t(1 * 1000 + 4096 * 2000));
        made.maxOutputTokens = 50;
        QCOMPARE(worst("{}", made).money.nanoDollars, std::int64_t(1 * 1000 + 50 * 2000));
        QCOMPARE(worst("{}", made).tokens, std::int64_t(1));
        QVERIFY(!worst("{}", made).isBounded);
    }

    void aPromptIsNeverLongerThanTheModelTakes()
    {
        Deployment made = deployment();
        made.facts.maxInputTokens = 10;
        const std::string body = "{\"max_tokens\":0,\"x\":\"" + std::string(1000, 'a') + "\"}";
        QCOMPARE(worst(body, made).tokens, std::int64_t(10));
    }

    void anUnknownPriceBindsNothing()
    {
        const auto ask = worst(R"({"max_tokens":100})", Deployment());
        QVERIFY(!ask.isBounded);
        QCOMPARE(ask.money.nanoDollars, std::int64_t(0));
    }

    void aFreeModelIsFreeForSure()
    {
        Deployment made;
        made.prices.set({Charge::Input}, Price {0});
        made.prices.set({Charge::Output}, Price {0});
        const auto ask = worst(R"({"max_tokens":100})", made);
        QVERIFY(ask.isBounded);
        QCOMPARE(ask.money.nanoDollars, std::int64_t(0));
    }

    void nonsenseIsNoLimit()
    {
        for (const char *body : {R"({"max_tokens":-5})", R"({"max_tokens":"many"})", R"({"max_tokens":null})"})
            QVERIFY2(!worst(body).isBounded, body);
        QVERIFY(worst(R"({"max_tokens":1e300})").money.nanoDollars > 0);
    }

    void theDearestOfSeveralCounts()
    {
        static const catalogue::Catalogue catalogue;
        const Deployment cheap = deployment();
        Deployment dear = deployment();
        dear.prices.set({Charge::Output}, Price {9000000000});
        const auto call = callOf(R"({"max_tokens":100})");
        QCOMPARE(worstCase(call, std::vector<const Deployment *> {&cheap, &dear}, catalogue).money,
            worstCase(call, dear, catalogue).money);
        QVERIFY(!worstCase(call, std::vector<const Deployment *>(), catalogue).isBounded);
    }
};

QTEST_GUILESS_MAIN(TestWorstCase)
#include "tst_worst_case.moc"
