// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"

#include "gateway/translate/files.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gatehouse;

namespace {

QJsonArray blocksOf(const QJsonValue &content)
{
    if (!content.isString())
        return content.toArray();
    return {QJsonObject {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), content}}};
}

// A text as a string or as one block is the same to Anthropic.
QJsonArray withBlocks(const QJsonArray &messages, bool isResult = false)
{
    QJsonArray result;
    for (const auto &item : messages) {
        QJsonObject message = item.toObject();
        if (!isResult || message[QLatin1String("type")] == QLatin1String("tool_result")) {
            QJsonArray blocks = blocksOf(message[QLatin1String("content")]);
            message[QLatin1String("content")] = isResult ? blocks : withBlocks(blocks, true);
        }
        result.append(message);
    }
    return result;
}

// What a provider takes as the same becomes the same: null, empty and absent; stream false; a call's arguments as text.
QJsonValue masked(const QJsonValue &value, const QString &key = {})
{
    if (value.isArray()) {
        QJsonArray result;
        for (const auto &item : value.toArray())
            result.append(masked(item, key));
        return result;
    }
    if (value.isString() && key == QLatin1String("arguments")) {
        const auto parsed = QJsonDocument::fromJson(value.toString().toUtf8());
        return parsed.isObject() ? QJsonValue(parsed.object()) : value;
    }
    if (!value.isObject())
        return value;
    static const QStringList data {QStringLiteral("properties"), QStringLiteral("input"), QStringLiteral("arguments")};
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue inner = masked(member.value(), member.key());
        const bool isEmpty = inner.isNull() || (inner == QJsonObject() && !data.contains(member.key()));
        if (!isEmpty)
            result.insert(member.key(), inner);
    }
    return result;
}

QJsonValue canonical(QJsonObject body, bool toAnthropic, const QString &known)
{
    if (body[QLatin1String("stream")] == false)
        body.remove(QLatin1String("stream"));
    if (toAnthropic) {
        body[QLatin1String("messages")] = withBlocks(body[QLatin1String("messages")].toArray());
        if (body.contains(QLatin1String("system")))
            body[QLatin1String("system")] = blocksOf(body[QLatin1String("system")]);
        QJsonArray tools;
        for (const auto &item : body[QLatin1String("tools")].toArray()) {
            QJsonObject tool = item.toObject();
            if (tool[QLatin1String("type")] == QLatin1String("custom"))
                tool.remove(QLatin1String("type"));
            tools.append(tool);
        }
        if (!tools.isEmpty())
            body[QLatin1String("tools")] = tools;
        if (!known.contains(QLatin1String("max_tokens")) && !known.contains(QLatin1String("max_completion_tokens"))
            && !known.contains(QLatin1String("budget_tokens")) && !known.contains(QLatin1String("reasoning_effort")))
            body.remove(QLatin1String("max_tokens")); // any right figure for the model will do
    }
    return masked(body);
}

// Where ours differs on purpose, and what is another room's work.
bool differs(const QString &name)
{
    static const QStringList names {
        QStringLiteral("messages/anthropic-unknown-fields-and-beta"), // we pass unknown fields on
        QStringLiteral("chat/vllm-tools"), // LiteLLM cuts additionalProperties and strict out of schemas; we leave tools alone
        QStringLiteral("chat/vllm-tool-results"),        // the same
        QStringLiteral("messages/mistral-stream-tools"), // LiteLLM does not ask Mistral for the usage of a stream
        QStringLiteral("gateway/guardrail-masks"),
    };
    // OpenAI is asked by the Responses API: see tst_responses_upstream. Mistral's own words are not built yet.
    return names.contains(name) || name.startsWith(QLatin1String("messages/openai-"))
        || name.startsWith(QLatin1String("chat/mistral-"));
}

QJsonObject read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

/// Every recorded request of LiteLLM's to a provider that we know, if the recordings lie beside the repository.
class TestRequestsRecorded : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProviderIsSentWhatLiteLlmSends_data();
    void theProviderIsSentWhatLiteLlmSends();

private:
    void addCase(const QString &name, const QJsonObject &recorded);
};

