// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/table.h"
#include "odd_receipts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace gatehouse;
using namespace gatehouse::observe::sinks;

namespace {

const QString golden = QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/observe/golden/langfuse_");

std::unique_ptr<Sink> langfuse(const Terms &terms, bool hidesMessages = false)
{
    const Variables variables {{"LANGFUSE_PUBLIC_KEY", Secret("pk")}, {"LANGFUSE_SECRET_KEY", Secret("sk")},
        {"LANGFUSE_RELEASE", Secret("1.0")}, {"LANGFUSE_TRACING_ENVIRONMENT", Secret("test")}};
    return find("langfuse")->make({variables, terms, hidesMessages});
}

std::string bodyOf(const Post &post, std::span<const std::string> reports)
{
    return post.around ? EnclosedReports(reports, *post.around).whole() : post.body;
}

QJsonArray batchOf(Sink &sink, const std::string &report)
{
    const std::string body = bodyOf(sink.post(std::span(&report, 1), {}), std::span(&report, 1));
    return QJsonDocument::fromJson(QByteArray::fromStdString(body))[QLatin1String("batch")].toArray();
}

/// The events of a call, without their own ids, which are new each time.
QJsonArray eventsOf(const Receipt &receipt, const Terms &terms)
{
    const auto sink = langfuse(terms);
    QJsonArray events;
    for (const QJsonValue &each : batchOf(*sink, sink->report(receipt))) {
        QJsonObject event = each.toObject();
        event.remove(QStringLiteral("id"));
        events << event;
    }
    return events;
}

Receipt withMetadata(const char *metadata, const char *parameters = "")
{
    Receipt receipt = wholeReceipt();
    Circumstances circumstances = *receipt.circumstances;
    circumstances.metadata = metadata;
    circumstances.parameters = parameters;
    circumstances.headers.emplace_back("langfuse_trace_version", "of the header");
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    return receipt;
}

// All that a client may say of a new trace.
Receipt described()
{
    return withMetadata(
        R"({"trace_id":"T","trace_name":"checkout","session_id":"S","trace_user_id":"U","trace_release":"2","version":"3",)"
        R"("trace_metadata":{"a":[1,"\u00e4"]},"generation_id":"G","generation_name":"step","parent_observation_id":"P",)"
        R"("mask_input":true})",
        R"({"temperature":0.5,"stop":["a","b"],"tools":[{"type":"function"}],"response_format":{"type":"text"},"user":null})");
}

// … and of one that is there already.
Receipt updated()
{
    return withMetadata(
        R"({"existing_trace_id":"T","update_trace_keys":["input","output","trace_name","trace_version","trace_metadata"],)"
        R"("trace_name":"new","trace_release":"not asked for","trace_metadata":{"b":2},"mask_output":true})");
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::Receipt)

class TestLangfuse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsWhatLangfuseWasSentBefore_data()
    {
        QTest::addColumn<Receipt>("receipt");
        QTest::newRow("success") << wholeReceipt();
        QTest::newRow("failure") << failedReceipt();
        QTest::newRow("bare") << Receipt();
        QTest::newRow("odd") << oddReceipt();
        QTest::newRow("described") << described();
        QTest::newRow("updated") << updated();
    }
    void itIsWhatLangfuseWasSentBefore()
    {
        QFETCH(Receipt, receipt);
        Terms terms;
        terms.traceTags = {"cache_hit", "user_api_key_alias", "proxy_base_url"};
        terms.proxyUrl = "http://proxy";
        const QJsonArray events = eventsOf(receipt, terms);
        QFile file(golden + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".json"));
        if (qEnvironmentVariableIsSet("GOLDEN") && file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(events).toJson());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(events, QJsonDocument::fromJson(file.readAll()).array());
    }

    void eachEventHasAnIdOfItsOwn()
    {
        const Terms terms;
        const auto sink = langfuse(terms);
        QSet<QString> ids;
        for (int i = 0; i < 500; ++i) {
            for (const QJsonValue &event : batchOf(*sink, sink->report(wholeReceipt())))
                ids << event[QLatin1String("id")].toString();
        }
        QCOMPARE(ids.size(), 1000);
        for (const QString &id : ids) {
            const QUuid uuid(id);
            QCOMPARE(uuid.toString(QUuid::WithoutBraces), id);
            QCOMPARE(uuid.version(), QUuid::Random);
        }
    }

    void aBatchIsReportsInTheirOrder()
    {
        const Terms terms;
        const auto sink = langfuse(terms);
        const std::string reports[] {R"({"a":1})", R"({"b":2},{"c":3})"};
        const Post post = sink->post(reports, {});
        QCOMPARE(bodyOf(post, reports),
            std::string(R"({"batch":[{"a":1},{"b":2},{"c":3}],"metadata":{"sdk_name":"gatehouse",)"
                        R"("sdk_integration":"litellm"}})"));
        QCOMPARE(post.headers.value("authorization"), std::string_view("Basic cGs6c2s="));
    }

    void whatIsHiddenIsNowhereInIt()
    {
        Terms terms;
        terms.hidesCaller = true;
        const std::string report = langfuse(terms, true)->report(wholeReceipt());
        for (const char *hidden : {"hash-of-key", "user-1", "user@example.org", "Team One", "customer-1", "Hello", "Hi "})
            QVERIFY2(report.find(hidden) == std::string::npos, hidden);
    }
};

QTEST_GUILESS_MAIN(TestLangfuse)
#include "tst_langfuse.moc"
