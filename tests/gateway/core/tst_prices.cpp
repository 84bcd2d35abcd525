// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/prices.h"

#include <QTest>

#include <limits>

using namespace gatehouse;

class TestPrices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPriceIsReadExactly_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("femtoDollars");
        const auto row = [](const char *written, qint64 femto) { QTest::newRow(written) << QByteArray(written) << femto; };
        row("3e-06", 3'000'000'000);
        row("0.000003", 3'000'000'000);
        row("1.25e-7", 125'000'000);
        row("1.25E-7", 125'000'000);
        row("0", 0);
        row("0.0", 0);
        row("1.875e-09", 1'875'000);
        row("12", 12'000'000'000'000'000);
        row("0.12e+1", 1'200'000'000'000'000);
        row("2.9999900000000002e-06", 2'999'990'000); // the noise of a binary fraction
        row("1e-15", 1);
        row("4e-16", 0);
        row("5e-16", 1);
        row("9e3", 9'000'000'000'000'000'000);
        row("00000000000000000000000000.000001", 1'000'000'000);
    }

    void aPriceIsReadExactly()
    {
        QFETCH(QByteArray, written);
        QFETCH(qint64, femtoDollars);
        const auto price = priceFrom(written.toStdString());
        QVERIFY(price);
        QCOMPARE(qint64(price->femtoDollars), femtoDollars);
    }

    void whatIsNoPriceIsNotRead()
    {
        for (const char *text : {"", "-1", "+1", "1e", "1e1e1", "e-6", ".", "1.2.3", "0x10", "nan", "inf", "1e-6 ", "1,5", "free",
                 "1e4", "9e99", "1e-101", "1e99999999999", "9223372036854775807e-15"})
            QVERIFY2(!priceFrom(text), text);
        QVERIFY(!priceFrom(std::string(1'000'000, '0')));
    }

    void anAmountIsReadAndNeverBecomesNothing_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("nanoDollars");
        const auto row = [](const char *written, qint64 nano) { QTest::newRow(written) << QByteArray(written) << nano; };
        row("100", 100000000000);
        row("100.00", 100000000000);
        row("0.25", 250000000);
        row("1e-9", 1);
        row("0.000000000001", 1); // a budget that the first answer uses up
        row("1e-12", 1);
        row("1e-60", 1);
        row("1.0000000001", 1000000001);
        row("0", 0);
        row("0.0", 0);
        row("9e9", 9000000000000000000);
    }

    void anAmountIsReadAndNeverBecomesNothing()
    {
        QFETCH(QByteArray, written);
        QFETCH(qint64, nanoDollars);
        const auto money = moneyFrom(written.toStdString());
        QVERIFY(money);
        QCOMPARE(qint64(money->nanoDollars), nanoDollars);
    }

    void whatIsNoAmountIsNotRead()
    {
        for (const char *text : {"", "-1", "1e10", "much", "inf"})
            QVERIFY2(!moneyFrom(text), text);
    }

    void moneyIsWrittenAsPythonWritesIt_data()
    {
        QTest::addColumn<qint64>("nanoDollars");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](qint64 nano, const char *text) { QTest::newRow(text) << nano << QByteArray(text); };
        row(0, "0.0");
        row(6'900, "6.9e-06");
        row(162'000, "0.000162");
        row(100'000, "0.0001");
        row(99'999, "9.9999e-05");
        row(1, "1e-09");
        row(1'000'000'000, "1.0");
        row(12'500'000'000, "12.5");
        row(100'000'000'000, "100.0");
        row(123'456'789'012, "123.456789012");
    }

    void moneyIsWrittenAsPythonWritesIt()
    {
        QFETCH(qint64, nanoDollars);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(dollars(Money {nanoDollars})), text);
    }

    void aPriceWrittenAndReadIsTheSame()
    {
        for (const std::int64_t femto : {0LL, 1LL, 10LL, 999'999LL, 2'500'000'000LL, 1'234'567'890'123'456'789LL})
            QCOMPARE(priceFrom(dollars(Price {femto}))->femtoDollars, femto);
        QCOMPARE(dollars(Price {1}), std::string("1e-15"));
        QCOMPARE(dollars(Price {2'500'000'000}), std::string("2.5e-06"));
    }

    void anAbsurdCountCostsTheMostThereIsAndNeverLess()
    {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(times(most, Price {most}).nanoDollars, most);
        QCOMPARE((Money {most} + Money {1}).nanoDollars, most);
        QCOMPARE(times(-5, Price {1'000'000}).nanoDollars, std::int64_t(0));
        QCOMPARE(timesThousandth(1'500, Price {100'000'000'000}).nanoDollars, std::int64_t(150'000));
    }

    void whatIsLessThanANanoDollarIsRounded()
    {
        QCOMPARE(times(1, Price {499'999}).nanoDollars, std::int64_t(0));
        QCOMPARE(times(1, Price {500'000}).nanoDollars, std::int64_t(1));
    }

    void thePriceInForceIsThatOfBandAndTier()
    {
        Prices prices;
        prices.set({Charge::Input}, {10});
        prices.set({Charge::Input, ServiceTier::Standard, 200'000}, {20});
        prices.set({Charge::Input, ServiceTier::Priority}, {30});
        prices.set({Charge::Input, ServiceTier::Priority, 200'000}, {40});
        const auto price = [&prices](ServiceTier tier, std::uint32_t above) {
            return prices.inForce({Charge::Input, tier, above})->femtoDollars;
        };
        QCOMPARE(price(ServiceTier::Standard, 0), 10);
        QCOMPARE(price(ServiceTier::Standard, 200'000), 20);
        QCOMPARE(price(ServiceTier::Priority, 0), 30);
        QCOMPARE(price(ServiceTier::Priority, 200'000), 40);
        QCOMPARE(price(ServiceTier::Flex, 0), 10); // no price of its own: the plain one
        QCOMPARE(price(ServiceTier::Flex, 200'000), 20);
        QCOMPARE(price(ServiceTier::Batch, 200'000), 10); // half
        QVERIFY(!prices.inForce({Charge::Output}));
        prices.set({Charge::Input, ServiceTier::Batch}, {6});
        QCOMPARE(price(ServiceTier::Batch, 0), 6);
    }

    void thresholdsAreExceededAndNotMet()
    {
        Prices prices;
        QCOMPARE(prices.threshold(1'000'000), 0U);
        prices.set({Charge::Input}, {10});
        prices.set({Charge::Input, ServiceTier::Standard, 128'000}, {20});
        prices.set({Charge::Input, ServiceTier::Standard, 200'000}, {30});
        QCOMPARE(prices.threshold(128'000), 0U);
        QCOMPARE(prices.threshold(128'001), 128'000U);
        QCOMPARE(prices.threshold(5'000'000'000), 200'000U);
    }

    void aRowIsSetOnce()
    {
        Prices prices;
        prices.set({Charge::Output}, {1});
        prices.set({Charge::Input}, {2});
        prices.set({Charge::Output}, {3});
        QCOMPARE(prices.rows().size(), std::size_t(2));
        QCOMPARE(prices.find({Charge::Output})->femtoDollars, 3);
        prices.erase({Charge::Output});
        QVERIFY(!prices.find({Charge::Output}));
    }
};

QTEST_GUILESS_MAIN(TestPrices)
#include "tst_prices.moc"
