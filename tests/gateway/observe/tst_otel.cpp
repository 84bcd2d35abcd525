// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_meter.h"
#include "gateway/observe/sinks/otlp_histograms.h"
#include "gateway/observe/sinks/vendors.h"
#include "otlp_reader.h"
#include "sample_receipt.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;

namespace {

const QString golden = QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/observe/golden/spans/");
const Terms plain;

std::unique_ptr<Sink> sinkOf(const char *protocol, bool hidesMessages = false, const Terms &terms = plain)
{
    const Variables variables {{"OTEL_EXPORTER_OTLP_ENDPOINT", Secret("http://h")},
        {"OTEL_EXPORTER_OTLP_PROTOCOL", Secret(protocol)}, {"OTEL_RESOURCE_ATTRIBUTES", Secret("team=\xc3\xa4 b,wrong=%ff")}};
    return makeOpenTelemetry({variables, terms, hidesMessages});
}

// One request of some reports.
std::string bodyOf(Sink &sink, const std::vector<Receipt> &receipts)
{
    std::vector<std::string> reports;
    for (const Receipt &receipt : receipts)
        reports.push_back(sink.report(receipt));
    return EnclosedReports(reports, sink.post(reports, receipts.front().startedAt).around.value()).whole();
}

QJsonObject read(const std::string &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << json.c_str();
    return object;
}

// The ids of spans are random: here they are numbered as they come. What is JSON in a text may be written in more than one way.
QJsonObject comparable(const QJsonObject &request)
{
    static const QRegularExpression id(QStringLiteral(R"-("spanId":"([0-9a-f]{16})")-"));
    static const QRegularExpression params(QStringLiteral(R"-("hidden_params","value":\{"stringValue":("(?:[^"\\]|\\.)*"))-"));
    QString text = QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact));
    QSet<QString> seen;
    for (QRegularExpressionMatch match = id.match(text); match.hasMatch(); match = id.match(text)) {
        seen.insert(match.captured(1));
        text.replace(match.captured(1), QStringLiteral("span-%1").arg(seen.size()));
    }
    for (QRegularExpressionMatch match = params.match(text); match.hasMatch(); match = params.match(text)) {
        const QByteArray quoted = '[' + match.captured(1).toUtf8() + ']';
        const QByteArray inner = QJsonDocument::fromJson(quoted)[0].toString().toUtf8();
        text.replace(match.capturedStart(1), match.capturedLength(1),
            QString::fromUtf8(QJsonDocument::fromJson(inner).toJson(QJsonDocument::Compact)));
    }
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonArray spansOf(const QJsonObject &request)
{
    return request[QLatin1String("resourceSpans")][0][QLatin1String("scopeSpans")][0][QLatin1String("spans")].toArray();
}

// The value of an attribute, which says its type.
QJsonObject attribute(const QJsonValue &span, const char *name)
{
    const QJsonArray attributes = span[QLatin1String("attributes")].toArray();
    for (const QJsonValue each : attributes) {
        if (each[QLatin1String("key")] == QLatin1String(name))
            return each[QLatin1String("value")].toObject();
    }
    return {};
}

QString textOf(const QJsonValue &span, const char *name)
{
    return attribute(span, name)[QLatin1String("stringValue")].toString();
}

Receipt streamed()
{
    Receipt receipt = wholeReceipt();
    receipt.stream = true;
    receipt.traceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    receipt.said = std::make_shared<const Said>(Said {receipt.said->messages,
        "data: {\"id\":\"chatcmpl-1\",\"model\":\"gpt\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"});
    return receipt;
}

// By the second of two deployments, the first of which failed, with all that a caller may say.
Receipt elaborate()
{
    Receipt receipt = wholeReceipt();
    receipt.tags = {"prod", "wrong \xff", ""};
    receipt.fallbacks = 1;
    AttemptRecord failed = receipt.attempts.front();
    failed.status = 0;
    failed.fault = Fault::Timeout;
    failed.error = "no answer \xc3";
    failed.isGivenUp = true;
    receipt.attempts.insert(receipt.attempts.begin(), failed);
    receipt.attempts.back().firstToken = std::chrono::microseconds(249'000);
    receipt.attempts.back().usage = receipt.usage;
    receipt.attempts.back().isCopy = true;
    Circumstances circumstances = *receipt.circumstances;
    circumstances.metadata = R"({"generation_name":"Gr\u00fc\u00dfe \"all\"","k":1})";
    circumstances.parameters = R"({"temperature":0.25,"top_p":1,"top_k":7,"frequency_penalty":-1.5,"presence_penalty":1e-3,)"
                               R"("max_completion_tokens":1e300,"tools":[{"type":"function"}]})";
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    return receipt;
}

Receipt withLongTexts()
{
    Receipt receipt = wholeReceipt();
    const std::string words(200'000, 'w');
    receipt.said = std::make_shared<const Said>(Said {R"([{"role":"user","content":"\")" + words + "\xc3\xbc\\n\"}]",
        R"({"choices":[{"message":{"role":"assistant","content":")" + words + R"("}}]})"});
    receipt.userAgent = std::string(300, 'a') + "\xff" + std::string(5000, 'b');
    receipt.customer = std::string(100, '"');
    return receipt;
}

Receipt sparse()
{
    Receipt receipt;
    receipt.status = 401;
    receipt.outcome = Outcome::Refused;
    receipt.fault = Fault::Authentication;
    return receipt;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::Receipt)

class TestOtel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsWhatLiteLlmSends_data()
    {
        QTest::addColumn<Receipt>("receipt");
        QTest::newRow("success") << wholeReceipt();
        QTest::newRow("failure") << failedReceipt();
        QTest::newRow("stream") << streamed();
        QTest::newRow("elaborate") << elaborate();
    }
    void itIsWhatLiteLlmSends()
    {
        QFETCH(Receipt, receipt);
        const QJsonObject request = comparable(read(bodyOf(*sinkOf("http/json"), {receipt})));
        QFile file(golden + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".json"));
        if (qEnvironmentVariableIsSet("GOLDEN") && file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(request).toJson());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(request, QJsonDocument::fromJson(file.readAll()).object());
    }

