// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/payload_parts.h"

#include "gateway/core/guardrail_record.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

std::string usageObject(const Usage &usage)
{
    constexpr std::size_t usual = 512;
    JsonLine json(usual);
    json.beginObject().number("prompt_tokens", usage.input).number("completion_tokens", usage.output);
    json.number("total_tokens", usage.input + usage.output);
    json.key("prompt_tokens_details").beginObject().number("cached_tokens", usage.cachedRead);
    json.number("cache_creation_tokens", usage.cacheWrite).number("audio_tokens", usage.audioInput).endObject();
    json.key("completion_tokens_details").beginObject().number("reasoning_tokens", usage.reasoning);
    json.number("audio_tokens", usage.audioOutput).endObject();
    json.number("cache_read_input_tokens", usage.cachedRead);
    json.number("cache_creation_input_tokens", usage.cacheWrite).endObject();
    return json.take();
}

void writePrincipal(JsonLine &json, const Receipt &receipt)
{
    static const Principal nobody;
    const Principal &who = receipt.principal ? *receipt.principal : nobody;
    json.textOrNull("user_api_key_hash", who.token).textOrNull("user_api_key_alias", who.keyAlias);
    json.members(R"("user_api_key_spend":null,"user_api_key_max_budget":null,"user_api_key_budget_reset_at":null)");
    json.textOrNull("user_api_key_org_id", who.organizationId).textOrNull("user_api_key_team_id", who.teamId);
    json.textOrNull("user_api_key_project_id", who.projectId).textOrNull("user_api_key_user_id", who.userId);
    json.textOrNull("user_api_key_user_email", who.userEmail).textOrNull("user_api_key_team_alias", who.teamAlias);
    json.textOrNull("user_api_key_end_user_id", receipt.customer);
}

void writeCircumstances(JsonLine &json, const Circumstances &circumstances)
{
    json.key("requester_metadata").json(circumstances.metadata, "{}");
    json.key("requester_custom_headers").beginObject();
    for (const auto &[name, value] : circumstances.headers)
        json.name(name).text(value);
    json.endObject();
}

constexpr std::string_view intervened = "guardrail_intervened";

std::string_view statusOf(const GuardrailRecord &judgement)
{
    switch (judgement.status) {
    case GuardrailRecord::Status::Passed: return "success";
    case GuardrailRecord::Status::Failed: return "guardrail_failed_to_respond";
    default: return intervened;
    }
}

// Each once, however often it looked.
void writeNames(JsonLine &json, const std::vector<GuardrailRecord> &judged)
{
    for (auto each = judged.begin(); each != judged.end(); ++each) {
        const auto isSame = [&](const GuardrailRecord &other) { return other.name == each->name; };
        if (std::none_of(judged.begin(), each, isSame))
            json.text(each->name);
    }
}

} // namespace

Repeated repeatedIn(const Receipt &receipt)
{
    return {usageObject(receipt.usage), receipt.cost ? dollars(receipt.cost->total) : std::string()};
}

void writeMetadata(JsonLine &json, const Receipt &receipt, const Terms &terms, const Repeated &repeated)
{
    static const Circumstances none;
    json.beginObject();
    if (!terms.hidesCaller)
        writePrincipal(json, receipt);
    json.text("user_api_key_request_route", receipt.path).key("spend_logs_metadata").json(receipt.metadata);
    json.textOrNull("requester_ip_address", receipt.peer).textOrNull("user_agent", receipt.userAgent);
    writeCircumstances(json, receipt.circumstances ? *receipt.circumstances : none);
    json.members(R"("prompt_management_metadata":null,"mcp_tool_call_metadata":null,"vector_store_request_metadata":null)");
    json.key("applied_guardrails").beginArray();
    if (receipt.guardrails)
        writeNames(json, receipt.guardrails->all);
    json.endArray().key("usage_object").literal(repeated.usage).members(R"("cold_storage_object_key":null)");
    json.number("attempted_retries", std::max<std::int64_t>(0, static_cast<std::int64_t>(receipt.attempts.size()) - 1));
    json.number("fallbacks", receipt.fallbacks).endObject();
}

