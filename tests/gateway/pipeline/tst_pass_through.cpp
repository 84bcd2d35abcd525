// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/listener.h"
#include "gateway/pipeline/pass_through.h"
#include "gateway/pipeline/pass_through_call.h"
#include "gateway/pipeline/pass_through_headers.h"
#include "gateway/pipeline/pass_through_shape.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/translate/usage_tap.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pipeline;

namespace {

const std::string master = "sk-master-1234567890";

std::shared_ptr<const Snapshot> snapshotOf(const std::string &yaml, std::map<std::string, std::string> variables = {})
{
    const config::Environment environment = [variables](const std::string &name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    const auto config = config::parse(yaml, "test.yaml", environment);
    return config.ok() ? compile(config) : nullptr;
}

wire::Request request(const std::string &target, wire::Headers headers = {}, wire::Method method = wire::Method::Post)
{
    wire::Request result;
    const std::size_t mark = std::min(target.find('?'), target.size());
    result.method = method;
    result.rawPath = target.substr(0, mark);
    result.path = wire::percentDecoded(result.rawPath);
    result.query = mark < target.size() ? target.substr(mark + 1) : "";
    result.headers = std::move(headers);
    return result;
}

auth::Settings keys()
{
    auth::Settings settings;
    settings.masterKey = Secret(master);
    return settings;
}

/// Where a request goes, or "none", or the refusal.
std::string led(const Snapshot &snapshot, const std::string &target, wire::Method method = wire::Method::Post)
{
    const wire::Request asked = request(target, {}, method);
    const PassThroughRule *rule = findRule(snapshot.passThrough, asked);
    if (!rule)
        return "none";
    const auto url = passThroughUrl(*rule, asked, passedQuery(*rule, asked, keys()));
    return url ? *url : url.error().message;
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

const std::string own =
    "general_settings: {pass_through_endpoints: [{path: /own/, target: 'http://h/base/?fixed=1', include_subpath: true, "
    "merge_query_params: true, auth: true, headers: {Authorization: 'Bearer os.environ/K'}}, "
    "{path: /one, target: 'http://h/one?a=1', methods: [get]}]}\n";

} // namespace

/// What is handed on to other servers, and where.
class TestPassThrough : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDoorLeadsSomewhere_data();
    void everyDoorLeadsSomewhere();
    void noPathLeadsOutOfItsDoor_data();
    void noPathLeadsOutOfItsDoor();
    void anEntryMayBeTheOneThatIsShown();
    void theGatewaysKeyStaysHere_data();
    void theGatewaysKeyStaysHere();
    void whatIsAboutTheConnectionStaysHere();
    void theOperatorsHeadersAreAdded();
    void anOpenDoorIsMentioned();
    void guardrailsLookWhereTheyAreAskedTo();
    void filesPassGuardrailsAsTheyCome();
    void aBodyOfAProvidersDialectIsReadAsACall();
    void ofAnotherServersOnlyWhatIsForTheGateway();
    void whatIsNoJsonIsNoCall();
    void theGatewaysPartOfABodyIsTakenOut_data();
    void theGatewaysPartOfABodyIsTakenOut();
    void usageIsReadInPassing_data();
    void usageIsReadInPassing();
};

void TestPassThrough::everyDoorLeadsSomewhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("url");
    const auto add = [](const char *target, const char *url) { QTest::newRow(target) << QByteArray(target) << QByteArray(url); };
    add("/openai/v1/files", "https://api.openai.com/v1/files");
    add("/openai/files", "https://api.openai.com/v1/files");
    add("/openai_passthrough/v1/files", "https://api.openai.com/v1/files");
    add("/openaix/v1/files", "none");
    add("/anthropic/v1/messages?beta=true", "https://api.anthropic.com/v1/messages?beta=true");
    add("/gemini/v1beta/models/g:streamGenerateContent?alt=sse&key=sk-x",
        "https://generativelanguage.googleapis.com/v1beta/models/g:streamGenerateContent?alt=sse");
    add("/gemini/v1alpha/x", "https://generativelanguage.googleapis.com/v1alpha/x");
    add("/vertex_ai/v1/projects/p/locations/us-central1/publishers/google/models/g:predict",
        "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/g:predict");
    add("/vertex-ai/v1/projects/p/locations/global/x", "https://aiplatform.googleapis.com/v1/projects/p/locations/global/x");
    add("/vertex_ai/v1/projects/p/locations/evil.test%2F/x",
        "https://aiplatform.googleapis.com/v1/projects/p/locations/evil.test%2F/x");
    add("/azure/openai/deployments/d/chat/completions?api-version=1",
        "http://az/openai/deployments/d/chat/completions?api-version=1");
    add("/cohere/v2/chat", "https://api.cohere.com/v2/chat");
    add("/mistral/v1/ocr", "https://api.mistral.ai/v1/ocr");
    add("/vllm/v1/x", "http://v/v1/x");
    add("/own/x?b=2", "http://h/base/x?fixed=1&b=2");
    add("/own", "http://h/base?fixed=1");
    add("/one?b=2", "none");
    add("/nothing", "none");
}

