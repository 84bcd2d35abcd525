// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/admit.h"
#include "gateway/pipeline/decode.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::string &yaml)
{
    const auto environment = [](const std::string &) { return std::optional<std::string>(); };
    const auto config = config::parse(yaml, "test.yaml", environment);
    Q_ASSERT(config.ok());
    return compile(config);
}

const std::string oneModel = "model_list: [{model_name: gpt, litellm_params: {model: openai/gpt-4o, api_key: k}}]\n";

Inbound inbound(std::string body, wire::Headers headers = {}, Dialect dialect = Dialect::OpenAiChat)
{
    Inbound result;
    result.request.body = std::move(body);
    result.request.headers = std::move(headers);
    result.dialect = dialect;
    return result;
}

/// A plan and all that it points into.
struct Admitted {
    std::shared_ptr<const Snapshot> snapshot;
    std::unique_ptr<routing::Health> health = std::make_unique<routing::Health>();
    std::unique_ptr<routing::Board> board;
    std::unique_ptr<people::Directory> directory = std::make_unique<people::Directory>();
    std::unique_ptr<limits::Ledger> ledger = std::make_unique<limits::Ledger>();
    Result<Plan> plan = Failure {Error {}};

    explicit operator bool() const { return static_cast<bool>(plan); }
    Plan *operator->() { return &*plan; }
    const Error &error() const { return plan.error(); }
};

Admitted admitted(Inbound request, std::shared_ptr<const Snapshot> snapshot)
{
    static const tokens::Counter counter;
    routing::Random random(1);
    Receipt receipt;
    Admitted result;
    result.snapshot = std::move(snapshot);
    result.board = std::make_unique<routing::Board>(result.snapshot->router, *result.health, nullptr);
    result.directory->setLoaded();
    people::Callers callers({*result.directory, *result.ledger, result.snapshot->settings.people});
    const Clock clock;
    result.plan = admit(request, {*result.snapshot, *result.board, counter, random, callers, clock}, receipt);
    return result;
}

Error refused(const std::string &body, const std::string &yaml = oneModel, Dialect dialect = Dialect::OpenAiChat)
{
    const auto plan = admitted(inbound(body, {}, dialect), snapshotOf(yaml));
    return plan ? Error {Fault::Internal, "was admitted"} : plan.error();
}

bool says(const Error &error, std::string_view text)
{
    return error.message.find(text) != std::string::npos;
}

} // namespace

