// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/reply_head.h"

#include "gateway/core/guardrail_record.h"
#include "gateway/limits/subjects.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse::pipeline {

namespace {

// Three decimals, without the floating-point formatter: this is written three times an answer.
std::string milliseconds(std::chrono::microseconds duration)
{
    const long long count = std::max<long long>(duration.count(), 0);
    std::string text = std::to_string(count / 1000) + ".000";
    for (long long rest = count % 1000, at = 1; rest > 0; rest /= 10, ++at)
        text[text.size() - static_cast<std::size_t>(at)] = static_cast<char>('0' + rest % 10);
    return text;
}

std::string secondsText(std::chrono::milliseconds duration)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, static_cast<double>(duration.count()) / 1000.0).ptr;
    return std::string(text, end);
}

// Hop-by-hop fields and cookies say nothing about the provider's answer that is true of ours.
bool isPassedOn(std::string_view lower)
{
    static constexpr std::array kept {"connection", "keep-alive", "set-cookie", "transfer-encoding", "trailer", "upgrade", "te"};
    for (const std::string_view name : kept) {
        if (lower == name)
            return false;
    }
    return true;
}

// Anthropic counts under names of its own; callers look for OpenAI's.
std::string_view commonRateLimitName(std::string_view lower)
{
    if (lower == "anthropic-ratelimit-requests-limit")
        return "x-ratelimit-limit-requests";
    if (lower == "anthropic-ratelimit-requests-remaining")
        return "x-ratelimit-remaining-requests";
    if (lower == "anthropic-ratelimit-tokens-limit")
        return "x-ratelimit-limit-tokens";
    if (lower == "anthropic-ratelimit-tokens-remaining")
        return "x-ratelimit-remaining-tokens";
    return lower.substr(0, 12) == "x-ratelimit-" ? lower : std::string_view();
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// In one buffer for all of them: providers send some thirty.
void addProviderFields(wire::Headers &headers, const wire::Headers &upstream)
{
    constexpr std::string_view prefix = "llm_provider-";
    std::string prefixed(prefix);
    for (const auto &[name, value] : upstream) {
        prefixed.replace(prefix.size(), prefixed.npos, name);
        std::transform(prefixed.begin() + prefix.size(), prefixed.end(), prefixed.begin() + prefix.size(), lowered);
        const std::string_view lower = std::string_view(prefixed).substr(prefix.size());
        if (!isPassedOn(lower))
            continue;
        if (const std::string_view common = commonRateLimitName(lower); !common.empty())
            headers.add(common, value);
        headers.add(lower.starts_with(prefix) ? lower : std::string_view(prefixed), value);
    }
}

// A key's limits for one model, under the model's name.
void addModelMargin(wire::Headers &headers, const limits::Margin &margin, std::string_view group)
{
    std::string name = "x-litellm-key-remaining-" + std::string(margin.what) + "-" + std::string(group);
    for (char &c : name) {
        if (c == '/' || c == ':' || c <= ' ' || c >= 127)
            c = '-';
    }
    if (!headers.has(name))
        headers.add(name, std::to_string(margin.remaining));
}

void addMargin(wire::Headers &headers, const limits::Margin &margin)
{
    const std::string start = "x-ratelimit-" + std::string(info(margin.subject).name), what(margin.what);
    if (headers.has(start + "-limit-" + what))
        return; // of two limits of one sort the first counts, as it does when it refuses
    headers.add(start + "-remaining-" + what, std::to_string(margin.remaining));
    headers.add(start + "-limit-" + what, std::to_string(margin.limit));
}

void addLimits(wire::Headers &headers, const LimitFacts &told)
{
    if (told.keySpent)
        headers.add("x-litellm-key-spend", dollars(*told.keySpent));
    if (told.key && told.key->tokens)
        headers.add("x-litellm-key-tpm-limit", std::to_string(*told.key->tokens));
    if (told.key && told.key->requests)
        headers.add("x-litellm-key-rpm-limit", std::to_string(*told.key->requests));
    if (told.key && told.key->budget)
        headers.add("x-litellm-key-max-budget", dollars(*told.key->budget));
    if (!told.margins)
        return;
    for (const limits::Margin &margin : *told.margins) {
        addMargin(headers, margin);
        if (margin.subject == limits::Subject::KeyModel && margin.what != "max_parallel_requests")
            addModelMargin(headers, margin, told.group);
    }
}

void addCommon(wire::Headers &headers, const HeadFacts &facts)
{
    headers.add("x-litellm-call-id", facts.receipt.callId);
    if (facts.deployment) {
        headers.add("x-litellm-model-id", facts.deployment->id);
        headers.add("x-litellm-model-name", facts.deployment->provider.name + "/" + std::string(facts.upstreamModel));
        headers.add("x-litellm-model-api-base", facts.deployment->apiBase);
    }
    if (!facts.receipt.group.empty())
        headers.add("x-litellm-model-group", facts.receipt.group);
    headers.add("x-litellm-version", GATEHOUSE_VERSION);
    headers.add("x-litellm-response-duration-ms", milliseconds(facts.total));
    headers.add("x-litellm-overhead-duration-ms", milliseconds(facts.total - facts.upstreamTime));
    headers.add("x-litellm-attempted-retries", std::to_string(facts.retries));
    if (facts.retries > 0)
        headers.add("x-litellm-max-retries", std::to_string(facts.maxRetries));
    headers.add("x-litellm-attempted-fallbacks", std::to_string(facts.fallbacks));
    const auto &attempts = facts.receipt.attempts;
    const auto copies = std::count_if(attempts.begin(), attempts.end(), [](const AttemptRecord &each) { return each.isGivenUp; });
    if (copies > 0)
        headers.add("x-gatehouse-hedged", std::to_string(copies));
    if (facts.receipt.isCached)
        headers.add("x-litellm-cache-key", facts.receipt.cacheKey);
    if (facts.receipt.isShared)
        headers.add("x-gatehouse-coalesced", "true");
    addLimits(headers, facts.limits);
}

std::string joined(const std::vector<std::string> &names)
{
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ",") + name;
    return list;
}