void TestPassThrough::everyDoorLeadsSomewhere()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, url);
    const auto snapshot =
        snapshotOf(own + "model_list: [{model_name: v, litellm_params: {model: hosted_vllm/m, api_base: 'http://v/v1'}}]\n",
            {{"AZURE_API_BASE", "http://az/openai/"}, {"AZURE_API_KEY", "k"}});
    QVERIFY(snapshot);
    QCOMPARE(text(led(*snapshot, target.toStdString())), QString::fromUtf8(url));
    QCOMPARE(text(led(*snapshot, "/one?b=2", wire::Method::Get)), QStringLiteral("http://h/one?b=2"));
    QCOMPARE(text(led(*snapshot, "/one", wire::Method::Get)), QStringLiteral("http://h/one?a=1"));
}

void TestPassThrough::noPathLeadsOutOfItsDoor_data()
{
    QTest::addColumn<QByteArray>("rest");
    for (const char *rest : {"/..", "/../x", "/a/../../x", "/%2e%2e/x", "/%2E./x", "/a%2f..%2fx", "/%252e%252e/x", "/..\\x",
             "/..%5cx", "/..;a=b/x", "/./x", "/a%00", "/a%0d%0aHost:x", "/%25252525252e%25252525252e/x"})
        QTest::newRow(rest) << QByteArray(rest);
}

void TestPassThrough::noPathLeadsOutOfItsDoor()
{
    QFETCH(QByteArray, rest);
    const auto snapshot = snapshotOf(own);
    for (const std::string door : {"/own", "/openai", "/anthropic/v1"})
        QVERIFY2(led(*snapshot, door + rest.toStdString()).find("The path leads out of") == 0, door.c_str());
}

void TestPassThrough::anEntryMayBeTheOneThatIsShown()
{
    const auto snapshot =
        snapshotOf("model_list: [{model_name: a, litellm_params: {model: openai/a, api_key: one}}, {model_name: b, "
                   "litellm_params: {model: openai/b, api_key: two, api_base: 'http://b/v1', use_in_pass_through: true}}]\n",
            {{"OPENAI_API_KEY", "three"}, {"ANTHROPIC_API_KEY", "four"}});
    const PassThroughRule *openai = findRule(snapshot->passThrough, request("/openai/x"));
    QCOMPARE(text(openai->deployment->apiKey.reveal()), QStringLiteral("two"));
    QCOMPARE(text(led(*snapshot, "/openai/x")), QStringLiteral("http://b/v1/x"));
    const PassThroughRule *anthropic = findRule(snapshot->passThrough, request("/anthropic/x"));
    QCOMPARE(text(anthropic->deployment->apiKey.reveal()), QStringLiteral("four"));
}

