// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/fault.h"
#include "gateway/core/number_from.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <QTest>

using namespace gatehouse;

class TestCore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFaultStandsInItsOwnRow()
    {
        for (int i = 0; i <= static_cast<int>(Fault::Internal); ++i) {
            QCOMPARE(static_cast<int>(info(static_cast<Fault>(i)).fault), i);
            QVERIFY(info(static_cast<Fault>(i)).status >= 400);
        }
    }

    void aSecretShowsItsEndOnlyWhenItIsLong()
    {
        QCOMPARE(Secret("sk-1234").masked(), std::string("•••"));
        QCOMPARE(Secret("sk-ant-0123456789abcdef").masked(), std::string("•••cdef"));
    }

    void secretsCompareByContent()
    {
        const Secret secret("sk-1234");
        QVERIFY(secret.equals("sk-1234"));
        QVERIFY(!secret.equals("sk-1235"));
        QVERIFY(!secret.equals("sk-12345"));
        QVERIFY(!secret.equals(""));
        QVERIFY(Secret().equals(""));
    }

    void aNumberIsAllOfItsText()
    {
        QCOMPARE(numberFrom<int>("-12"), std::optional(-12));
        QCOMPARE(numberFrom<double>("0.5"), std::optional(0.5));
        for (const char *text : {"", "12 ", " 12", "+12", "12x", "1.5", "x", "99999999999"})
            QVERIFY2(!numberFrom<int>(text), text);
        QVERIFY(!numberFrom<std::uint16_t>("-1") && !numberFrom<std::uint16_t>("65536"));
    }

    void aResultHoldsAValueOrAnError()
    {
        Result<int> good = 7;
        QVERIFY(good);
        QCOMPARE(*good, 7);
        const Result<int> bad = Failure {Error {Fault::NotFound, "gone"}};
        QVERIFY(!bad);
        QCOMPARE(bad.error().httpStatus(), 404);
        QVERIFY(Result<>());
    }
};

QTEST_APPLESS_MAIN(TestCore)
#include "tst_core.moc"
