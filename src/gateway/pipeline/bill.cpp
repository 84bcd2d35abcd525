// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/bill.h"

#include "gateway/catalogue/cost.h"
#include "gateway/catalogue/describe.h"
#include "gateway/translate/json_view.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

std::int64_t charactersOf(std::string_view raw)
{
    const std::string text = wire::jsonString(raw).value_or("");
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

// Cohere counts a query with up to a hundred documents as one.
std::int64_t queriesOf(std::string_view documents)
{
    std::int64_t count = 0;
    for (translate::JsonItems items(documents); items.next();)
        ++count;
    return std::max<std::int64_t>((count + 99) / 100, 1);
}

std::int64_t imagesOf(std::string_view count)
{
    constexpr double most = 1000; // no provider makes more at once
    return static_cast<std::int64_t>(std::clamp(wire::jsonNumber(count).value_or(1), 1.0, most));
}

bool isSound(Operation operation)
{
    return operation == Operation::Transcription || operation == Operation::AudioTranslation;
}

catalogue::Consumption consumptionOf(const Receipt &receipt, const wire::Call &call)
{
    catalogue::Consumption used;
    used.usage = receipt.usage;
    used.tier = catalogue::serviceTier(wire::jsonString(call.body.find("service_tier")).value_or(""));
    if (call.operation == Operation::Speech)
        used.inputCharacters = charactersOf(call.body.find("input"));
    if (call.operation == Operation::Rerank)
        used.queries = queriesOf(call.body.find("documents"));
    if (call.operation == Operation::ImageGeneration || call.operation == Operation::ImageEdit)
        used.outputImages = imagesOf(call.body.find("n"));
    if (!isSound(call.operation)) // whose seconds are those of the recording
        used.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(receipt.upstreamTime).count();
    return used;
}

// Tokens that cost something were not counted.
bool lacksTokens(const Usage &usage, const Prices &prices)
{
    const auto costs = [&prices](Charge charge) { return prices.find({charge}).value_or(Price {}).femtoDollars > 0; };
    return !usage.reported && (costs(Charge::Input) || costs(Charge::Output));
}

} // namespace

std::optional<Cost> costOf(
    const Receipt &receipt, const wire::Call &call, const Deployment &deployment, const catalogue::Catalogue &catalogue)
{
    // The one is not charged for, and the other was paid when it was made.
    if (call.operation == Operation::CountTokens || call.operation == Operation::StoredResponse)
        return std::nullopt;
    std::optional<Prices> found;
    if (deployment.isWildcard())
        found = catalogue::concretePrices(deployment, receipt.upstreamModel, catalogue);
    const Prices &prices = found ? *found : deployment.prices;
    if (lacksTokens(receipt.usage, prices))
        return std::nullopt;
    auto cost = catalogue::cost(consumptionOf(receipt, call), prices);
    return cost && !cost->lines.empty() ? std::move(cost) : std::nullopt;
}

namespace {

const Deployment *deploymentOf(const AttemptRecord &attempt, const Snapshot &snapshot, const Deployment &answering)
{
    if (attempt.deployment == answering.id) // as nearly always: there may be a thousand others
        return &answering;
    const auto &all = snapshot.router.deployments();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Deployment &each) { return each.id == attempt.deployment; });
    return found == all.end() ? nullptr : &*found;
}

// The receipt as it would be had there been this attempt only.
Receipt alone(const Receipt &receipt, const AttemptRecord &attempt)
{
    Receipt own;
    own.upstreamModel = receipt.upstreamModel;
    own.usage = attempt.usage;
    own.usage.reported = attempt.usage.reported || attempt.isEstimate;
    own.upstreamTime = attempt.duration;
    return own;
}

bool didSomething(const AttemptRecord &attempt)
{
    return attempt.usage.reported || attempt.isEstimate || !attempt.fault;
}

} // namespace

std::optional<Cost> costOfAll(Receipt &receipt, const wire::Call &call, const Snapshot &snapshot, const Deployment &answering)
{
    std::optional<Cost> sum;
    for (AttemptRecord &attempt : receipt.attempts) {
        const Deployment *deployment = didSomething(attempt) ? deploymentOf(attempt, snapshot, answering) : nullptr;
        if (!deployment)
            continue;
        auto cost = costOf(alone(receipt, attempt), call, *deployment, snapshot.catalogue);
        if (!cost)
            continue;
        attempt.cost = cost->total;
        if (!sum) {
            sum = std::move(cost);
            continue;
        }
        sum->total = sum->total + cost->total;
        sum->lines.insert(sum->lines.end(), cost->lines.begin(), cost->lines.end());
    }
    return sum;
}

} // namespace gatehouse::pipeline
