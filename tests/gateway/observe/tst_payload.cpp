// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/guardrail_record.h"
#include "gateway/observe/sinks/payload.h"
#include "odd_receipts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;

namespace {

const QString golden = QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/observe/golden/");

QJsonObject read(const std::string &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << json.c_str();
    return object;
}

Receipt streamed()
{
    Receipt receipt = wholeReceipt();
    receipt.stream = true;
    receipt.said = std::make_shared<const Said>(Said {receipt.said->messages,
        "data: {\"id\":\"chatcmpl-1\",\"model\":\"gpt\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"});
    return receipt;
}

Receipt hiddenByItsCaller()
{
    Receipt receipt = wholeReceipt();
    Circumstances circumstances = *receipt.circumstances;
    circumstances.hidesMessages = true;
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    return receipt;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::Receipt)

class TestPayload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerThatWasKeptSaysSo()
    {
        Receipt receipt = wholeReceipt();
        QCOMPARE(read(payloadOf(receipt, {}, false)).value(QLatin1String("cache_hit")), QJsonValue(false));
        receipt.isCached = true;
        receipt.cacheKey = "0123abcd";
        receipt.saved = Money {115'000};
        receipt.cost = Cost {};
        const QJsonObject payload = read(payloadOf(receipt, {}, false));
        QCOMPARE(payload.value(QLatin1String("cache_hit")), QJsonValue(true));
        QCOMPARE(payload.value(QLatin1String("cache_key")), QJsonValue(QStringLiteral("0123abcd")));
        QCOMPARE(payload.value(QLatin1String("saved_cache_cost")).toDouble(), 0.000115);
        QCOMPARE(payload.value(QLatin1String("response_cost")).toDouble(), 0.0);
    }

    void guardrailsSayHowTheyHaveJudged()
    {
        GuardrailRecords judged;
        judged.all.push_back({"pii", "presidio", "pre_call", GuardrailRecord::Status::Masked, false, {},
            std::chrono::system_clock::time_point(std::chrono::seconds(1'760'000'000)), std::chrono::milliseconds(250),
            {{"PERSON", 2}}});
        judged.all.push_back({"pii", "presidio", "post_call"});
        Receipt receipt = wholeReceipt();
        receipt.guardrails = std::make_shared<const GuardrailRecords>(judged);
        const QJsonObject payload = read(payloadOf(receipt, {}, false));
        const QJsonArray told = payload.value(QLatin1String("guardrail_information")).toArray();
        QCOMPARE(told.size(), qsizetype(2));
        const QJsonObject first = told[0].toObject();
        QCOMPARE(first.value(QLatin1String("guardrail_name")).toString(), QStringLiteral("pii"));
        QCOMPARE(first.value(QLatin1String("guardrail_mode")).toString(), QStringLiteral("pre_call"));
        QCOMPARE(first.value(QLatin1String("start_time")).toDouble(), 1'760'000'000.0);
        QCOMPARE(first.value(QLatin1String("end_time")).toDouble(), 1'760'000'000.25);
        QCOMPARE(first.value(QLatin1String("masked_entity_count")), QJsonValue(QJsonObject {{QStringLiteral("PERSON"), 2}}));
        QCOMPARE(told[1].toObject().value(QLatin1String("guardrail_status")).toString(), QStringLiteral("success"));
        const auto status = [](const QJsonObject &report) {
            return report.value(QLatin1String("status_fields")).toObject().value(QLatin1String("guardrail_status")).toString();
        };
        QCOMPARE(status(payload), QStringLiteral("guardrail_intervened"));
        const QJsonObject metadata = payload.value(QLatin1String("metadata")).toObject();
        QCOMPARE(metadata.value(QLatin1String("applied_guardrails")), QJsonValue(QJsonArray {QStringLiteral("pii")}));
        judged.all[1].status = GuardrailRecord::Status::Failed;
        receipt.guardrails = std::make_shared<const GuardrailRecords>(judged);
        QCOMPARE(status(read(payloadOf(receipt, {}, false))), QStringLiteral("guardrail_failed_to_respond"));
    }

    void itIsWhatLiteLlmSends_data()
    {
        QTest::addColumn<Receipt>("receipt");
        QTest::newRow("success") << wholeReceipt();
        QTest::newRow("failure") << failedReceipt();
        QTest::newRow("stream") << streamed();
        QTest::newRow("redacted") << hiddenByItsCaller();
        QTest::newRow("bare") << Receipt();
        QTest::newRow("odd") << oddReceipt();
    }
    void itIsWhatLiteLlmSends()
    {
        QFETCH(Receipt, receipt);
        const std::string json = payloadOf(receipt, {}, false);
        QVERIFY(json.find('\n') == std::string::npos);
        QFile file(golden + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".json"));
        if (qEnvironmentVariableIsSet("GOLDEN") && file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(read(json)).toJson());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(read(json), QJsonDocument::fromJson(file.readAll()).object());
    }

    void whatIsHiddenIsNowhereInIt()
    {
        for (const auto &[receipt, isHidden] : {std::pair(wholeReceipt(), true), std::pair(hiddenByItsCaller(), false)}) {
            const std::string json = payloadOf(receipt, {}, isHidden);
            QVERIFY(json.find("Hello") == std::string::npos && json.find("Hi ") == std::string::npos);
            QCOMPARE(read(json)[QLatin1String("messages")][0][QLatin1String("content")].toString(),
                QStringLiteral("redacted-by-litellm"));
        }
        Terms terms;
        terms.hidesCaller = true;
        const std::string json = payloadOf(wholeReceipt(), terms, false);
        for (const char *who : {"hash-of-key", "user-1", "user@example.org", "Team One", "customer-1"})
            QVERIFY2(json.find(who) == std::string::npos, who);
    }

    void fieldsAreLeftOut()
    {
        Terms terms;
        terms.excluded = {"messages", "response", "metadata"};
        const QJsonObject payload = read(payloadOf(wholeReceipt(), terms, false));
        for (const std::string &name : terms.excluded)
            QVERIFY(!payload.contains(QString::fromStdString(name)));
        QVERIFY(payload.contains(QLatin1String("model")));
        for (const QString &name : payload.keys())
            terms.excluded.push_back(name.toStdString());
        QCOMPARE(payloadOf(wholeReceipt(), terms, false), std::string("{}"));
    }

    void whatIsNoJsonInAnAnswerHarmsNobody()
    {
        Receipt receipt = wholeReceipt();
        for (const char *answer : {"{\"broken\":", "\xff\xfe binary", "data: {\"choices\":[{]}\n\n", "[1,2"}) {
            receipt.said = std::make_shared<const Said>(Said {receipt.said->messages, answer});
            QVERIFY2(read(payloadOf(receipt, {}, false))[QLatin1String("response")].isNull(), answer);
        }
    }
};

QTEST_GUILESS_MAIN(TestPayload)
#include "tst_payload.moc"
