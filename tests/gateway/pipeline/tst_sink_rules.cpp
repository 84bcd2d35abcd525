// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/callback_choice.h"
#include "gateway/pipeline/circumstances.h"
#include "gateway/pipeline/sink_rules.h"

#include <QTest>

#include <map>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

/// What a configuration says about sinks, in words.
struct Read {
    observe::sinks::Settings settings;
    std::string notes;

    std::string value(const char *variable, std::size_t at = 0) const
    {
        const auto found = settings.choices.at(at).variables.find(variable);
        return found == settings.choices.at(at).variables.end() ? "-" : found->second.reveal();
    }
};

Read read(const std::string &yaml, std::map<std::string, std::string> variables = {})
{
    const auto config = config::parse(yaml, "test.yaml", [variables](const std::string &name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    });
    std::vector<config::Diagnostic> notes;
    Read result {sinkRules(config, notes), {}};
    for (const config::Diagnostic &note : notes)
        result.notes += note.message + "\n";
    return result;
}

const std::map<std::string, std::string> langfuse {{"LANGFUSE_PUBLIC_KEY", "pk"}, {"LANGFUSE_SECRET_KEY", "sk"}};

Circumstances circumstances(
    const std::string &body, wire::Headers headers, observe::sinks::Settings sinks = {{{"jsonl", "jsonl"}}})
{
    wire::Call call;
    call.body = *wire::JsonObject::parse(body);
    Inbound inbound;
    inbound.request.headers = std::move(headers);
    pipeline::Settings settings;
    auto observed = std::make_shared<observe::Settings>();
    observed->sinks = std::move(sinks);
    settings.observe = observed;
    return *circumstancesOf(call, inbound, settings);
}

/// The account that a call names, "-" where it may name none.
std::string accountSaid(const std::string &body, std::shared_ptr<const Callbacks> administered = {})
{
    wire::Call call;
    call.body = *wire::JsonObject::parse(body);
    Inbound inbound;
    people::Caller caller;
    caller.callbacks = std::move(administered);
    inbound.identity.caller = std::make_shared<const people::Caller>(std::move(caller));
    auto observed = std::make_shared<observe::Settings>();
    observed->sinks.choices = {{"langfuse", "langfuse", true, false,
        {{"LANGFUSE_HOST", Secret("http://ours")}, {"LANGFUSE_ALLOWED_HOSTS", Secret("http://a , https://b/")}}}};
    pipeline::Settings settings;
    settings.observe = observed;
    const auto callbacks = circumstancesOf(call, inbound, settings)->callbacks;
    if (!callbacks || callbacks->choices.empty())
        return "-";
    std::string text;
    for (const CallbackChoice &choice : callbacks->choices) {
        text += choice.name + (choice.isOfCall ? "!" : "") + (choice.onFailure ? "-" : "");
        for (const auto &[name, value] : choice.variables)
            text += " " + value.reveal();
    }
    return text;
}

} // namespace

class TestSinkRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListsSayWhatEachIsToldOf()
    {
        const Read all = read("litellm_settings: {success_callback: [langfuse, jsonl], failure_callback: [sentry, jsonl]}\n"
                              "callback_settings: {jsonl: {path: /tmp/x, max_mb: 7}}\n",
            {{"LANGFUSE_PUBLIC_KEY", "pk"}, {"LANGFUSE_SECRET_KEY", "sk"}, {"SENTRY_DSN", "https://k@h/1"}});
        QCOMPARE(all.notes, std::string());
        QCOMPARE(all.settings.choices.size(), std::size_t(3));
        QVERIFY(all.settings.choices[0].onSuccess && !all.settings.choices[0].onFailure);
        QVERIFY(all.settings.choices[1].onSuccess && all.settings.choices[1].onFailure);
        QVERIFY(!all.settings.choices[2].onSuccess && all.settings.choices[2].onFailure);
        QCOMPARE(all.value("JSONL_PATH", 1), std::string("/tmp/x"));
        QCOMPARE(all.value("JSONL_MAX_MB", 1), std::string("7"));
        QVERIFY(all.settings.wantsWords);
        QVERIFY(read("litellm_settings: {callbacks: prometheus}\n").settings.choices.empty());
    }

    void whatIsMissingIsSaidAndLeftOut()
    {
        const Read without = read("litellm_settings: {callbacks: [langfuse, otel]}\n", {{"LANGFUSE_PUBLIC_KEY", "pk"}});
        QVERIFY(without.settings.choices.empty());
        QCOMPARE(without.notes,
            std::string("callback 'langfuse' is not told of anything: it lacks LANGFUSE_SECRET_KEY\n"
                        "callback 'otel' is not told of anything: it lacks OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_ENDPOINT or "
                        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT\n"));
    }

    void namesThatAreNoneAreExplained()
    {
        const Read wrong = read("litellm_settings: {callbacks: [langfuze, my_module.handler, lago, prometheus, slack, xyzzy]}\n");
        QCOMPARE(wrong.notes,
            std::string("unknown callback 'langfuze'; did you mean 'langfuse'?\n"
                        "callback 'my_module.handler' is Python code, which does not run here; generic_api sends its payloads to "
                        "a service of "
                        "yours\n"
                        "callback 'lago' is not served; generic_api sends the same payloads to any address\n"
                        "unknown callback 'xyzzy'\n"));
    }

    void theConfigurationStandsAboveTheEnvironment()
    {
        const Read both = read(
            "environment_variables: {LANGFUSE_HOST: http://file}\n"
            "litellm_settings: {callbacks: [langfuse, s3_v2], langfuse_secret: own,\n"
            "  s3_callback_params: {s3_bucket_name: b, s3_aws_access_key_id: os.environ/MY_ID, s3_verify: true}}\n",
            {{"LANGFUSE_PUBLIC_KEY", "pk"}, {"LANGFUSE_SECRET_KEY", "sk"}, {"MY_ID", "AKIA"}, {"AWS_SECRET_ACCESS_KEY", "s"}});
        QCOMPARE(both.notes, std::string());
        QCOMPARE(both.value("LANGFUSE_SECRET_KEY"), std::string("own"));
        QCOMPARE(both.value("LANGFUSE_HOST"), std::string("http://file"));
        QCOMPARE(both.value("S3_AWS_ACCESS_KEY_ID", 1), std::string("AKIA"));
        QCOMPARE(both.value("AWS_SECRET_ACCESS_KEY", 1), std::string("s"));
    }

    void aNameOfOnesOwnIsAGenericOne()
    {
        const Read own =
            read("litellm_settings: {callbacks: [mine, sumologic], turn_off_message_logging: true}\n"
                 "callback_settings:\n"
                 "  mine: {callback_type: generic_api, endpoint: http://h/, headers: {Authorization: os.environ/TOKEN},\n"
                 "         event_types: [llm_api_failure], log_format: ndjson, batch_size: 5, turn_off_message_logging: true}\n",
                {{"TOKEN", "Bearer t"}, {"SUMOLOGIC_WEBHOOK_URL", "http://sumo/"}});
        QCOMPARE(own.notes, std::string());
        QCOMPARE(own.settings.choices[0].kind, std::string("generic_api"));
        QVERIFY(!own.settings.choices[0].onSuccess && own.settings.choices[0].onFailure && own.settings.choices[0].hidesMessages);
        QCOMPARE(own.value("header:Authorization"), std::string("Bearer t"));
        QCOMPARE(own.value("LOG_FORMAT"), std::string("ndjson"));
        QCOMPARE(own.value("BATCH_SIZE"), std::string("5"));
        QCOMPARE(own.value("GENERIC_LOGGER_ENDPOINT", 1), std::string("http://sumo/"));
        QVERIFY(own.settings.terms.hidesMessages);
    }

    void boundsAreSettings()
    {
        const Read some =
            read("general_settings: {sink_memory_mb: 1, sink_disk_mb: 0, sink_retry_pause: 0.01, sink_longest_pause: 2}\n");
        QCOMPARE(some.settings.bounds.memory, std::size_t(1024 * 1024));
        QCOMPARE(some.settings.bounds.disk, std::uint64_t(0));
        QCOMPARE(some.settings.bounds.firstPause, std::chrono::milliseconds(10));
        QCOMPARE(some.settings.bounds.longestPause, std::chrono::milliseconds(2000));
    }

    void aCallMayNameAProjectOfTheGatewaysServer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("account");
        const auto add = [](const char *body, const char *account) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(account);
        };
        add("{'langfuse_public_key':'pk','langfuse_secret':'sk'}", "langfuse! pk sk http://ours");
        add("{'metadata':{'langfuse_public_key':'pk','langfuse_secret_key':'sk','langfuse_host':'http://Ours/'}}",
            "langfuse! pk sk http://Ours/");
        add("{'litellm_metadata':{'langfuse_public_key':'pk','langfuse_secret':'sk','langfuse_host':'https://b'}}",
            "langfuse! pk sk https://b");
        add("{'langfuse_public_key':'pk','langfuse_secret':'sk','langfuse_host':'http://169.254.169.254'}", "-");
        add("{'langfuse_public_key':'pk','langfuse_secret':'sk','langfuse_host':'http://ours@evil'}", "-");
        add("{'langfuse_public_key':'pk','langfuse_secret':'os.environ/LANGFUSE_SECRET_KEY'}", "-");
        add("{'langfuse_public_key':'pk'}", "-");
        add("{'langfuse_public_key':'pk','metadata':{'langfuse_secret':'sk'}}", "-");
        add("{'langfuse_public_key':7,'langfuse_secret':['sk']}", "-");
    }
    void aCallMayNameAProjectOfTheGatewaysServer()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, account);
        QCOMPARE(accountSaid(body.replace('\'', '"').toStdString()), account.toStdString());
    }

    void whatIsAdministeredStandsAboveWhatACallNames()
    {
        const std::string body =
            QByteArray("{'langfuse_public_key':'pk','langfuse_secret':'sk'}").replace('\'', '"').toStdString();
        Callbacks own;
        own.choices = {{"langfuse", true, true, {{"langfuse_host", Secret("h")}}}};
        QCOMPARE(accountSaid(body, std::make_shared<const Callbacks>(own)), std::string("langfuse- h"));
        own.choices = {{"otel"}};
        QCOMPARE(accountSaid(body, std::make_shared<const Callbacks>(own)), std::string("otel-langfuse! pk sk http://ours"));
        const Circumstances none = circumstances(body, {});
        QVERIFY2(!none.callbacks, "calls are not reported to Langfuse at all");
    }

    void aCallerMayHideItsWordsAndLiftWhatTheConfigurationHides()
    {
        observe::sinks::Settings hiding {{{"jsonl", "jsonl"}}};
        hiding.terms.hidesMessages = true;
        const wire::Headers disable {{"LiteLLM-Disable-Message-Redaction", "true"}};
        const wire::Headers both {{"litellm-disable-message-redaction", "true"}, {"x-litellm-enable-message-redaction", "true"}};
        QVERIFY(circumstances("{}", {}, hiding).hidesMessages);
        QVERIFY(!circumstances("{}", disable, hiding).hidesMessages);
        QVERIFY(circumstances("{}", {{"litellm-disable-message-redaction", "false"}}, hiding).hidesMessages);
        QVERIFY(circumstances("{}", both, hiding).hidesMessages);
        QVERIFY(circumstances("{}", both).hidesMessages);
        QVERIFY(!circumstances("{}", {}).hidesMessages);
    }

    void aNameOfACredentialIsKnownInAnySpelling_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"api_key", "API_KEY", "ApiKey", "Client_Secret", "\\u0061pikey"})
            QTest::newRow(name) << QByteArray(name);
    }
    void aNameOfACredentialIsKnownInAnySpelling()
    {
        QFETCH(QByteArray, name);
        const QByteArray said = R"({"tools":[{"server":[{"N" :"plain words"}]}]})";
        const std::string told = circumstances(QByteArray(said).replace("N", name).toStdString(), {}).parameters;
        QVERIFY2(told.find("plain words") == std::string::npos && told.find("[redacted]") != std::string::npos, told.c_str());
    }

    void whatNamesNoCredentialIsToldAsItStands()
    {
        const std::string said =
            "{\"tools\":[{\"name\":\"reset\",\"description\":\"the \\\"password\\\", or a secret: authorization\"}]}";
        QCOMPARE(circumstances(said, {}).parameters, said);
    }

    void circumstancesHoldNoCredential()
    {
        const Circumstances found = circumstances(
            R"({"model":"m","messages":[],"temperature":0.5,"api_key":"sk-client-secret","langfuse_secret_key":"sk-lf",
                "tools":[{"type":"mcp","authorization":"very-secret"}],
                "metadata":{"trace_name":"t","langfuse_secret_key":"sk-lf"},"litellm_metadata":{"session_id":"s"}})",
            {{"Authorization", "Bearer secret"}, {"X-Api-Key", "secret"}, {"x-app", "shop"}, {"langfuse_trace_id", "T"},
                {"x-mcp-github-token", "secret"}, {"x-litellm-disable-callbacks", "Langfuse, otel"},
                {"x-note", "Bearer abcdefgh"}, {"litellm-enable-message-redaction", "True"}});
        QCOMPARE(found.metadata, std::string(R"({"trace_name":"t","session_id":"s"})"));
        QCOMPARE(found.parameters, std::string(R"({"temperature":0.5,"tools":[{"authorization":"[redacted]","type":"mcp"}]})"));
        const std::vector<std::pair<std::string, std::string>> headers {{"x-app", "shop"}, {"langfuse_trace_id", "T"},
            {"x-litellm-disable-callbacks", "Langfuse, otel"}, {"x-note", "[redacted]"}};
        QCOMPARE(found.headers, headers);
        QCOMPARE(found.disabledCallbacks, (std::vector<std::string> {"langfuse", "otel"}));
        QVERIFY(found.hidesMessages);
    }
};

QTEST_GUILESS_MAIN(TestSinkRules)
#include "tst_sink_rules.moc"
