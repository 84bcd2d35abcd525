// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text.h"

#include <QLocale>
#include <QTest>

using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

class TstText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void moneyHasCentsAndSmallSumsTheDigitsThatCount_data();
    void moneyHasCentsAndSmallSumsTheDigitsThatCount();
    void moneyFollowsTheLocale();
    void moneyIsReadableWithoutALocale();
    void moneyThatIsNotKnownIsADash();
    void onlyAllOfItIsAHundredPercent();
    void anErrorSaysWhatItSaysToPeople_data();
    void anErrorSaysWhatItSaysToPeople();
};

void TstText::anErrorSaysWhatItSaysToPeople_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("plain");
    QTest::newRow("plain") << u"no answer in 30 s"_s << u"no answer in 30 s"_s;
    QTest::newRow("classes") << u"litellm.Timeout: APITimeoutError - no answer"_s << u"no answer"_s;
    QTest::newRow("a class alone") << u"litellm.Timeout: "_s << u"litellm.Timeout:"_s;
    QTest::newRow("of a provider") << uR"({"error":{"type":"server_error","param":null,"message":"The \"model\"\nis busy."}})"_s
                                   << u"The \"model\" is busy."_s;
    QTest::newRow("cut off") << uR"(litellm.ServiceUnavailableError: {"error":{"code":1,"message":"The model is bu)"_s
                             << u"The model is bu"_s;
    QTest::newRow("cut off before") << uR"({"error":{"type":"server_error","param":null,"co)"_s << u"server error"_s;
    QTest::newRow("other members") << uR"({"detail": "Not Found"})"_s << u"Not Found"_s;
    QTest::newRow("none that is known") << uR"({"fault": 7})"_s << uR"({"fault": 7})"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TstText::anErrorSaysWhatItSaysToPeople()
{
    QFETCH(QString, error);
    QTEST(plainError(error), "plain");
}

void TstText::moneyHasCentsAndSmallSumsTheDigitsThatCount_data()
{
    QTest::addColumn<double>("dollars");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << u"$0.00"_s;
    QTest::newRow("cents") << 1.84 << u"$1.84"_s;
    QTest::newRow("rounded") << 1.846 << u"$1.85"_s;
    QTest::newRow("groups") << 1234.5 << u"$1,234.50"_s;
    QTest::newRow("millions") << 1234567.891 << u"$1,234,567.89"_s;
    QTest::newRow("half") << 0.5 << u"$0.50"_s;
    QTest::newRow("three digits") << 0.12345 << u"$0.123"_s;
    QTest::newRow("small") << 0.000123456 << u"$0.000123"_s;
    QTest::newRow("no idle zeros") << 0.0012 << u"$0.0012"_s;
    QTest::newRow("the least") << 1e-9 << u"$0.000000001"_s;
    QTest::newRow("nearly a dollar") << 0.996 << u"$1.00"_s;
    QTest::newRow("a cent") << 0.01 << u"$0.01"_s;
    QTest::newRow("given back") << -0.25 << u"-$0.25"_s;
}

void TstText::moneyHasCentsAndSmallSumsTheDigitsThatCount()
{
    QFETCH(double, dollars);
    QFETCH(QString, text);
    QCOMPARE(moneyText(dollars), text);
}

void TstText::moneyFollowsTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(moneyText(1234.5).replace(QChar(0xa0), u' '), u"1.234,50 $"_s);
    QCOMPARE(moneyText(0.000123).replace(QChar(0xa0), u' '), u"0,000123 $"_s);
}

void TstText::moneyIsReadableWithoutALocale()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(moneyText(1.5), u"$1.50"_s);
}

void TstText::moneyThatIsNotKnownIsADash()
{
    QCOMPARE(moneyText(std::optional<double>()), dash());
    QCOMPARE(moneyText(std::optional<double>(0.0)), u"$0.00"_s);
}

void TstText::onlyAllOfItIsAHundredPercent()
{
    QCOMPARE(percentText(1), u"100 %"_s);
    QCOMPARE(percentText(0), u"0 %"_s);
    QCOMPARE(percentText(0.975), u"97.5 %"_s);
    QCOMPARE(percentText(0.99996), u"99.9 %"_s);
    QCOMPARE(percentText(1.2), u"120.0 %"_s);
}

} // namespace

QTEST_GUILESS_MAIN(TstText)
#include "tst_text.moc"
