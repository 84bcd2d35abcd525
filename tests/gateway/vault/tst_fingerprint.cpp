// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/vault/fingerprint.h"

#include <QTest>

using gatehouse::vault::Fingerprints;

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameTextHasTheSamePrint()
    {
        const Fingerprints prints;
        QCOMPARE(prints.of("sk-one"), prints.of(std::string("sk-") + "one"));
    }

    void anotherTextHasAnother()
    {
        const Fingerprints prints;
        QVERIFY(prints.of("sk-one") != prints.of("sk-two"));
        QVERIFY(prints.of("") != prints.of(std::string(1, char(0))));
    }

    void nobodyElseCanMakeThem()
    {
        const Fingerprints prints, others;
        QVERIFY(prints.of("sk-one") != others.of("sk-one"));
    }
};

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
