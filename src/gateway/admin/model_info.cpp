// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_info.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/model_record.h"
#include "gateway/admin/spend_question.h"
#include "gateway/pipeline/allowance.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using Deployments = std::vector<const Deployment *>;

constexpr std::int64_t largestPage = 1000;
constexpr std::int64_t usualPage = 50;

void writeAll(wire::JsonWriter &json, const Deployments &deployments, const pipeline::Snapshot &snapshot)
{
    json.beginArray();
    for (const Deployment *deployment : deployments)
        writeModelRecord(json, *deployment, snapshot.catalogue);
    json.endArray();
}

bool holds(std::string_view text, std::string_view part)
{
    const auto isSame = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), isSame) != text.end();
}

// Only what the caller may use.
Deployments usable(const people::Caller &caller, const pipeline::Snapshot &snapshot)
{
    Deployments found;
    for (const Deployment &deployment : snapshot.router.deployments()) {
        if (pipeline::mayUseModel(deployment.group, caller, snapshot))
            found.push_back(&deployment);
    }
    return found;
}

Deployments asked(const wire::Request &request, Deployments among)
{
    const std::string group = request.queryValue("model"), id = request.queryValue("modelId");
    const std::string part = request.queryValue("search");
    std::erase_if(among, [&](const Deployment *deployment) {
        const bool isAsked = (group.empty() || deployment->group == group) && (id.empty() || deployment->id == id);
        return !isAsked || !(holds(deployment->group, part) || holds(deployment->litellmModel, part));
    });
    return among;
}

std::int64_t costOf(const Deployment &deployment)
{
    const auto input = deployment.prices.find({Charge::Input}), output = deployment.prices.find({Charge::Output});
    return (input ? input->femtoDollars : 0) + (output ? output->femtoDollars : 0);
}

void sort(Deployments &deployments, const wire::Request &request)
{
    const std::string by = request.queryValue("sortBy");
    const auto isBefore = [&by](const Deployment *one, const Deployment *other) {
        return by == "costs" ? costOf(*one) < costOf(*other) : one->group < other->group;
    };
    if (by != "model_name" && by != "costs")
        return; // the configuration's order
    std::stable_sort(deployments.begin(), deployments.end(), isBefore);
    if (request.queryValue("sortOrder") == "desc")
        std::reverse(deployments.begin(), deployments.end());
}

} // namespace

void listDeployments(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string id = inbound.request.queryValue("litellm_model_id");
    Deployments found = usable(*inbound.identity.caller, *context.snapshot);
    std::erase_if(found, [&id](const Deployment *deployment) { return !id.empty() && deployment->id != id; });
    if (found.empty() && !id.empty())
        return answerRefusal(inbound, "Model id = " + id + " not found on litellm proxy");
    wire::JsonWriter json;
    json.beginObject().key("data");
    writeAll(json, found, *context.snapshot);
    answerJson(inbound, json.endObject().take());
}

void listDeploymentPage(pipeline::Context &context, pipeline::Inbound inbound)
{
    Deployments found = asked(inbound.request, usable(*inbound.identity.caller, *context.snapshot));
    sort(found, inbound.request);
    const auto total = static_cast<std::int64_t>(found.size());
    const std::int64_t size = numberOf(inbound.request, "size", usualPage, largestPage);
    const std::int64_t page = numberOf(inbound.request, "page", 1, std::int64_t(1) << 32);
    const std::int64_t begin = std::min(total, (page - 1) * size), end = std::min(total, begin + size);
    wire::JsonWriter json;
    json.beginObject().key("data");
    writeAll(json, {found.begin() + begin, found.begin() + end}, *context.snapshot);
    json.key("total_count").number(total).key("current_page").number(page);
    json.key("total_pages").number((total + size - 1) / size).key("size").number(size);
    answerJson(inbound, json.endObject().take());
}

} // namespace gatehouse::admin