void TestRequestsRecorded::addCase(const QString &name, const QJsonObject &recorded)
{
    const QJsonObject request = recorded[QLatin1String("request")].toObject();
    const QString path = request[QLatin1String("path")].toString();
    const bool isMessages = path == QLatin1String("/v1/messages");
    const QJsonObject body = request[QLatin1String("body")].toObject();
    if ((!isMessages && !path.endsWith(QLatin1String("/chat/completions"))) || recorded.contains(QLatin1String("quirk"))
        || differs(name) || !request_cases::named(body[QLatin1String("model")].toString()))
        return;
    const QJsonObject upstream = recorded[QLatin1String("upstream")].toArray().last().toObject(); // behind what was fetched
    const QJsonObject error =
        recorded[QLatin1String("reply")].toObject()[QLatin1String("body")].toObject()[QLatin1String("error")].toObject();
    const bool isRefused = error[QLatin1String("message")].toString().contains(QLatin1String("UnsupportedParamsError"));
    if (upstream.isEmpty() && !isRefused)
        return; // answered or refused by the gateway for other reasons
    QTest::addRow("%s", qPrintable(name)) << isMessages << recorded[QLatin1String("config")].toString() << request << upstream
                                          << error;
}

void TestRequestsRecorded::theProviderIsSentWhatLiteLlmSends_data()
{
    QTest::addColumn<bool>("isMessages");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<QJsonObject>("upstream");
    QTest::addColumn<QJsonObject>("error");
    const QDir captures(QStringLiteral(GATEHOUSE_SOURCE_DIR "/../shared/captures"));
    if (!captures.exists())
        QSKIP("the recordings are not here");
    for (const auto *area : {"chat", "messages", "gateway"}) {
        const QDir folder(captures.filePath(QLatin1String(area)));
        const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &file : files)
            addCase(QLatin1String(area) + QLatin1Char('/') + file.chopped(5), read(folder.filePath(file)));
    }
}

void TestRequestsRecorded::theProviderIsSentWhatLiteLlmSends()
{
    QFETCH(bool, isMessages);
    QFETCH(QString, config);
    QFETCH(QJsonObject, request);
    QFETCH(QJsonObject, upstream);
    QFETCH(QJsonObject, error);
    const QByteArray body = QJsonDocument(request[QLatin1String("body")].toObject()).toJson(QJsonDocument::Compact);
    const auto deployment = request_cases::named(request[QLatin1String("body")][QLatin1String("model")].toString());
    const bool isBent = config == QLatin1String("config-settings.yaml");
    const translate::Policy policy {isBent, isBent};
    const auto call = request_cases::call(isMessages ? Dialect::AnthropicMessages : Dialect::OpenAiChat, body.toStdString());
    QVERIFY(call);

    translate::Files files;
    files.found["http://127.0.0.1:PORT/files/cat.png"] = std::make_shared<const translate::File>(translate::File {
        "image/png", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="});
    const auto encoded = translate::encode(*call, {*deployment, deployment->model, deployment->provider.dialect}, policy, &files);
    if (upstream.isEmpty()) {
        QVERIFY(!encoded);
        const QString want = error[QLatin1String("message")].toString();
        const QString got = QStringLiteral("litellm.UnsupportedParamsError: ") + QString::fromStdString(encoded.error().message);
        QCOMPARE(got, want.left(want.indexOf(QLatin1String(". Received Model Group"))));
        return;
    }
    QVERIFY2(encoded, encoded ? "" : encoded.error().message.c_str());
    const auto got = QJsonDocument::fromJson(QByteArray::fromStdString(encoded->body));
    QVERIFY2(got.isObject(), encoded->body.c_str());
    const bool toAnthropic = deployment->provider.dialect == Dialect::AnthropicMessages;
    const QString known = QString::fromUtf8(body);
    QCOMPARE(request_cases::text(canonical(got.object(), toAnthropic, known)),
        request_cases::text(canonical(upstream[QLatin1String("body")].toObject(), toAnthropic, known)));

    const QString beta = upstream[QLatin1String("headers")][QLatin1String("anthropic-beta")].toString();
    if (!request[QLatin1String("headers")].toObject().contains(QLatin1String("anthropic-beta")))
        QCOMPARE(QString::fromUtf8(
                     encoded->headers.value("anthropic-beta").data(), qsizetype(encoded->headers.value("anthropic-beta").size())),
            beta);
}

QTEST_GUILESS_MAIN(TestRequestsRecorded)
#include "tst_requests_recorded.moc"