void TestPassThrough::theGatewaysKeyStaysHere_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QByteArray key = QByteArray::fromStdString(master);
    const QByteArray basic = QByteArray("Basic ") + QByteArray("user:" + key).toBase64();
    for (const char *name :
        {"Authorization", "x-api-key", "API-Key", "x-goog-api-key", "X-LiteLLM-API-Key", "ocp-apim-subscription-key",
            "litellm_user_api_key", "cookie", "x-anything", "x-pass-authorization", "x-pass-x-mine", "x-pass-cookie"}) {
        QTest::newRow(name) << QByteArray(name) << QByteArray("Bearer " + key);
        QTest::newRow(qPrintable(QStringLiteral("%1, basic").arg(QLatin1String(name)))) << QByteArray(name) << basic;
    }
    QTest::newRow("percent-encoded") << QByteArray("x-a") << QByteArray("sk%2Dmaster%2d1234567890");
}

void TestPassThrough::theGatewaysKeyStaysHere()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto snapshot =
        snapshotOf("general_settings: {pass_through_endpoints: [{path: /own, target: 'http://h', forward_headers: true}]}\n");
    for (const char *door : {"/openai/x", "/own"}) {
        const wire::Request asked = request(std::string(door) + "?a=1&t=" + value.toPercentEncoding().toStdString() + "&b=%20",
            {{name.toStdString(), value.toStdString()}, {"x-other", "o"}});
        const PassThroughRule *rule = findRule(snapshot->passThrough, asked);
        const wire::Headers headers = passedHeaders(*rule, asked, keys());
        QCOMPARE(text(headers.value("x-other")), QStringLiteral("o"));
        QCOMPARE(std::distance(headers.begin(), headers.end()), 1);
        QCOMPARE(text(passedQuery(*rule, asked, keys())), QStringLiteral("a=1&b=%20"));
    }
}

void TestPassThrough::whatIsAboutTheConnectionStaysHere()
{
    const auto snapshot = snapshotOf("model_list: []\n");
    const wire::Request asked = request("/openai/x",
        {{"host", "a"}, {"connection", "x"}, {"content-length", "3"}, {"te", "x"}, {"x-forwarded-for", "1"},
            {"authorization", "Bearer other"}, {"accept-encoding", "gzip"}, {"openai-beta", "b"}, {"content-type", "a/b"}});
    const wire::Headers headers = passedHeaders(*findRule(snapshot->passThrough, asked), asked, keys());
    QCOMPARE(std::distance(headers.begin(), headers.end()), 2);
    const wire::Headers back = returnedHeaders({{"Set-Cookie", "a"}, {"Transfer-Encoding", "chunked"}, {"Content-Type", "a/b"},
        {"X-Request-Id", "1"}, {"access-control-allow-origin", "*"}, {"strict-transport-security", "x"}});
    QCOMPARE(std::distance(back.begin(), back.end()), 2);
}

void TestPassThrough::theOperatorsHeadersAreAdded()
{
    const auto snapshot = snapshotOf(own, {{"K", "secret"}});
    const wire::Request asked = request("/own/x", {{"x-mine", "m"}, {"accept", "a/b"}});
    const wire::Headers headers = passedHeaders(*findRule(snapshot->passThrough, asked), asked, keys());
    QCOMPARE(text(headers.value("authorization")), QStringLiteral("Bearer secret"));
    QVERIFY(!headers.has("x-mine"));
    QCOMPARE(text(headers.value("accept")), QStringLiteral("a/b"));
}

void TestPassThrough::anOpenDoorIsMentioned()
{
    const auto snapshot =
        snapshotOf("general_settings: {master_key: sk-1, pass_through_endpoints: [{path: /a, target: 'http://h'}, {path: /b, "
                   "target: 'http://h', auth: true}, {path: /c}]}\n");
    QCOMPARE(snapshot->notes.size(), std::size_t(2));
    QVERIFY(snapshot->notes[0].message.find("/a is open to everybody") != std::string::npos);
    QVERIFY(snapshot->notes[1].message.find("left out") != std::string::npos);
}

namespace {

const std::string guarded = "guardrails: [{guardrail_name: g, litellm_params: {guardrail: litellm_content_filter, mode: "
                            "pre_call, blocked_words: [x]}}]\n"
                            "general_settings: {pass_through_endpoints: [{path: /a, target: 'http://h', guardrails: [g]}, "
                            "{path: /b, target: 'http://h', guardrails: {g: {request_fields: [query, '$.documents[*].text']}, "
                            "nope: null}}, {path: /c, target: 'http://h'}]}\n";

} // namespace