std::string_view guardrailStatus(const Receipt &receipt)
{
    std::string_view worst = "not_run";
    if (!receipt.guardrails)
        return worst;
    for (const GuardrailRecord &each : receipt.guardrails->all) {
        if (each.status == GuardrailRecord::Status::Failed)
            return statusOf(each);
        if (worst != intervened)
            worst = statusOf(each);
    }
    return worst;
}

void writeGuardrails(JsonLine &json, const Receipt &receipt)
{
    if (!receipt.guardrails || receipt.guardrails->all.empty()) {
        json.null();
        return;
    }
    json.beginArray();
    for (const GuardrailRecord &each : receipt.guardrails->all) {
        json.beginObject().key("guardrail_name").text(each.name).key("guardrail_provider").text(each.provider);
        json.key("guardrail_mode").text(each.mode).key("guardrail_request").null();
        json.key("guardrail_response").textOrNull(each.message).key("guardrail_status").text(statusOf(each));
        const double begin = std::chrono::duration<double>(each.begin.time_since_epoch()).count();
        const double seconds = std::chrono::duration<double>(each.duration).count();
        json.key("start_time").literal(std::to_string(begin)).key("end_time").literal(std::to_string(begin + seconds));
        json.key("duration").literal(std::to_string(seconds)).key("masked_entity_count").beginObject();
        for (const auto &[what, count] : each.masked)
            json.name(what).number(count);
        json.endObject().endObject();
    }
    json.endArray();
}

void writeHiddenParams(JsonLine &json, const Receipt &receipt, const Repeated &repeated)
{
    static const Station none;
    const Station &station = receipt.station ? *receipt.station : none;
    json.beginObject().text("model_id", receipt.deployment).textOrNull("cache_key", receipt.cacheKey);
    json.text("api_base", station.apiBase).key("response_cost").literal(receipt.cost ? std::string_view(repeated.cost) : "null");
    json.key("litellm_overhead_time_ms").literal(millisecondsOf(receipt.duration - receipt.upstreamTime));
    json.key("additional_headers").beginObject();
    if (!receipt.attempts.empty()) {
        const AttemptRecord &answering = receipt.attempts.back();
        if (answering.remainingRequests)
            json.number("x_ratelimit_remaining_requests", *answering.remainingRequests);
        if (answering.remainingTokens)
            json.number("x_ratelimit_remaining_tokens", *answering.remainingTokens);
    }
    json.endObject().members(R"("batch_models":null)").text("litellm_model_name", station.litellmModel);
    json.key("usage_object").literal(repeated.usage).endObject();
}

void writeCostBreakdown(JsonLine &json, const Cost &cost, std::string_view total)
{
    const CostParts parts = partsOf(cost);
    json.beginObject().key("input_cost").literal(dollars(parts.input + parts.cachedRead + parts.cacheWrite));
    json.key("output_cost").literal(dollars(parts.output)).key("total_cost").literal(total);
    json.members(R"("tool_usage_cost":0.0,"additional_costs":{})").key("original_cost").literal(total).endObject();
}

void writeTags(JsonLine &json, const Receipt &receipt, const Terms &terms)
{
    const auto &tags = receipt.tags;
    for (const std::string &tag : tags)
        json.text(tag);
    if (!terms.tagsUserAgent || receipt.userAgent.empty())
        return;
    constexpr std::string_view before = "User-Agent: ";
    std::string tag(before);
    const auto add = [&](std::string_view program) {
        tag.resize(before.size());
        tag += program;
        if (std::find(tags.begin(), tags.end(), tag) == tags.end())
            json.text(tag);
    };
    const std::string_view first = std::string_view(receipt.userAgent).substr(0, receipt.userAgent.find(' '));
    add(first.substr(0, first.find('/')));
    if (first.find('/') != std::string_view::npos)
        add(first);
}

} // namespace gatehouse::observe::sinks
