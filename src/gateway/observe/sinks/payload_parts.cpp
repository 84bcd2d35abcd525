// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/payload_parts.h"

#include "gateway/core/guardrail_record.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

void writeUsage(JsonLine &json, const Usage &usage)
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

void writePrincipal(JsonLine &json, const Receipt &receipt)
{
    static const Principal nobody;
    const Principal &who = receipt.principal ? *receipt.principal : nobody;
    json.key("user_api_key_hash").textOrNull(who.token);
    json.key("user_api_key_alias").textOrNull(who.keyAlias);
    json.key("user_api_key_spend").null().key("user_api_key_max_budget").null().key("user_api_key_budget_reset_at").null();
    json.key("user_api_key_org_id").textOrNull(who.organizationId);
    json.key("user_api_key_team_id").textOrNull(who.teamId);
    json.key("user_api_key_project_id").textOrNull(who.projectId);
    json.key("user_api_key_user_id").textOrNull(who.userId);
    json.key("user_api_key_user_email").textOrNull(who.userEmail);
    json.key("user_api_key_team_alias").textOrNull(who.teamAlias);
    json.key("user_api_key_end_user_id").textOrNull(receipt.customer);
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

void writeMetadata(JsonLine &json, const Receipt &receipt, const Terms &terms)
{
    static const Circumstances none;
    json.beginObject();
    if (!terms.hidesCaller)
        writePrincipal(json, receipt);
    json.key("user_api_key_request_route").text(receipt.path).key("spend_logs_metadata").json(receipt.metadata);
    json.key("requester_ip_address").textOrNull(receipt.peer).key("user_agent").textOrNull(receipt.userAgent);
    writeCircumstances(json, receipt.circumstances ? *receipt.circumstances : none);
    json.key("prompt_management_metadata").null().key("mcp_tool_call_metadata").null();
    json.key("vector_store_request_metadata").null().key("applied_guardrails").beginArray();
    if (receipt.guardrails)
        writeNames(json, receipt.guardrails->all);
    json.endArray();
    writeUsage(json.key("usage_object"), receipt.usage);
    json.key("cold_storage_object_key").null();
    json.key("attempted_retries").number(std::max<std::int64_t>(0, static_cast<std::int64_t>(receipt.attempts.size()) - 1));
    json.key("fallbacks").number(receipt.fallbacks).endObject();
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

void writeHiddenParams(JsonLine &json, const Receipt &receipt)
{
    static const Station none;
    const Station &station = receipt.station ? *receipt.station : none;
    json.beginObject()
        .key("model_id")
        .text(receipt.deployment)
        .key("cache_key")
        .textOrNull(receipt.cacheKey)
        .key("api_base")
        .text(station.apiBase);
    json.key("response_cost").literal(receipt.cost ? dollars(receipt.cost->total) : "null");
    json.key("litellm_overhead_time_ms").literal(millisecondsOf(receipt.duration - receipt.upstreamTime));
    json.key("additional_headers").beginObject();
    if (!receipt.attempts.empty()) {
        const AttemptRecord &answering = receipt.attempts.back();
        if (answering.remainingRequests)
            json.key("x_ratelimit_remaining_requests").number(*answering.remainingRequests);
        if (answering.remainingTokens)
            json.key("x_ratelimit_remaining_tokens").number(*answering.remainingTokens);
    }
    json.endObject().key("batch_models").null().key("litellm_model_name").text(station.litellmModel);
    writeUsage(json.key("usage_object"), receipt.usage);
    json.endObject();
}

void writeCostBreakdown(JsonLine &json, const Cost &cost)
{
    const CostParts parts = partsOf(cost);
    const std::string total = dollars(cost.total);
    json.beginObject().key("input_cost").literal(dollars(parts.input + parts.cachedRead + parts.cacheWrite));
    json.key("output_cost").literal(dollars(parts.output)).key("total_cost").literal(total);
    json.key("tool_usage_cost").literal("0.0").key("additional_costs").beginObject().endObject();
    json.key("original_cost").literal(total).endObject();
}

void writeTags(JsonLine &json, const Receipt &receipt, const Terms &terms)
{
    const auto &tags = receipt.tags;
    for (const std::string &tag : tags)
        json.text(tag);
    if (!terms.tagsUserAgent || receipt.userAgent.empty())
        return;
    const auto add = [&](std::string_view program) {
        const std::string tag = "User-Agent: " + std::string(program);
        if (std::find(tags.begin(), tags.end(), tag) == tags.end())
            json.text(tag);
    };
    const std::string_view first = std::string_view(receipt.userAgent).substr(0, receipt.userAgent.find(' '));
    add(first.substr(0, first.find('/')));
    if (first.find('/') != std::string_view::npos)
        add(first);
}

} // namespace gatehouse::observe::sinks