void TestPassThrough::guardrailsLookWhereTheyAreAskedTo()
{
    const auto snapshot = snapshotOf(guarded);
    const auto rule = [&](const std::string &path) { return *findRule(snapshot->passThrough, request(path)); };
    QVERIFY(rule("/a").isLookedAt && rule("/b").isLookedAt && !rule("/c").isLookedAt && rule("/openai/v1/x").isLookedAt);
    QVERIFY(rule("/a").guardrails.at(0).requestPlaces.empty());
    QCOMPARE(rule("/b").guardrails.at(0).requestPlaces, (std::vector<std::string> {"query.**", "documents[].text.**"}));
    QCOMPARE(snapshot->notes.size(), std::size_t(1));
    QVERIFY(snapshot->notes[0].message.find("'nope' of /b is not configured") != std::string::npos);
    QVERIFY(!findRule(snapshotOf(own)->passThrough, request("/openai/v1/x"))->isLookedAt);

    const auto shape = shapeOf(rule("/openai"), request("/openai/v1/chat/completions"));
    QVERIFY(shape && shape->dialect == Dialect::OpenAiChat && shape->operation == Operation::Chat);
    QVERIFY(
        shapeOf(rule("/gemini"), request("/gemini/v1beta/models/g:streamGenerateContent"))->dialect == Dialect::GeminiGenerate);
    QVERIFY(!shapeOf(rule("/openai"), request("/openai/v1/threads/t/messages")));
    QVERIFY(!shapeOf(rule("/a"), request("/a/v1/chat/completions")));
}

void TestPassThrough::filesPassGuardrailsAsTheyCome()
{
    const auto snapshot = snapshotOf(guarded);
    const PassThroughRule &rule = *findRule(snapshot->passThrough, request("/openai/v1/files"));
    QVERIFY(!isPassedAsItComes(rule, request("/openai/v1/chat/completions", {{"content-type", "application/json"}})));
    QVERIFY(!isPassedAsItComes(rule, request("/openai/v1/chat/completions")));
    QVERIFY(isPassedAsItComes(rule, request("/openai/v1/files", {{"content-type", "Multipart/form-data; boundary=b"}})));
}

namespace {

wire::Call passed(const std::string &target, std::string body, wire::Headers headers = {})
{
    const auto snapshot = snapshotOf(own);
    Inbound inbound;
    inbound.request = request(target, std::move(headers));
    inbound.request.body = std::move(body);
    return passedCall(*findRule(snapshot->passThrough, inbound.request), inbound);
}

} // namespace

void TestPassThrough::aBodyOfAProvidersDialectIsReadAsACall()
{
    const wire::Call call = passed("/anthropic/v1/messages",
        R"( {"model":"claude","stream":true,"messages":[],"metadata":{"user_id":"u"},"litellm_metadata":{"tags":["a"]}})");
    QCOMPARE(call.model, std::string("claude"));
    QVERIFY(call.stream);
    QVERIFY(hasWords(call));
    QCOMPARE(call.options.tags, std::vector<std::string> {"a"});
    QCOMPARE(text(call.body.find("metadata")), QStringLiteral(R"({"user_id":"u"})"));
    QCOMPARE(passed("/openai/v1/files", "{}", {{"x-litellm-tags", "b, c"}}).options.tags, (std::vector<std::string> {"b", "c"}));
}

void TestPassThrough::ofAnotherServersOnlyWhatIsForTheGateway()
{
    const wire::Call call =
        passed("/own/x", R"({"model":"m","input":"secret words","tags":["theirs"],"litellm_metadata":{"a":1}})");
    QCOMPARE(text(call.body.text()), QStringLiteral(R"({"litellm_metadata":{"a":1}})"));
    QVERIFY(call.model.empty() && call.options.tags.empty() && !hasWords(call));
    QCOMPARE(passed("/own/x", R"({"input":"words"})").body.size(), std::size_t(0));
}