// What is not zero, for these three have nothing to do with most calls.
void addPart(wire::Headers &headers, std::string_view name, Money part)
{
    if (part.nanoDollars > 0)
        headers.add(name, dollars(part));
}

// A stream's head leaves before its cost is known; LiteLLM writes zeros there, and no total. A cost that is not known is not
// told.
void addCost(wire::Headers &headers, const std::optional<Cost> &cost, bool stream)
{
    if (!cost && !stream)
        return;
    const CostParts parts = stream ? CostParts {} : partsOf(*cost);
    const std::string total = stream ? "0.0" : dollars(cost->total);
    if (!stream)
        headers.add("x-litellm-response-cost", total);
    headers.add("x-litellm-response-cost-original", total); // before discount and margin, of which there are none
    headers.add("x-litellm-response-cost-discount-amount", "0.0");
    headers.add("x-litellm-response-cost-margin-amount", "0.0");
    headers.add("x-litellm-response-cost-margin-percent", "0.0");
    headers.add("x-litellm-response-cost-input", dollars(parts.input));
    headers.add("x-litellm-response-cost-output", dollars(parts.output));
    addPart(headers, "x-litellm-response-cost-cache-read", parts.cachedRead);
    addPart(headers, "x-litellm-response-cost-cache-creation", parts.cacheWrite);
    addPart(headers, "x-litellm-response-cost-reasoning", parts.reasoning);
    headers.add("x-litellm-response-cost-tool-usage", "0.0");
}

} // namespace

void addGuardrails(wire::Headers &headers, const GuardrailRecords &judged)
{
    std::vector<std::string> names;
    for (const GuardrailRecord &record : judged.all) {
        if (std::find(names.begin(), names.end(), record.name) == names.end())
            names.push_back(record.name);
    }
    if (!names.empty())
        headers.add("x-litellm-applied-guardrails", joined(names));
    if (!judged.missing.empty())
        headers.add("x-gatehouse-missing-guardrails", joined(judged.missing));
}

wire::Head answerHead(const HeadFacts &facts, bool stream)
{
    wire::Head head;
    head.headers.reserve(40);
    head.headers.add("content-type", stream ? "text/event-stream; charset=utf-8" : "application/json");
    if (stream)
        head.headers.add("cache-control", "no-cache");
    addCommon(head.headers, facts);
    addCost(head.headers, facts.receipt.cost, stream);
    if (facts.receipt.guardrails)
        addGuardrails(head.headers, *facts.receipt.guardrails);
    if (facts.upstream)
        addProviderFields(head.headers, *facts.upstream);
    return head;
}

namespace {

void addLimit(wire::Headers &headers, const LimitNote &limit)
{
    headers.add("rate_limit_type", limit.type);
    if (!limit.resetAt.empty())
        headers.add("reset_at", limit.resetAt);
}

} // namespace

wire::Head errorHead(const HeadFacts &facts, const Error &error, std::optional<std::chrono::milliseconds> timeout)
{
    wire::Head head;
    head.status = error.httpStatus();
    head.headers.add("content-type", "application/json");
    addCommon(head.headers, facts);
    if (!facts.receipt.model.empty()) // it was a call that could have cost something
        head.headers.add("x-litellm-response-cost", "0");
    if (timeout)
        head.headers.add("x-litellm-timeout", secondsText(*timeout));
    if (error.retryAfter)
        head.headers.add("retry-after", std::to_string((error.retryAfter->count() + 999) / 1000));
    if (error.limit)
        addLimit(head.headers, *error.limit);
    return head;
}

} // namespace gatehouse::pipeline
