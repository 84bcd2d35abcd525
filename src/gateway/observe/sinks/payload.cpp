// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/payload.h"

#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/words.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

using wire::JsonWriter;

const Station &stationOf(const Receipt &receipt, const Station &none)
{
    return receipt.station ? *receipt.station : none;
}

void writeUsage(JsonWriter &json, const Usage &usage)
{
    json.beginObject().key("prompt_tokens").number(usage.input).key("completion_tokens").number(usage.output);
    json.key("total_tokens").number(usage.input + usage.output);
    json.key("prompt_tokens_details").beginObject().key("cached_tokens").number(usage.cachedRead);
    json.key("cache_creation_tokens").number(usage.cacheWrite).key("audio_tokens").number(usage.audioInput).endObject();
    json.key("completion_tokens_details").beginObject().key("reasoning_tokens").number(usage.reasoning);
    json.key("audio_tokens").number(usage.audioOutput).endObject();
    json.key("cache_read_input_tokens").number(usage.cachedRead);
    json.key("cache_creation_input_tokens").number(usage.cacheWrite).endObject();
}

/// The members of a payload, but for those that are left out.
class Payload
{
public:
    Payload(const Receipt &receipt, const Terms &terms, bool isHidden)
        : m_receipt(receipt)
        , m_terms(terms)
        , m_isHidden(isHidden)
    {
        constexpr std::size_t usual = 4096;
        m_json.reserve(usual + (receipt.said ? receipt.said->messages.size() + receipt.said->response.size() : 0));
    }

    std::string take()
    {
        m_json.beginObject();
        writeWhat();
        writeCost();
        writePlace();
        writeTimes();
        writeWho();
        writeWords();
        writeError();
        writeRest();
        return m_json.endObject().take();
    }

private:
    bool wants(std::string_view name)
    {
        const auto &excluded = m_terms.excluded;
        if (!excluded.empty() && std::find(excluded.begin(), excluded.end(), name) != excluded.end())
            return false;
        m_json.key(name);
        return true;
    }
    void text(std::string_view name, std::string_view value)
    {
        if (wants(name))
            writeText(m_json, value);
    }
    void textOrNull(std::string_view name, std::string_view value)
    {
        if (wants(name))
            writeTextOrNull(m_json, value);
    }
    void number(std::string_view name, std::int64_t value)
    {
        if (wants(name))
            m_json.number(value);
    }
    void raw(std::string_view name, std::string_view json)
    {
        if (wants(name))
            m_json.raw(json);
    }

    void writeWhat()
    {
        text("id", idOf(m_receipt));
        text("trace_id", traceOf(m_receipt));
        text("litellm_call_id", m_receipt.callId);
        text("call_type", callType(m_receipt));
        raw("stream", m_receipt.stream ? "true" : "false");
        text("status", isSuccess(m_receipt) ? "success" : "failure");
        if (wants("status_fields")) {
            m_json.beginObject().key("llm_api_status").string(isSuccess(m_receipt) ? "success" : "failure");
            m_json.key("guardrail_status").string("not_run").endObject();
        }
        textOrNull("custom_llm_provider", m_receipt.provider);
    }

    void writeCost()
    {
        raw("response_cost", m_receipt.cost ? dollars(m_receipt.cost->total) : "0.0");
        if (wants("cost_breakdown")) {
            if (m_receipt.cost)
                writeCostBreakdown(m_json, *m_receipt.cost);
            else
                m_json.null();
        }
        raw("response_cost_failure_debug_info", "null");
        number("total_tokens", m_receipt.usage.input + m_receipt.usage.output);
        number("prompt_tokens", m_receipt.usage.input);
        number("completion_tokens", m_receipt.usage.output);
        raw("cache_hit", "false");
        raw("cache_key", "null");
        raw("saved_cache_cost", "0.0");
    }

