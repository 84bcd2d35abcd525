// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "request_cases.h"

#include "gateway/translate/json_walk.h"
#include "gateway/translate/reasoning_models.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace gatehouse;
using translate::encode;

namespace {

// A call's arguments are JSON inside a string; what matters is what they say.
QString compact(const QJsonValue &value)
{
    return request_cases::text(value);
}

std::string userSays(const std::string &text)
{
    return "{\"model\":\"m\",\"max_tokens\":5,\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
}

Deployment deploymentOf(const QJsonObject &golden)
{
    Deployment deployment = request_cases::named(golden[QLatin1String("deployment")].toString()).value_or(Deployment {});
    if (golden.contains(QLatin1String("model")))
        deployment.model = golden[QLatin1String("model")].toString().toStdString();
    const QJsonObject defaults = golden[QLatin1String("defaults")].toObject();
    for (auto it = defaults.begin(); it != defaults.end(); ++it)
        deployment.defaults.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    return deployment;
}

} // namespace

/// What becomes of a request on its way to a provider. The cases stand in golden/requests, a file an aspect: what the client
/// says, and what the provider is sent or the client is told.
class TestRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goldenCasesHold_data();
    void goldenCasesHold();
    void largeMembersAreCopiedAsTheyStand();
    void schemasKeepTheirNumbers();
    void theNearestWordOnDroppingCounts();
    void modifyParamsAddsAFirstWord();
    void aClaudeIsGivenItsDeploymentsLimit();
    void aDeploymentsExtraBodyIsAdded();
    void aHundredThousandMembersAreNoTrap();
    void deepNestingIsNoTrap();
    void brokenExtraBodyIsNoTrap();
    void everyTruncationIsAnsweredOrRefused_data();
    void everyTruncationIsAnsweredOrRefused();
    void claudeNamesAreRead_data();
    void claudeNamesAreRead();
    void openAiFamiliesAreKnown();
};

void TestRequests::goldenCasesHold_data()
{
    QTest::addColumn<QJsonObject>("golden");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/translate/golden/requests"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto document = QJsonDocument::fromJson(file.readAll());
        QVERIFY2(document.isArray(), qPrintable(name));
        for (const auto &item : document.array()) {
            const QString title = item[QLatin1String("name")].toString();
            QTest::addRow("%s: %s", qPrintable(name.chopped(5)), qPrintable(title)) << item.toObject();
        }
    }
}

void TestRequests::goldenCasesHold()
{
    QFETCH(QJsonObject, golden);
    const Deployment deployment = deploymentOf(golden);
    QVERIFY(!deployment.id.empty());
    const bool isMessages = golden[QLatin1String("door")] == QLatin1String("messages");
    const std::string body = golden.contains(QLatin1String("request_text"))
        ? golden[QLatin1String("request_text")].toString().toStdString()
        : compact(golden[QLatin1String("request")]).toStdString();
    const auto call = request_cases::call(isMessages ? Dialect::AnthropicMessages : Dialect::OpenAiChat, body);
    QVERIFY(call);

    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    if (golden.contains(QLatin1String("refused"))) {
        QVERIFY2(!encoded, encoded ? encoded->body.c_str() : "");
        const QJsonObject refused = golden[QLatin1String("refused")].toObject();
        const QString fault = refused[QLatin1String("fault")].toString();
        const Fault expected = fault == QLatin1String("BadRequest") ? Fault::BadRequest
            : fault == QLatin1String("UnsupportedParams")           ? Fault::UnsupportedParams
                                                                    : Fault::InvalidRequest;
        QCOMPARE(encoded.error().fault, expected);
        const QString says = refused[QLatin1String("says")].toString();
        QVERIFY2(QString::fromStdString(encoded.error().message).contains(says), encoded.error().message.c_str());
        return;
    }
    QVERIFY2(encoded, encoded ? "" : encoded.error().message.c_str());
    const auto got = QJsonDocument::fromJson(QByteArray::fromStdString(encoded->body));
    QVERIFY2(got.isObject(), encoded->body.c_str());
    const QJsonObject want = golden[QLatin1String("upstream")].toObject();
    for (const QString &key : want.keys() + got.object().keys())
        QVERIFY2(got[key] == want[key],
            qPrintable(key + QStringLiteral("\n got: ") + compact(got[key]) + QStringLiteral("\nwant: ") + compact(want[key])));
    QCOMPARE(std::string(encoded->headers.value("anthropic-beta")), golden[QLatin1String("beta")].toString().toStdString());
    QCOMPARE(encoded->jsonTool, golden[QLatin1String("json_tool")].toBool());
}

void TestRequests::largeMembersAreCopiedAsTheyStand()
{
    const std::string messages =
        R"([ {"role":"user", "content":"A \u00e9 \/ )" + std::string(100000, 'x') + R"(" , "n":1.500} ])";
    const auto call =
        request_cases::call(Dialect::OpenAiChat, "{\"model\":\"m\", \"messages\":" + messages + " ,\"big\":1.50e300}");
    QVERIFY(call);
    const Deployment deployment = *request_cases::named(QStringLiteral("openai-chat"));
    const auto encoded = request_cases::encode(*call, deployment, "gpt-4o", {});
    QVERIFY(encoded);
    QCOMPARE(encoded->body, "{\"model\":\"gpt-4o\",\"messages\":" + messages + ",\"big\":1.50e300}");
}

