// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/health_check.h"

#include "gateway/admin/answers.h"
#include "gateway/providers/address.h"

#include <QTimer>

namespace gatehouse::admin {

namespace {

constexpr std::chrono::seconds patience {60};

wire::Call question(Operation operation)
{
    const bool isEmbedding = operation == Operation::Embedding;
    wire::Call call;
    call.path = "/health";
    call.dialect = Dialect::OpenAiChat;
    call.operation = operation;
    auto body =
        wire::JsonObject::parse(isEmbedding ? R"({"input":["test from litellm"],"encoding_format":"float"})"
                                            : R"({"messages":[{"role":"user","content":"What's 1 + 1?"}],"max_tokens":16})");
    if (body)
        call.body = std::move(*body);
    return call;
}

} // namespace

/// One deployment being asked.
class HealthCheck::Probe final : private upstream::AttemptListener
{
public:
    Probe(HealthCheck &check, const Deployment &deployment)
        : m_check(check)
        , m_deployment(deployment)
    {
    }

    void send()
    {
        if (m_deployment.mockResponse)
            return m_check.onProbed();
        const wire::Call call = question(isEmbedding() ? Operation::Embedding : Operation::Chat);
        const Dialect dialect = providers::dialectsFor(m_deployment, call).preferred;
        auto encoded = translate::encode(call, {m_deployment, m_deployment.model, dialect}, m_check.m_snapshot->settings.policy);
        if (!encoded)
            return fail(encoded.error());
        send(call, providers::address(m_deployment, {dialect, call.operation, m_deployment.model}), std::move(encoded->body),
            encoded->headers);
    }

    bool isHealthy() const { return m_error.empty(); }
    void write(wire::JsonWriter &json) const
    {
        json.beginObject().key("model").string(m_deployment.litellmModel).key("model_id").string(m_deployment.id);
        json.key("api_base").string(m_deployment.apiBase);
        // LiteLLM prints the parameters of its probe and the flags of the entry; callers may match on them.
        if (!isEmbedding())
            json.key("max_tokens").number(std::int64_t(16));
        json.key("cache").beginObject().key("no-cache").boolean(true).endObject();
        for (const char *flag : {"use_in_pass_through", "use_litellm_proxy", "merge_reasoning_content_in_choices",
                 "allow_client_keepalive_override", "use_xai_oauth"})
            json.key(flag).boolean(false);
        for (const char *name : {"x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens"}) {
            if (m_headers.has(name) && !isEmbedding())
                json.key(name).string(m_headers.value(name));
        }
        if (!m_error.empty())
            json.key("error").string(m_error).key("exception_status").number(std::int64_t(m_exceptionStatus));
        json.endObject();
    }

private:
    bool isEmbedding() const { return m_deployment.mode == "embedding"; }
    void send(const wire::Call &call, std::string url, std::string body, const wire::Headers &fromBody)
    {
        upstream::Timeouts timeouts;
        timeouts.total = patience;
        m_attempt = m_check.m_context.upstream.send(
            {"POST", std::move(url), providers::headers(m_deployment, call, fromBody), std::move(body), timeouts}, this);
    }
    void onHead(int status, wire::Headers headers) override
    {
        m_status = status;
        m_headers = std::move(headers);
    }
    void onBytes(std::string_view bytes) override
    {
        constexpr std::size_t enough = 64 * 1024;
        m_body += bytes.substr(0, enough - std::min(enough, m_body.size()));
    }
    void onEnded(Result<> outcome) override
    {
        if (!outcome)
            return fail(outcome.error());
        if (m_status < 200 || m_status > 299)
            return fail(translate::classify(m_deployment.provider, Dialect::OpenAiChat, m_status, m_body));
        m_check.onProbed();
    }
    void fail(const Error &error)
    {
        m_error = error.message;
        m_exceptionStatus = error.httpStatus();
        m_check.onProbed();
    }

    HealthCheck &m_check;
    const Deployment &m_deployment;
    std::unique_ptr<upstream::Attempt> m_attempt;
    int m_status = 0, m_exceptionStatus = 0;
    wire::Headers m_headers;
    std::string m_body, m_error;
};

void HealthCheck::begin(pipeline::Context &context, pipeline::Inbound inbound, std::vector<const Deployment *> deployments)
{
    auto *check = new HealthCheck(context, std::move(inbound));
    check->m_waiting = deployments.size();
    for (const Deployment *deployment : deployments)
        check->m_probes.push_back(std::make_unique<Probe>(*check, *deployment));
    if (deployments.empty())
        return check->answer();
    for (const auto &probe : check->m_probes)
        probe->send();
}

HealthCheck::HealthCheck(pipeline::Context &context, pipeline::Inbound inbound)
    : QObject(&context.upstream) // so that a worker that ends takes it along, before the client its probes use
    , m_context(context)
    , m_snapshot(context.snapshot)
    , m_inbound(std::move(inbound))
{
    m_inbound.reply->listen(this);
}

HealthCheck::~HealthCheck() = default;

void HealthCheck::onClientGone()
{
    m_inbound.reply->listen(nullptr);
    deleteLater();
}

void HealthCheck::onProbed()
{
    if (--m_waiting == 0)
        QTimer::singleShot(0, this, [this] { answer(); });
}

void HealthCheck::answer()
{
    std::int64_t healthy = 0;
    wire::JsonWriter json;
    json.beginObject();
    for (const bool wanted : {true, false}) {
        json.key(wanted ? "healthy_endpoints" : "unhealthy_endpoints").beginArray();
        for (const auto &probe : m_probes) {
            if (probe->isHealthy() == wanted) {
                probe->write(json);
                healthy += wanted ? 1 : 0;
            }
        }
        json.endArray();
    }
    json.key("healthy_count")
        .number(healthy)
        .key("unhealthy_count")
        .number(static_cast<std::int64_t>(m_probes.size()) - healthy)
        .endObject();
    m_inbound.reply->listen(nullptr);
    answerJson(m_inbound, json.take(), healthy > 0 ? 200 : 503);
    deleteLater();
}

} // namespace gatehouse::admin