    void writePlace()
    {
        const Station none;
        const Station &station = stationOf(m_receipt, none);
        text("model", modelOf(m_receipt));
        text("model_id", m_receipt.deployment);
        text("model_group", m_receipt.group.empty() ? m_receipt.model : m_receipt.group);
        text("api_base", station.apiBase);
        if (wants("model_map_information")) {
            m_json.beginObject().key("model_map_key");
            writeText(m_json, modelOf(m_receipt)).key("model_map_value").null().endObject();
        }
        if (wants("hidden_params"))
            writeHiddenParams(m_json, m_receipt);
    }

    void writeTimes()
    {
        raw("startTime", epochSeconds(m_receipt.startedAt));
        raw("endTime", epochSeconds(endOf(m_receipt)));
        raw("completionStartTime", epochSeconds(answeredAt(m_receipt)));
        raw("response_time", secondsOf(m_receipt.duration));
    }

    void writeWho()
    {
        if (wants("request_tags")) {
            m_json.beginArray();
            for (const std::string &tag : tagsOf(m_receipt, m_terms))
                writeText(m_json, tag);
            m_json.endArray();
        }
        text("end_user", m_terms.hidesCaller ? std::string_view() : std::string_view(m_receipt.customer));
        textOrNull("requester_ip_address", m_receipt.peer);
        textOrNull("user_agent", m_receipt.userAgent);
        if (wants("metadata"))
            writeMetadata(m_json, m_receipt, m_terms);
    }

    void writeWords()
    {
        const Words words = wordsOf(m_receipt, hidesMessages(m_receipt, m_isHidden));
        if (wants("messages"))
            writeRaw(m_json, words.messages);
        if (wants("response"))
            writeRaw(m_json, words.answer);
        if (wants("model_parameters"))
            writeRaw(m_json, m_receipt.circumstances ? std::string_view(m_receipt.circumstances->parameters) : std::string_view(),
                "{}");
    }

    void writeError()
    {
        textOrNull("error_str", m_receipt.error);
        if (!wants("error_information"))
            return;
        if (isSuccess(m_receipt)) {
            m_json.null();
            return;
        }
        m_json.beginObject().key("error_code").string(std::to_string(m_receipt.status));
        m_json.key("error_class").string(errorClass(m_receipt)).key("llm_provider").string(m_receipt.provider);
        writeText(m_json.key("traceback").string("").key("error_message"), m_receipt.error).endObject();
    }

    void writeRest()
    {
        raw("guardrail_information", "null");
        raw("standard_built_in_tools_params", R"({"web_search_options":null,"file_search":null})");
    }

    const Receipt &m_receipt;
    const Terms &m_terms;
    bool m_isHidden;
    JsonWriter m_json;
};

// Seconds that the gateway itself took, in milliseconds for LiteLLM's name of it.
double overheadMs(const Receipt &receipt)
{
    constexpr double millisecond = 1000;
    return static_cast<double>(std::max<std::int64_t>(0, (receipt.duration - receipt.upstreamTime).count())) / millisecond;
}

const AttemptRecord *answeringAttempt(const Receipt &receipt)
{
    return receipt.attempts.empty() ? nullptr : &receipt.attempts.back();
}

void writePrincipal(JsonWriter &json, const Receipt &receipt)
{
    static const Principal nobody;
    const Principal &who = receipt.principal ? *receipt.principal : nobody;
    const auto member = [&json](std::string_view name, std::string_view value) { writeTextOrNull(json.key(name), value); };
    member("user_api_key_hash", who.token);
    member("user_api_key_alias", who.keyAlias);
    json.key("user_api_key_spend").null().key("user_api_key_max_budget").null().key("user_api_key_budget_reset_at").null();
    member("user_api_key_org_id", who.organizationId);
    member("user_api_key_team_id", who.teamId);
    member("user_api_key_project_id", who.projectId);
    member("user_api_key_user_id", who.userId);
    member("user_api_key_user_email", who.userEmail);
    member("user_api_key_team_alias", who.teamAlias);
    member("user_api_key_end_user_id", receipt.customer);
}

} // namespace

