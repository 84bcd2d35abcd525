// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/worst_case.h"

#include "gateway/catalogue/cost.h"
#include "gateway/catalogue/describe.h"
#include "gateway/pipeline/bill.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gatehouse::pipeline {

namespace {

constexpr std::int64_t usualAnswer = 4096;

bool answersWithText(const wire::Call &call)
{
    return call.operation == Operation::Chat;
}

std::optional<std::int64_t> number(std::string_view raw)
{
    constexpr double most = 1e9;
    const auto value = wire::jsonNumber(raw);
    if (!value || !(*value >= 0))
        return std::nullopt;
    return static_cast<std::int64_t>(std::min(std::ceil(*value), most));
}

// As each dialect says it.
std::optional<std::int64_t> allowedAnswer(const wire::JsonObject &body)
{
    for (const char *name : {"max_completion_tokens", "max_tokens", "max_output_tokens"}) {
        if (const auto limit = number(body.find(name)))
            return limit;
    }
    const std::string_view configuration = body.find("generationConfig");
    if (wire::jsonKind(configuration) != 'o')
        return std::nullopt;
    const auto object = wire::JsonObject::parse(std::string(configuration));
    return object ? number(object->find("maxOutputTokens")) : std::nullopt;
}

// Choices are paid for one by one.
std::int64_t answers(const wire::Call &call)
{
    constexpr std::int64_t most = 128;
    return std::clamp<std::int64_t>(number(call.body.find("n")).value_or(1), 1, most);
}

Usage usageOf(const wire::Call &call, const Deployment &deployment, std::optional<std::int64_t> allowed)
{
    constexpr std::int64_t bytesPerToken = 3;
    Usage usage;
    usage.reported = true;
    usage.input = static_cast<std::int64_t>(call.body.text().size()) / bytesPerToken + 1;
    if (deployment.facts.maxInputTokens > 0)
        usage.input = std::min(usage.input, deployment.facts.maxInputTokens);
    if (!answersWithText(call))
        return usage;
    const std::int64_t usual = deployment.maxOutputTokens > 0 ? deployment.maxOutputTokens : usualAnswer;
    usage.output = allowed.value_or(usual) * answers(call);
    return usage;
}

} // namespace

limits::Ask worstCase(const wire::Call &call, const Deployment &deployment, const catalogue::Catalogue &catalogue)
{
    const auto allowed = allowedAnswer(call.body);
    Receipt imagined;
    imagined.usage = usageOf(call, deployment, allowed);
    limits::Ask ask;
    ask.tokens = imagined.usage.input + (allowed || !answersWithText(call) ? imagined.usage.output : 0);
    const auto cost = costOf(imagined, call, deployment, catalogue);
    if (cost)
        ask.money = cost->total;
    const bool isPriced = !deployment.prices.empty();
    const bool hasKnownLength = allowed || call.operation == Operation::Embedding || call.operation == Operation::CountTokens;
    ask.isBounded = isPriced && hasKnownLength;
    return ask;
}

limits::Ask worstCase(
    const wire::Call &call, const std::vector<const Deployment *> &deployments, const catalogue::Catalogue &catalogue)
{
    constexpr std::size_t most = 16;
    limits::Ask worst;
    for (std::size_t i = 0; i < std::min(deployments.size(), most); ++i) {
        const limits::Ask ask = worstCase(call, *deployments[i], catalogue);
        worst.isBounded = ask.isBounded && (i == 0 || worst.isBounded);
        worst.tokens = std::max(worst.tokens, ask.tokens);
        worst.money = std::max(worst.money, ask.money);
    }
    return worst;
}

} // namespace gatehouse::pipeline