    void protobufSaysWhatJsonSays_data()
    {
        itIsWhatLiteLlmSends_data();
        QTest::newRow("long texts") << withLongTexts();
    }
    void protobufSaysWhatJsonSays()
    {
        QFETCH(Receipt, receipt);
        const auto json = read(bodyOf(*sinkOf("http/json"), {receipt, failedReceipt()}));
        const auto protobuf = readOtlpTraces(bodyOf(*sinkOf("http/protobuf"), {receipt, failedReceipt()}));
        QCOMPARE(spansOf(protobuf).size(), static_cast<qsizetype>(5 + receipt.attempts.size()));
        QCOMPARE(comparable(protobuf), comparable(json));
    }

    void textsAreWholeAndUtf8()
    {
        const Receipt receipt = withLongTexts();
        const auto spans = spansOf(readOtlpTraces(bodyOf(*sinkOf("http/protobuf"), {receipt})));
        QCOMPARE(textOf(spans[1], "gen_ai.input.messages"), QString::fromStdString(receipt.said->messages));
        QVERIFY(textOf(spans[1], "gen_ai.output.messages").contains(QString(200'000, QLatin1Char('w'))));
        QCOMPARE(textOf(spans[0], "user_agent.original"),
            QString(300, QLatin1Char('a')) + QChar(QChar::ReplacementCharacter) + QString(5000, QLatin1Char('b')));
    }

    void textsOfEveryLengthComeWhole()
    {
        const auto sink = sinkOf("http/protobuf");
        for (int size = 0; size < 300; ++size) {
            const QString plain = QStringLiteral("abcdefghij").repeated(30).left(size);
            for (const QString &text : {plain, QString(plain + QChar(0xe4)), QString(QChar(0xe4) + plain)}) {
                Receipt receipt = wholeReceipt();
                receipt.userAgent = text.toStdString();
                const QJsonArray spans = spansOf(readOtlpTraces(bodyOf(*sink, {receipt})));
                QCOMPARE(textOf(spans[0], "user_agent.original"), text);
                QCOMPARE(textOf(spans[0], "litellm.call_id"), QString::fromStdString(receipt.callId));
            }
            Receipt wrong = wholeReceipt();
            wrong.userAgent = plain.toStdString() + "\xff";
            QVERIFY(bodyOf(*sink, {wrong}).find(plain.toStdString() + "\xef\xbf\xbd") != std::string::npos);
        }
    }

    void aCallWithoutUuidIsInATraceOfItsOwn()
    {
        const auto sink = sinkOf("http/protobuf");
        const auto spans = spansOf(readOtlpTraces(bodyOf(*sink, {sparse(), sparse(), wholeReceipt()})));
        QSet<QString> traces, ids;
        for (const QJsonValue span : spans) {
            traces.insert(span[QLatin1String("traceId")].toString());
            ids.insert(span[QLatin1String("spanId")].toString());
        }
        QCOMPARE(traces.size(), 3);
        QCOMPARE(ids.size(), 7);
        QVERIFY(traces.contains(QStringLiteral("0b7e4c2a111142228333444455556666")));
        for (const QString &trace : qAsConst(traces))
            QCOMPARE(trace.size(), 32);
    }

    void whoeverBeganTheTraceDecides()
    {
        Receipt receipt = streamed();
        receipt.traceParent.back() = '0';
        QVERIFY(sinkOf("http/protobuf")->report(receipt).empty());
    }

    void whatIsHiddenIsNowhereInIt()
    {
        for (const char *protocol : {"http/json", "http/protobuf"}) {
            const std::string body = bodyOf(*sinkOf(protocol, true), {wholeReceipt()});
            QVERIFY(body.find("Hello") == std::string::npos && body.find("Hi ") == std::string::npos);
            Terms terms;
            terms.hidesCaller = true;
            const std::string nobody = bodyOf(*sinkOf(protocol, false, terms), {wholeReceipt()});
            for (const char *who : {"hash-of-key", "user-1", "user@example.org", "Team One", "customer-1"})
                QVERIFY2(nobody.find(who) == std::string::npos, who);
        }
    }

    void histogramsAreTheSameInBoth()
    {
        OtelMeter meter(plain, wholeReceipt().startedAt);
        for (const Receipt &receipt : {wholeReceipt(), failedReceipt(), streamed()})
            meter.add(receipt);
        const auto histograms = meter.histograms(wholeReceipt().startedAt + std::chrono::seconds(1));
        const otlp::Resource resource {
            {{"service.name", std::string("s")}, {"long", std::string(300, 'v')}, {std::string(300, 'n'), std::int64_t(-5)},
                {"real", 0.5}, {"flag", false}, {"list", std::vector<std::string> {"a", ""}}},
            "litellm"};
        const auto protobuf = readOtlpMetrics(otlp::metrics(histograms, resource, otlp::Format::Protobuf));
        QVERIFY(!protobuf.isEmpty());
        QCOMPARE(protobuf, read(otlp::metrics(histograms, resource, otlp::Format::Json)));
    }
};

QTEST_GUILESS_MAIN(TestOtel)
#include "tst_otel.moc"