std::string payloadOf(const Receipt &receipt, const Terms &terms, bool hidesMessages)
{
    return Payload(receipt, terms, hidesMessages).take();
}

void writeMetadata(JsonWriter &json, const Receipt &receipt, const Terms &terms)
{
    json.beginObject();
    if (!terms.hidesCaller)
        writePrincipal(json, receipt);
    writeText(json.key("user_api_key_request_route"), receipt.path);
    writeRaw(json.key("spend_logs_metadata"), receipt.metadata);
    writeTextOrNull(json.key("requester_ip_address"), receipt.peer);
    writeTextOrNull(json.key("user_agent"), receipt.userAgent);
    const Circumstances *circumstances = receipt.circumstances.get();
    writeRaw(
        json.key("requester_metadata"), circumstances ? std::string_view(circumstances->metadata) : std::string_view(), "{}");
    json.key("requester_custom_headers").beginObject();
    if (circumstances) {
        for (const auto &[name, value] : circumstances->headers)
            writeText(json.key(name), value);
    }
    json.endObject();
    for (const char *nothing : {"prompt_management_metadata", "mcp_tool_call_metadata", "vector_store_request_metadata"})
        json.key(nothing).null();
    json.key("applied_guardrails").beginArray().endArray().key("usage_object");
    writeUsage(json, receipt.usage);
    json.key("cold_storage_object_key").null();
    json.key("attempted_retries").number(std::max<std::int64_t>(0, static_cast<std::int64_t>(receipt.attempts.size()) - 1));
    json.key("fallbacks").number(std::int64_t(receipt.fallbacks)).endObject();
}

void writeHiddenParams(JsonWriter &json, const Receipt &receipt)
{
    const Station none;
    const Station &station = stationOf(receipt, none);
    json.beginObject().key("model_id").string(receipt.deployment).key("cache_key").null().key("api_base").string(station.apiBase);
    json.key("response_cost").raw(receipt.cost ? dollars(receipt.cost->total) : "null");
    json.key("litellm_overhead_time_ms").number(overheadMs(receipt)).key("additional_headers").beginObject();
    if (const AttemptRecord *attempt = answeringAttempt(receipt)) {
        if (attempt->remainingRequests)
            json.key("x_ratelimit_remaining_requests").number(*attempt->remainingRequests);
        if (attempt->remainingTokens)
            json.key("x_ratelimit_remaining_tokens").number(*attempt->remainingTokens);
    }
    json.endObject().key("batch_models").null().key("litellm_model_name").string(station.litellmModel).key("usage_object");
    writeUsage(json, receipt.usage);
    json.endObject();
}

void writeCostBreakdown(JsonWriter &json, const Cost &cost)
{
    const CostParts parts = partsOf(cost);
    json.beginObject().key("input_cost").raw(dollars(parts.input + parts.cachedRead + parts.cacheWrite));
    json.key("output_cost").raw(dollars(parts.output)).key("total_cost").raw(dollars(cost.total));
    json.key("tool_usage_cost").raw("0.0").key("additional_costs").beginObject().endObject();
    json.key("original_cost").raw(dollars(cost.total)).endObject();
}

std::vector<std::string> tagsOf(const Receipt &receipt, const Terms &terms)
{
    std::vector<std::string> tags = receipt.tags;
    if (!terms.tagsUserAgent || receipt.userAgent.empty())
        return tags;
    const auto add = [&tags](std::string tag) {
        if (std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(std::move(tag));
    };
    const std::string first = receipt.userAgent.substr(0, receipt.userAgent.find(' '));
    add("User-Agent: " + first.substr(0, first.find('/')));
    if (first.find('/') != std::string::npos)
        add("User-Agent: " + first);
    return tags;
}

} // namespace gatehouse::observe::sinks