void TestPassThrough::whatIsNoJsonIsNoCall()
{
    for (const char *body : {"", "   ", "{broken", "[1]", "--boundary", "\x1f\x8b"})
        QCOMPARE(passed("/openai/v1/x", body).body.size(), std::size_t(0));
    const std::string long1 = R"({"input":")" + std::string(1024 * 1024, 'x') + R"("})";
    QVERIFY(!hasWords(passed("/openai/v1/x", long1)));
}

void TestPassThrough::theGatewaysPartOfABodyIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("rest");
    const auto add = [](const char *body, const char *rest) { QTest::newRow(body) << QByteArray(body) << QByteArray(rest); };
    add(R"({"litellm_metadata":{"a":[1,{"b":"}"}]}})", "{}");
    add(R"({ "litellm_metadata" : 1 , "x" : 2 })", R"({  "x" : 2 })");
    add(R"({"x":2,"litellm_metadata":{}})", R"({"x":2})");
    add(R"({"x":2 , "litellm_metadata":{} })", R"({"x":2  })");
    add(R"({"x":2,"litellm_metadata":{},"y":3})", R"({"x":2,"y":3})");
    add(R"({"litellm_metadata":1,"litellm_metadata":2})", "{}");
    add(R"({"x":{"litellm_metadata":1}})", R"({"x":{"litellm_metadata":1}})");
    add("{}", "{}");
}

void TestPassThrough::theGatewaysPartOfABodyIsTakenOut()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, rest);
    const std::string left = withoutOwnPart(*wire::JsonObject::parse(body.toStdString()));
    QCOMPARE(text(left), QString::fromUtf8(rest));
    QVERIFY(wire::JsonObject::parse(left));
}

void TestPassThrough::usageIsReadInPassing_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray json = "application/json; charset=utf-8", events = "text/event-stream";
    QTest::newRow("openai") << json << QByteArray(R"({"usage":{"prompt_tokens":3,"completion_tokens":4}})");
    QTest::newRow("responses") << json << QByteArray(R"({"usage":{"input_tokens":3,"output_tokens":4,"total_tokens":7}})");
    QTest::newRow("anthropic") << json
                               << QByteArray(R"({"usage":{"input_tokens":1,"cache_read_input_tokens":2,"output_tokens":4}})");
    QTest::newRow("gemini") << json
                            << QByteArray(
                                   R"({"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":3,"thoughtsTokenCount":1}})");
    QTest::newRow("bedrock") << json << QByteArray(R"({"usage":{"inputTokens":3,"outputTokens":4,"totalTokens":7}})");
    QTest::newRow("cohere") << json << QByteArray(R"({"usage":{"tokens":{"input_tokens":3,"output_tokens":4}}})");
    QTest::newRow("anthropic, stream")
        << events
        << QByteArray("event: message_start\ndata: {\"message\":{\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}}\n\n"
                      "event: message_delta\ndata: {\"usage\":{\"output_tokens\":4}}\n\n");
    QTest::newRow("responses, stream")
        << events
        << QByteArray("data: {\"response\":{\"usage\":{\"input_tokens\":3,\"output_tokens\":4,\"total_tokens\":7}}}\n\n");
    QTest::newRow("openai, stream")
        << events
        << QByteArray(
               "data: {\"usage\":null}\n\ndata: {\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\ndata: [DONE]\n\n");
}

void TestPassThrough::usageIsReadInPassing()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    translate::UsageTap tap({type.constData(), std::size_t(type.size())});
    for (const char &byte : body)
        tap.feed({&byte, 1});
    QVERIFY(tap.usage().reported);
    QCOMPARE(tap.usage().input, std::int64_t(3));
    QCOMPARE(tap.usage().output, std::int64_t(4));
    translate::UsageTap other("text/plain");
    other.feed({body.constData(), std::size_t(body.size())});
    QVERIFY(!other.usage().reported);
}

QTEST_GUILESS_MAIN(TestPassThrough)
#include "tst_pass_through.moc"
