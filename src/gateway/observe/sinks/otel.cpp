// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/otel_account.h"
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/trace_parent.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/observe/sinks/words.h"
#include "gateway/wire/json_object.h"

#include <algorithm>
#include <random>

namespace gatehouse::observe::sinks {

namespace {

using otlp::AttributeWriter;
using otlp::Span;
using std::chrono::microseconds;

std::uint64_t nanos(std::chrono::system_clock::time_point time)
{
    return static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count()));
}

double dollarsOf(Money money)
{
    constexpr double nano = 1e-9;
    return static_cast<double>(money.nanoDollars) * nano;
}

/// Traces over OTLP/HTTP: a span for the request, one in it for the call, and one in that for each attempt. A report is these.
class OpenTelemetry final : public Sink
{
public:
    explicit OpenTelemetry(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_account(otelAccount(making, "traces"))
        , m_format(m_account.format)
    {
        m_habits.interval = making.seconds("OTEL_BSP_SCHEDULE_DELAY_SECONDS", m_habits.interval);
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        const TraceParent parent = traceParent(receipt.traceParent);
        if (parent.isValid && !parent.isSampled) // who began the trace wants none
            return {};
        std::string spans;
        const std::string trace = parent.isValid ? parent.traceId : newTraceId(receipt.callId);
        const Span root = rootOf(receipt, trace, parent);
        const Span call = callOf(receipt, root);
        constexpr std::size_t usual = 2048; // beside the long texts of the call
        spans.reserve(call.attributes.size() + usual);
        otlp::append(spans, root, m_format);
        otlp::append(spans, call, m_format);
        for (const AttemptRecord &attempt : receipt.attempts)
            otlp::append(spans, attemptOf(receipt, attempt, call), m_format);
        return spans;
    }

    Post post(std::span<const std::string> reports, Clock::Wall) override
    {
        return otelPost(m_account, otlp::traces(reports, m_account.resource, m_format));
    }

private:
    std::string randomBytes(std::size_t count)
    {
        std::string bytes;
        while (bytes.size() < count) {
            const std::uint64_t value = m_random() | 1; // never all zero
            for (std::size_t i = 0; i < 8 && bytes.size() < count; ++i)
                bytes += static_cast<char>(value >> (8 * i));
        }
        return bytes;
    }

    // A call's id is a UUID unless its client chose another: then the trace can be found by it.
    std::string newTraceId(const std::string &callId)
    {
        std::string digits = callId;
        std::erase(digits, '-');
        const std::string bytes = fromHex(digits);
        return bytes.size() == 16 ? bytes : randomBytes(16);
    }

    Span rootOf(const Receipt &receipt, const std::string &trace, const TraceParent &parent)
    {
        AttributeWriter list(m_format);
        list.text("http.request.method", "POST");
        list.text("http.route", receipt.path);
        list.text("url.path", receipt.path);
        list.number("http.response.status_code", receipt.status);
        list.text("client.address", receipt.peer);
        list.text("user_agent.original", receipt.userAgent);
        list.text("litellm.call_id", receipt.callId);
        list.real("gatehouse.queue_seconds", seconds(receipt.stages.queue));
        list.real("gatehouse.admission_seconds", seconds(receipt.stages.admission));
        list.real("gatehouse.line_seconds", seconds(receipt.stages.line));
        return {trace, randomBytes(8), parent.spanId, "Received Proxy Server Request", 2, nanos(receipt.startedAt),
            nanos(endOf(receipt)), list.take(), !isSuccess(receipt), receipt.error};
    }

    static double seconds(microseconds time)
    {
        constexpr double micro = 1e-6;
        return static_cast<double>(time.count()) * micro;
    }

    Span callOf(const Receipt &receipt, const Span &root)
    {
        const ClientMetadata client(receipt);
        const std::string name = client.text("generation_name");
        AttributeWriter list(m_format);
        constexpr std::size_t usual = 4096;
        list.reserve(usual + (receipt.said ? receipt.said->messages.size() + receipt.said->response.size() : 0));
        describe(list, receipt);
        describeUsage(list, receipt);
        describeCaller(list, receipt);
        describeParameters(list, receipt);
        describeWords(list, receipt);
        describeError(list, receipt);
        return {root.traceId, randomBytes(8), root.id, name.empty() ? "litellm_request" : name, 1, root.start, root.end,
            list.take(), root.isError, receipt.error};
    }

    static void describe(AttributeWriter &list, const Receipt &receipt)
    {
        list.text("gen_ai.operation.name", otelOperation(receipt));
        list.text("gen_ai.system", receipt.provider);
        list.text("gen_ai.provider.name", receipt.provider);
        list.text("gen_ai.request.model", receipt.model);
        list.text("gen_ai.response.model", receipt.upstreamModel);
        list.text("gen_ai.response.id", idOf(receipt));
        if (!receipt.finishReason.empty())
            list.texts("gen_ai.response.finish_reasons", std::span(&receipt.finishReason, 1));
        list.text("gen_ai.conversation.id", receipt.session);
        list.text("llm.request.type", callType(receipt));
        list.text("llm.is_streaming", receipt.stream ? "True" : "False");
        list.text("litellm.model_group", receipt.group);
        list.text("litellm.model_id", receipt.deployment);
        list.number("litellm.attempts", static_cast<std::int64_t>(receipt.attempts.size()));
        list.number("litellm.fallbacks", receipt.fallbacks);
        if (receipt.firstToken.count() > 0)
            list.real("gen_ai.response.time_to_first_token", seconds(receipt.firstToken));
        wire::JsonWriter hidden;
        writeHiddenParams(hidden, receipt);
        list.text("hidden_params", hidden.text());
    }

    static void describeUsage(AttributeWriter &list, const Receipt &receipt)
    {
        const Usage &usage = receipt.usage;
        list.number("gen_ai.usage.input_tokens", usage.input);
        list.number("gen_ai.usage.output_tokens", usage.output);
        list.number("gen_ai.usage.total_tokens", usage.input + usage.output);
        list.number("gen_ai.usage.cache_read.input_tokens", usage.cachedRead);
        list.number("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite);
        list.number("gen_ai.usage.reasoning_tokens", usage.reasoning);
        if (!receipt.cost)
            return;
        const CostParts parts = partsOf(*receipt.cost);
        list.real("gen_ai.cost.input_cost", dollarsOf(parts.input + parts.cachedRead + parts.cacheWrite));
        list.real("gen_ai.cost.output_cost", dollarsOf(parts.output));
        list.real("gen_ai.cost.total_cost", dollarsOf(receipt.cost->total));
    }

    void describeCaller(AttributeWriter &list, const Receipt &receipt) const
    {
        list.texts("request_tags", receipt.tags);
        list.text("metadata.user_api_key_request_route", receipt.path);
        list.text("metadata.requester_ip_address", receipt.peer);
        list.text("metadata.spend_logs_metadata", receipt.metadata);
        if (receipt.circumstances)
            list.text("metadata.requester_metadata", receipt.circumstances->metadata);
        if (m_terms.hidesCaller)
            return;
        list.text("llm.user", receipt.customer);
        list.text("metadata.user_api_key_end_user_id", receipt.customer);
        if (!receipt.principal)
            return;
        const Principal &who = *receipt.principal;
        list.text("metadata.user_api_key_hash", who.token);
        list.text("metadata.user_api_key_alias", who.keyAlias);
        list.text("metadata.user_api_key_org_id", who.organizationId);
        list.text("metadata.user_api_key_team_id", who.teamId);
        list.text("metadata.user_api_key_team_alias", who.teamAlias);
        list.text("metadata.user_api_key_user_id", who.userId);
        list.text("metadata.user_api_key_user_email", who.userEmail);
    }

    static void describeParameters(AttributeWriter &list, const Receipt &receipt)
    {
        const auto parameters =
            wire::JsonObject::parse(receipt.circumstances ? receipt.circumstances->parameters : std::string());
        if (!parameters)
            return;
        for (const char *name : {"max_tokens", "max_completion_tokens", "max_output_tokens"}) {
            if (const auto value = wire::jsonNumber(parameters->find(name)))
                list.number("gen_ai.request.max_tokens", static_cast<std::int64_t>(std::clamp(*value, 0.0, 1e15)));
        }
        constexpr std::string_view prefix = "gen_ai.request.";
        for (const std::string_view name : {"gen_ai.request.temperature", "gen_ai.request.top_p", "gen_ai.request.top_k",
                 "gen_ai.request.frequency_penalty", "gen_ai.request.presence_penalty"}) {
            if (const auto value = wire::jsonNumber(parameters->find(name.substr(prefix.size()))))
                list.real(name, *value);
        }
        if (const std::string_view tools = parameters->find("tools"); !tools.empty())
            list.text("gen_ai.tool.definitions", tools);
    }

    void describeWords(AttributeWriter &list, const Receipt &receipt) const
    {
        const bool isHidden = hidesMessages(receipt, m_isHidden);
        if (isHidden)
            return;
        const Words words = wordsOf(receipt, isHidden);
        list.text("gen_ai.input.messages", words.messages);
        if (!words.answer.empty())
            list.text("gen_ai.output.messages", "[" + messageIn(words.answer) + "]");
    }

    static void describeError(AttributeWriter &list, const Receipt &receipt)
    {
        if (isSuccess(receipt))
            return;
        list.text("error.type", errorClass(receipt));
        list.text("error.code", std::to_string(receipt.status));
        list.text("error.message", receipt.error);
        list.text("error.llm_provider", receipt.provider);
    }

    Span attemptOf(const Receipt &receipt, const AttemptRecord &attempt, const Span &call)
    {
        AttributeWriter list(m_format);
        const std::string &model = attempt.station ? attempt.station->litellmModel : modelOf(receipt);
        list.text("gen_ai.operation.name", otelOperation(receipt));
        list.text("gen_ai.provider.name", attempt.provider);
        list.text("gen_ai.system", attempt.provider);
        list.text("gen_ai.request.model", model);
        list.text("server.address", attempt.station ? std::string_view(attempt.station->apiBase) : std::string_view());
        if (attempt.status > 0)
            list.number("http.response.status_code", attempt.status);
        list.text("litellm.model_id", attempt.deployment);
        list.text("litellm.model_group", attempt.group);
        list.flag("litellm.hedge", attempt.isCopy);
        list.flag("litellm.given_up", attempt.isGivenUp);
        list.number("gen_ai.usage.input_tokens", attempt.usage.input);
        list.number("gen_ai.usage.output_tokens", attempt.usage.output);
        if (attempt.firstToken.count() > 0)
            list.real("gen_ai.response.time_to_first_token", seconds(attempt.firstToken));
        if (attempt.fault)
            list.text("error.type", info(*attempt.fault).name);
        const auto begin = receipt.startedAt + attempt.begin;
        return {call.traceId, randomBytes(8), call.id, std::string(otelOperation(receipt)) + " " + model, 3, nanos(begin),
            nanos(begin + attempt.duration), list.take(), attempt.fault.has_value(), attempt.error};
    }

    const Terms &m_terms;
    bool m_isHidden;
    OtelAccount m_account;
    otlp::Format m_format;
    Habits m_habits;
    std::mt19937_64 m_random {std::random_device {}()};
};

} // namespace

std::unique_ptr<Sink> makeOpenTelemetry(const Making &making)
{
    return std::make_unique<OpenTelemetry>(making);
}

} // namespace gatehouse::observe::sinks
