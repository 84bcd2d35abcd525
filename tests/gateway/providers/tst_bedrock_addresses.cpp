// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"
#include "gateway/providers/compile.h"
#include "gateway/providers/table.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::providers;

namespace {

Deployment compiled(const std::string &params, std::map<std::string, std::string> variables = {})
{
    const config::Environment environment = [variables](const std::string &name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    const auto config =
        config::parse("model_list:\n  - model_name: g\n    litellm_params: " + params + "\n", "test.yaml", environment);
    const auto deployment = compile(config.models().front(), environment);
    return deployment ? *deployment : Deployment();
}

wire::Call calling(Dialect door, bool stream = false)
{
    wire::Call call;
    call.dialect = door;
    call.stream = stream;
    return call;
}

constexpr auto chat = Dialect::OpenAiChat, messages = Dialect::AnthropicMessages;

} // namespace

/// Where Bedrock's models are, and in which words they are spoken to.
class TestBedrockAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyModelHasItsAddress_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<int>("door");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<QByteArray>("url");
        const auto add = [](const char *name, const char *params, Dialect door, bool stream, const char *url) {
            QTest::newRow(name) << QByteArray(params) << int(door) << stream << QByteArray(url);
        };
        add("nothing said", "{model: bedrock/amazon.nova-pro-v1:0}", chat, false,
            "https://bedrock-runtime.us-west-2.amazonaws.com/model/amazon.nova-pro-v1%3A0/converse");
        add("a region", "{model: bedrock/us.amazon.nova-pro-v1:0, aws_region_name: eu-west-1}", chat, true,
            "https://bedrock-runtime.eu-west-1.amazonaws.com/model/us.amazon.nova-pro-v1%3A0/converse-stream");
        add("a region in the name", "{model: bedrock/eu-central-1/anthropic.claude-v2}", chat, false,
            "https://bedrock-runtime.eu-central-1.amazonaws.com/model/anthropic.claude-v2/converse");
        add("China", "{model: bedrock/x, aws_region_name: cn-north-1}", chat, false,
            "https://bedrock-runtime.cn-north-1.amazonaws.com.cn/model/x/converse");
        add("Converse", "{model: bedrock/converse/anthropic.claude-v2, api_base: 'http://h/b/'}", messages, true,
            "http://h/b/model/anthropic.claude-v2/converse-stream");
        add("a private endpoint", "{model: bedrock/x, aws_bedrock_runtime_endpoint: 'http://h'}", chat, false,
            "http://h/model/x/converse");
        add("InvokeModel", "{model: bedrock/invoke/us.anthropic.claude-v2, api_base: 'http://h'}", chat, false,
            "http://h/model/us.anthropic.claude-v2/invoke");
        add("InvokeModel, as a stream", "{model: bedrock/invoke/us.anthropic.claude-v2, api_base: 'http://h'}", chat, true,
            "http://h/model/us.anthropic.claude-v2/invoke-with-response-stream");
        add("InvokeModel of another maker", "{model: bedrock/invoke/meta.llama3, api_base: 'http://h'}", chat, false,
            "http://h/model/meta.llama3/converse");
        add("Anthropic's words", "{model: bedrock/us.anthropic.claude-v2, api_base: 'http://h'}", messages, false,
            "http://h/model/us.anthropic.claude-v2/invoke");
        add("Anthropic's words for another maker", "{model: bedrock/amazon.nova-pro-v1:0, api_base: 'http://h'}", messages, false,
            "http://h/model/amazon.nova-pro-v1%3A0/converse");
        add("an ARN", "{model: 'bedrock/converse/arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude'}", chat,
            false,
            "https://bedrock-runtime.us-east-1.amazonaws.com/model/"
            "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.anthropic.claude/converse");
        add("an ARN beside the name",
            "{model: bedrock/converse/us.anthropic.claude, model_id: 'arn:aws:x/y', api_base: 'http://h'}", chat, false,
            "http://h/model/arn%3Aaws%3Ax%2Fy/converse");
    }
    void everyModelHasItsAddress()
    {
        QFETCH(QByteArray, params);
        QFETCH(int, door);
        QFETCH(bool, stream);
        QFETCH(QByteArray, url);
        const Deployment deployment = compiled(params.toStdString());
        const Dialect dialect = dialectsFor(deployment, calling(Dialect(door), stream)).preferred;
        QCOMPARE(address(deployment, {dialect, Operation::Chat, deployment.model, stream}), url.toStdString());
    }

    void embeddingsAreInvoked()
    {
        const Deployment deployment = compiled("{model: bedrock/amazon.titan-embed-text-v2:0, api_base: 'http://h'}");
        wire::Call call = calling(chat);
        call.operation = Operation::Embedding;
        QVERIFY(dialectsFor(deployment, call).preferred == Dialect::BedrockConverse);
        QCOMPARE(address(deployment, {Dialect::BedrockConverse, Operation::Embedding, deployment.model, false}),
            std::string("http://h/model/amazon.titan-embed-text-v2%3A0/invoke"));
    }

    void theEnvironmentMayNameTheEndpoint()
    {
        QCOMPARE(compiled("{model: bedrock/x}", {{"AWS_BEDROCK_RUNTIME_ENDPOINT", "https://vpce"}}).apiBase,
            std::string("https://vpce"));
        QCOMPARE(compiled("{model: bedrock/x}", {{"AWS_REGION", "eu-north-1"}}).apiBase,
            std::string("https://bedrock-runtime.eu-north-1.amazonaws.com"));
    }

    void headerFieldsAreBedrocks()
    {
        const Deployment deployment = compiled("{model: bedrock/us.anthropic.claude-v2, api_key: k}");
        wire::Call call = calling(messages, true);
        call.forward = {{"anthropic-beta", "a"}, {"anthropic-version", "2023-06-01"}};
        const wire::Headers sent = headers(deployment, call, {{"anthropic-beta", "b"}});
        QVERIFY(!sent.has("anthropic-beta") && !sent.has("x-api-key"));
        QCOMPARE(sent.value("accept"), std::string_view("application/vnd.amazon.eventstream"));
        QCOMPARE(headers(deployment, calling(chat), {}).value("accept"), std::string_view("application/json"));
    }
};

QTEST_APPLESS_MAIN(TestBedrockAddresses)
#include "tst_bedrock_addresses.moc"
