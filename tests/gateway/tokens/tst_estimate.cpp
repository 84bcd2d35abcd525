// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/estimate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse::tokens;

/// Estimates beside what the vendors' own tokenizers say of the same texts; fixtures/estimated_tokens.json has both.
class TestEstimate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void estimatesAreNearWhatTokenizersSay_data()
    {
        QTest::addColumn<QJsonObject>("sample");
        QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/tokens/fixtures/estimated_tokens.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const auto &sample : QJsonDocument::fromJson(file.readAll()).array())
            QTest::newRow(qPrintable(sample[QLatin1String("name")].toString())) << sample.toObject();
    }
    void estimatesAreNearWhatTokenizersSay()
    {
        QFETCH(QJsonObject, sample);
        const std::string text = sample[QLatin1String("text")].toString().toStdString();
        for (const auto &[name, family] : {std::pair("claude", Family::Claude), std::pair("llama", Family::Llama)}) {
            const double counted = sample[QLatin1String(name)].toInt();
            const double ratio = static_cast<double>(estimateText(family, text)) / counted;
            QVERIFY2(ratio > 0.75 && ratio < 1.33, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(ratio)));
        }
    }

    void nothingIsNothingAndSomethingIsSomething()
    {
        for (const Family family : {Family::Claude, Family::Gemini, Family::Other}) {
            QCOMPARE(estimateText(family, ""), std::int64_t(0));
            for (const char *text : {"a", " ", "\n", "{", "\xff", "\xe4\xb8\xad"})
                QVERIFY(estimateText(family, text) > 0);
        }
    }

    void runsOfSpaceAreOneToken()
    {
        QCOMPARE(estimateText(Family::Claude, std::string(1000, ' ')), estimateText(Family::Claude, " "));
        QCOMPARE(estimateText(Family::Other, std::string(1000, '\n')), estimateText(Family::Other, "\n"));
    }
};

QTEST_APPLESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