void TestRequests::schemasKeepTheirNumbers()
{
    const std::string schema =
        R"({"type":"object","properties":{"z":{"maximum":18446744073709551616,"multipleOf":1.10},"a":{}}})";
    const auto call = request_cases::call(Dialect::OpenAiChat,
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"tools\":[{\"type\":"
        "\"function\",\"function\":{\"name\":\"f\",\"parameters\":"
            + schema + "}}]}");
    QVERIFY(call);
    const auto encoded = request_cases::encode(*call, *request_cases::named(QStringLiteral("claude")), "claude-sonnet-4-5", {});
    QVERIFY(encoded);
    QVERIFY2(encoded->body.find("\"input_schema\":" + schema) != std::string::npos, encoded->body.c_str());
}

void TestRequests::theNearestWordOnDroppingCounts()
{
    const std::string plain = R"({"model":"m","seed":1,"messages":[{"role":"user","content":"x"}])";
    Deployment deployment = *request_cases::named(QStringLiteral("claude"));
    const auto works = [&](const std::string &body, bool house) {
        const auto call = request_cases::call(Dialect::OpenAiChat, body);
        return call && request_cases::encode(*call, deployment, deployment.model, {house, false}).has_value();
    };
    QVERIFY(!works(plain + "}", false));
    QVERIFY(works(plain + "}", true));
    deployment.dropParams = false;
    QVERIFY(!works(plain + "}", true));
    QVERIFY(works(plain + R"(,"drop_params":true})", false));
    deployment.dropParams = true;
    QVERIFY(works(plain + "}", false));
    QVERIFY(!works(plain + R"(,"drop_params":false})", true));
}

void TestRequests::modifyParamsAddsAFirstWord()
{
    const auto call = request_cases::call(Dialect::OpenAiChat, R"({"model":"m","messages":[]})");
    QVERIFY(call);
    const Deployment deployment = *request_cases::named(QStringLiteral("claude"));
    QVERIFY(!request_cases::encode(*call, deployment, deployment.model, {false, false}));
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {false, true});
    QVERIFY(encoded);
    QVERIFY(encoded->body.find("Please continue.") != std::string::npos);
}

void TestRequests::aClaudeIsGivenItsDeploymentsLimit()
{
    const auto call = request_cases::call(Dialect::OpenAiChat, R"({"model":"m","messages":[{"role":"user","content":"x"}]})");
    QVERIFY(call);
    Deployment deployment = *request_cases::named(QStringLiteral("claude"));
    deployment.maxOutputTokens = 1234;
    const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
    QVERIFY(encoded);
    QVERIFY2(encoded->body.find("\"max_tokens\":1234") != std::string::npos, encoded->body.c_str());
    deployment.maxOutputTokens = 0; // not known
    const auto unknown = request_cases::encode(*call, deployment, deployment.model, {});
    QVERIFY(unknown);
    QVERIFY2(unknown->body.find("\"max_tokens\":4096") != std::string::npos, unknown->body.c_str());
}

void TestRequests::aDeploymentsExtraBodyIsAdded()
{
    for (const auto door : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
        for (const char *name : {"openai-chat", "vllm", "claude"}) {
            Deployment deployment = *request_cases::named(QLatin1String(name));
            deployment.extraBody = R"({"vendor_flag":{"a":1},"max_tokens":1,"model":"evil"})";
            const auto call = request_cases::call(door, userSays("hi"));
            QVERIFY(call);
            const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
            QVERIFY(encoded);
            const auto body = QJsonDocument::fromJson(QByteArray::fromStdString(encoded->body));
            QCOMPARE(compact(body[QLatin1String("vendor_flag")]), QStringLiteral("{\"a\":1}"));
            QCOMPARE(body[QLatin1String("max_tokens")].toInt(), 5);
            QCOMPARE(body[QLatin1String("model")].toString().toStdString(), deployment.model);
        }
    }
}

void TestRequests::aHundredThousandMembersAreNoTrap()
{
    std::string body = R"({"model":"m","max_tokens":5,"messages":[{"role":"user","content":"x"}])";
    for (int i = 0; i < 100000; ++i)
        body += ",\"k" + std::to_string(i % 60000) + "\":" + std::to_string(i);
    body += '}';
    for (const char *name : {"openai-chat", "claude"}) {
        for (const auto door : {Dialect::OpenAiChat, Dialect::AnthropicMessages}) {
            const auto call = request_cases::call(door, body);
            QVERIFY(call);
            const Deployment deployment = *request_cases::named(QLatin1String(name));
            const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
            QVERIFY(encoded);
            QVERIFY(encoded->body.find("\"k0\":60000") != std::string::npos);
            QVERIFY(encoded->body.find("\"k0\":0") == std::string::npos);
        }
    }
}

