// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/spend_calculate.h"

#include "gateway/admin/answers.h"
#include "gateway/catalogue/cost.h"
#include "gateway/translate/usage_tap.h"

namespace gatehouse::admin {

namespace {

/// A model's own name and what it asks.
struct Priced {
    std::string model;
    Prices prices;
};

// A group of ours, or a name of the table of models.
std::optional<Priced> pricedAs(const pipeline::Snapshot &snapshot, const std::string &asked)
{
    const auto found = snapshot.router.find(asked, 0);
    if (found && !found->group->deployments.empty()) {
        const Deployment &deployment = *found->group->deployments.front();
        if (!deployment.isWildcard())
            return Priced {deployment.model, deployment.prices};
    }
    const catalogue::Entry *entry = snapshot.catalogue.named(asked);
    if (!entry)
        return std::nullopt;
    return Priced {asked, entry->prices};
}

Usage usageIn(std::string_view answer)
{
    translate::UsageTap tap("application/json");
    tap.feed(answer);
    return tap.usage();
}

std::string modelIn(const wire::JsonObject &body)
{
    if (const auto model = wire::jsonString(body.find("model")))
        return *model;
    const auto answer = wire::JsonObject::parse(std::string(body.find("completion_response")));
    return answer ? wire::jsonString(answer->find("model")).value_or("") : std::string();
}

Result<Usage> usageOf(const wire::JsonObject &body, const std::string &model, const tokens::Counter &counter)
{
    if (wire::jsonKind(body.find("completion_response")) == 'o')
        return usageIn(body.find("completion_response"));
    if (wire::jsonKind(body.find("messages")) != 'a' || !body.has("model"))
        return Failure {Error {
            Fault::InvalidRequest, "Bad Request - Either 'model' and 'messages' or 'completion_response' must be provided"}};
    Usage usage;
    usage.input = counter.countRequest(model, body).tokens;
    return usage;
}

Result<Money> costOf(const pipeline::Context &context, std::string text)
{
    const auto body = wire::JsonObject::parse(std::move(text));
    if (!body)
        return Failure {body.error()};
    const std::string asked = modelIn(*body);
    const auto priced = pricedAs(*context.snapshot, asked);
    const auto usage = usageOf(*body, priced ? priced->model : asked, context.shared.counter);
    if (!usage)
        return Failure {usage.error()};
    if (!priced)
        return Failure {Error {Fault::InvalidRequest, "This model isn't mapped yet. model=" + asked, 0, {}, "model"}};
    catalogue::Consumption used;
    used.usage = *usage;
    const auto cost = catalogue::cost(used, priced->prices);
    return cost ? cost->total : Money {};
}

} // namespace

void calculateSpend(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto cost = costOf(context, std::move(inbound.request.body));
    if (!cost)
        return answerJson(inbound, translate::errorBody(cost.error(), Dialect::OpenAiChat), cost.error().httpStatus());
    wire::JsonWriter json;
    answerJson(inbound, json.beginObject().key("cost").raw(dollars(*cost)).endObject().take());
}

} // namespace gatehouse::admin
