// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/health.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/health_check.h"
#include "gateway/admin/standing_record.h"
#include "gateway/auth/identify.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using Deployments = std::vector<Deployment>;

// With no deployment at all there is nothing that rests: the gateway waits for its configuration.
bool canServe(pipeline::Context &context, const Deployments &deployments)
{
    routing::Health &health = context.shared.health;
    const auto now = context.clock.now();
    const auto isServed = [&](const Deployment &deployment) {
        return takesRequests(health.standing(health.enroll(deployment.id), now));
    };
    return deployments.empty() || std::any_of(deployments.begin(), deployments.end(), isServed);
}

bool isAdmin(const pipeline::Context &context, const pipeline::Inbound &inbound)
{
    const auto identity = auth::identify(inbound.request, context.snapshot->settings.auth);
    return identity && identity->isAdmin;
}

} // namespace

void showLiveliness(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, "\"I'm alive!\"");
}

void showReadiness(pipeline::Context &context, pipeline::Inbound inbound)
{
    const Deployments &deployments = context.snapshot->router.deployments();
    if (canServe(context, deployments))
        return answerJson(inbound, R"({"status":"healthy","db":"Not connected"})");
    wire::JsonWriter json;
    json.beginObject().key("status").string("unhealthy").key("db").string("Not connected");
    json.key("detail").string("Service Unhealthy (no deployment takes requests)");
    if (isAdmin(context, inbound)) { // who has no key learns nothing of what stands behind the door
        json.key("deployments").beginArray();
        for (const Deployment &deployment : deployments)
            writeStanding(json, deployment, context);
        json.endArray();
    }
    answerJson(inbound, json.endObject().take(), 503);
}

void checkHealth(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string model = inbound.request.queryValue("model");
    std::vector<const Deployment *> deployments;
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        const bool isAsked =
            model.empty() || deployment.group == model || deployment.litellmModel == model || deployment.id == model;
        const std::string &mode = deployment.mode;
        const bool canBeAsked = mode.empty() || mode == "chat" || mode == "responses" || mode == "embedding";
        if (isAsked && canBeAsked && !deployment.isWildcard())
            deployments.push_back(&deployment);
    }
    if (deployments.empty() && !model.empty())
        return answerDetail(inbound, 404, "Model '" + model + "' not found in router configuration");
    HealthCheck::begin(context, std::move(inbound), std::move(deployments));
}

} // namespace gatehouse::admin