class TestAdmit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodRequestBecomesAPlan()
    {
        const std::string body =
            R"({"model":"gpt","messages":[],"stream":true,"stream_options":{"include_usage":true},"timeout":1.5,"num_retries":4,"tags":["a"],"unknown":1})";
        const auto snapshot = snapshotOf(oneModel);
        auto plan = admitted(inbound(body), snapshot);
        QVERIFY(plan);
        QCOMPARE(plan->call.model, std::string("gpt"));
        QVERIFY(plan->call.stream);
        QVERIFY(plan->call.wantsUsage);
        QCOMPARE(plan->call.options.timeout, std::optional(std::chrono::milliseconds(1500)));
        QCOMPARE(plan->call.options.numRetries, std::optional(4));
        QCOMPARE(plan->call.options.tags, std::vector<std::string> {"a"});
        QCOMPARE(plan->call.body.find("unknown"), std::string_view("1"));
        routing::Random random(1);
        QCOMPARE(plan->route.next({}, {}, random)->model, std::string("gpt-4o"));
    }

    void theKeyIsAskedBeforeTheBodyIsRead()
    {
        const Error error = refused("not json", oneModel + "general_settings: {master_key: sk-1}\n");
        QCOMPARE(error.httpStatus(), 401);
    }

    void wrongShapesAreRefusedByName()
    {
        QCOMPARE(refused("{\"model\":\"gpt\"}").param, std::string("messages"));
        QCOMPARE(refused("").param, std::string("messages"));
        QVERIFY(says(refused("{\"model\":\"gpt\",\"messages\":\"hi\"}"), "must be an array"));
        QCOMPARE(refused("{\"model\":7,\"messages\":[]}").param, std::string("model"));
        QCOMPARE(refused("{\"model\":\"gpt\",\"messages\":[],\"stream\":\"true\"}").param, std::string("stream"));
        QCOMPARE(refused("{\"model\":\"gpt\",\"messages\":[]}", oneModel, Dialect::AnthropicMessages).param,
            std::string("max_tokens"));
        QVERIFY(says(refused("[1]"), "must be a JSON object"));
    }

    void aFormHasNoMessages()
    {
        const auto plan =
            admitted(inbound("{\"model\":\"gpt\",\"messages\":[]}", {{"content-type", "application/x-www-form-urlencoded"}}),
                snapshotOf(oneModel));
        QVERIFY(!plan);
        QCOMPARE(plan.error().param, std::string("messages"));
    }

    void clientsDoNotChooseTheAddress()
    {
        const Error error = refused("{\"model\":\"gpt\",\"messages\":[],\"api_base\":\"http://x\"}");
        QCOMPARE(error.httpStatus(), 401);
        QVERIFY(says(error, "api_base is not allowed"));
        QVERIFY(says(refused("{\"model\":\"gpt\",\"messages\":[],\"mock_timeout\":true}"), "mock_timeout"));
    }

    void unknownModelsAreToldAsTheDoorTellsThem()
    {
        const std::string body = "{\"model\":\"nope\",\"max_tokens\":1,\"messages\":[]}";
        QVERIFY(says(refused(body), "/chat/completions: Invalid model name passed in model=nope"));
        QVERIFY(says(refused(body, oneModel, Dialect::AnthropicMessages), "anthropic_messages: Invalid model name"));
        const std::string wildcard = "model_list: [{model_name: 'openai/*', litellm_params: {model: 'openai/*'}}]\n";
        QVERIFY(says(refused(body, wildcard), "There are no healthy deployments for this model"));
    }

    void aProviderThatIsNotServedIsSaid()
    {
        const Error error = refused(
            "{\"model\":\"g\",\"messages\":[]}", "model_list: [{model_name: g, litellm_params: {model: replicate/llama}}]\n");
        QCOMPARE(error.fault, Fault::NotBuiltYet);
        QVERIFY(says(error, "replicate"));
    }

    void theSettingAndThePathNameTheModelBeforeTheBody()
    {
        Inbound request = inbound("{\"model\":\"other\",\"messages\":[]}");
        request.pathModel = "gpt";
        QCOMPARE(decode(request, {})->model, std::string("gpt"));
        Inbound again = inbound("{\"model\":\"other\",\"messages\":[]}");
        Settings settings;
        settings.completionModel = "fixed";
        QCOMPARE(decode(again, settings)->model, std::string("fixed"));
    }

    void onlyHarmlessHeadersTravel()
    {
        Inbound request = inbound("{\"model\":\"gpt\",\"messages\":[],\"extra_headers\":{\"x-a\":\"1\",\"Authorization\":"
                                  "\"Bearer stolen\",\"Host\":\"evil\"}}",
            {{"authorization", "Bearer sk"}, {"anthropic-beta", "b"}, {"x-mine", "1"}, {"x-stainless-lang", "js"}});
        Settings settings;
        settings.forwardClientHeaders = true;
        const auto call = decode(request, settings);
        QVERIFY(call);
        QCOMPARE(call->forward.value("x-a"), std::string_view("1"));
        QCOMPARE(call->forward.value("x-mine"), std::string_view("1"));
        QCOMPARE(call->forward.value("anthropic-beta"), std::string_view("b"));
        for (const char *name : {"authorization", "host", "x-stainless-lang"})
            QVERIFY2(!call->forward.has(name), name);
    }

    void fallbacksOfTheRequestReplaceTheConfiguredOnes()
    {
        const auto snapshot = snapshotOf("model_list: [{model_name: a, litellm_params: {model: openai/a}}, {model_name: b, "
                                         "litellm_params: {model: openai/b}}]\n"
                                         "router_settings: {fallbacks: [{a: [b]}]}\n");
        QCOMPARE(admitted(inbound("{\"model\":\"a\",\"messages\":[]}"), snapshot)->route.fallbackNames(),
            std::vector<std::string> {"b"});
        QVERIFY(admitted(inbound("{\"model\":\"a\",\"messages\":[],\"disable_fallbacks\":true}"), snapshot)
                    ->route.fallbackNames()
                    .empty());
        QCOMPARE(admitted(inbound("{\"model\":\"b\",\"messages\":[],\"fallbacks\":[\"a\"]}"), snapshot)->route.fallbackNames(),
            std::vector<std::string> {"a"});
    }
};

QTEST_APPLESS_MAIN(TestAdmit)
#include "tst_admit.moc"