void TestRequests::deepNestingIsNoTrap()
{
    const std::string deep = std::string(900, '[') + std::string(900, ']');
    const std::string body =
        R"({"model":"m","max_tokens":5,"x":)" + deep + R"(,"messages":[{"role":"user","content":)" + deep + "}]}";
    const auto call = request_cases::call(Dialect::OpenAiChat, body);
    QVERIFY(call);
    QVERIFY(request_cases::encode(*call, *request_cases::named(QStringLiteral("openai-chat")), "gpt-4o", {}));
    const auto encoded = request_cases::encode(*call, *request_cases::named(QStringLiteral("claude")), "claude", {});
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().fault, Fault::BadRequest);
}

void TestRequests::brokenExtraBodyIsNoTrap()
{
    for (const char *extra : {"{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\":\"b", "[1,2]", "5", "{5:1}", "{\"a\":\"\\"}) {
        Deployment deployment = *request_cases::named(QStringLiteral("openai-chat"));
        deployment.extraBody = extra;
        const auto call = request_cases::call(Dialect::OpenAiChat, userSays("hi"));
        QVERIFY(call);
        QVERIFY(request_cases::encode(*call, deployment, deployment.model, {}));
    }
}

void TestRequests::everyTruncationIsAnsweredOrRefused_data()
{
    QTest::addColumn<bool>("isMessages");
    QTest::newRow("chat") << false;
    QTest::newRow("messages") << true;
}

// Each member of a full request in turn has its value replaced by one of another kind, at every depth.
void TestRequests::everyTruncationIsAnsweredOrRefused()
{
    QFETCH(bool, isMessages);
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/gateway/translate/golden/requests/%1_full.json")
                   .arg(isMessages ? QStringLiteral("anthropic_to_openai") : QStringLiteral("openai_to_anthropic")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto golden = QJsonDocument::fromJson(file.readAll()).array().first();
    const std::string body = compact(golden[QLatin1String("request")]).toStdString();
    const Deployment deployment = *request_cases::named(golden[QLatin1String("deployment")].toString());
    int tried = 0;
    for (std::size_t at = body.find(':'); at != body.npos; at = body.find(':', at + 1)) {
        if (at == 0 || body[at - 1] != '"')
            continue;
        for (const char *value : {"null", "5", "\"x\"", "[]", "{}", "[{}]", "[null]", "true", "\"\\ud800\""}) {
            // The rest of the member stays behind under another name, so that the text remains JSON.
            const std::string bent = body.substr(0, at + 1) + value + ",\"rest\":" + body.substr(at + 1);
            const auto call = request_cases::call(isMessages ? Dialect::AnthropicMessages : Dialect::OpenAiChat, bent);
            if (!call)
                continue;
            const auto encoded = request_cases::encode(*call, deployment, deployment.model, {});
            if (encoded)
                QVERIFY2(wire::JsonObject::parse(encoded->body), bent.c_str());
            else
                QVERIFY2(!encoded.error().message.empty(), bent.c_str());
            ++tried;
        }
    }
    QVERIFY(tried > 500);
}

void TestRequests::claudeNamesAreRead_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("claude-3-haiku-20240307") << 300;
    QTest::newRow("claude-3-5-sonnet-20241022") << 305;
    QTest::newRow("claude-3-7-sonnet-20250219") << 307;
    QTest::newRow("claude-sonnet-4-20250514") << 400;
    QTest::newRow("claude-opus-4-1-20250805") << 401;
    QTest::newRow("claude-haiku-4-5") << 405;
    QTest::newRow("anthropic/claude-sonnet-4.5") << 405;
    QTest::newRow("us.anthropic.claude-opus-4-6-v1:0") << 406;
    QTest::newRow("claude-2.1") << 201;
    QTest::newRow("gpt-4o") << 0;
    QTest::newRow("") << 0;
}

void TestRequests::claudeNamesAreRead()
{
    QFETCH(int, version);
    const std::string name = QTest::currentDataTag();
    QCOMPARE(translate::claudeModel(name).version, version);
}

void TestRequests::openAiFamiliesAreKnown()
{
    using translate::OpenAiFamily;
    QCOMPARE(translate::openAiFamily("o3"), OpenAiFamily::OSeries);
    QCOMPARE(translate::openAiFamily("openai/o4-mini-2025-04-16"), OpenAiFamily::OSeries);
    QCOMPARE(translate::openAiFamily("o30-custom"), OpenAiFamily::Unknown);
    QCOMPARE(translate::openAiFamily("gpt-5-mini"), OpenAiFamily::Gpt5);
    QCOMPARE(translate::openAiFamily("gpt-5-chat-latest"), OpenAiFamily::Classic);
    QCOMPARE(translate::openAiFamily("gpt-5.1-codex"), OpenAiFamily::Gpt5Optional);
    QCOMPARE(translate::openAiFamily("my-own-model"), OpenAiFamily::Unknown);
    QVERIFY(!translate::takesSystemMessage("o1-mini-2024-09-12"));
    QVERIFY(translate::takesSystemMessage("o3"));
    QVERIFY(translate::reasons("Qwen/Qwen3-8B"));
    QVERIFY(!translate::reasons("gpt-4o"));
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
