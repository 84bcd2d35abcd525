// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/health.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/check_question.h"
#include "gateway/admin/health_check.h"
#include "gateway/admin/standing_record.h"
#include "gateway/auth/identify.h"
#include "gateway/routing/blocked.h"

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
        return !routing::isBlocked(deployment) && takesRequests(health.standing(health.enroll(deployment.id), now));
    };
    return deployments.empty() || std::any_of(deployments.begin(), deployments.end(), isServed);
}

bool isAdmin(pipeline::Context &context, const pipeline::Inbound &inbound)
{
    const auto identity = context.identify(inbound.request);
    return identity && identity->isAdmin;
}

// All deployments, or those of ?model= or ?model_id=.
Result<std::vector<const Deployment *>> askedFor(const pipeline::Context &context, const wire::Request &request)
{
    const std::string model = request.queryValue("model"), id = request.queryValue("model_id");
    std::vector<const Deployment *> asked;
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        const bool isModel =
            model.empty() || deployment.group == model || deployment.litellmModel == model || deployment.id == model;
        if (isModel && (id.empty() || deployment.id == id))
            asked.push_back(&deployment);
    }
    if (asked.empty() && !id.empty())
        return Failure {Error {Fault::NotFound, "Model with ID '" + id + "' not found"}};
    if (asked.empty() && !model.empty())
        return Failure {Error {Fault::NotFound, "Model '" + model + "' not found in router configuration"}};
    return asked;
}

// What background checks have found of the \a asked; nothing where there are none, or before their first round has ended.
std::vector<Finding> findingsOfBefore(const pipeline::Context &context, const std::vector<const Deployment *> &asked)
{
    std::vector<Finding> findings;
    const pipeline::HealthCheckRules &rules = context.snapshot->settings.healthChecks;
    for (const Deployment *deployment : asked) {
        if (!rules.isInBackground || !isCheckedInBackground(*deployment, rules))
            continue;
        if (auto checked = context.shared.checks.find(deployment->id))
            findings.push_back({deployment, std::move(*checked)});
    }
    return findings;
}

} // namespace

void showLiveliness(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, "\"I'm alive!\"");
}

void showReadiness(pipeline::Context &context, pipeline::Inbound inbound)
{
    const Deployments &deployments = context.snapshot->router.deployments();
    const std::string_view database = context.shared.keeper.isConnected() ? "connected" : "Not connected";
    wire::JsonWriter json;
    json.beginObject();
    if (canServe(context, deployments))
        return answerJson(inbound, json.key("status").string("healthy").key("db").string(database).endObject().take());
    json.key("status").string("unhealthy").key("db").string(database);
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
    const auto found = askedFor(context, inbound.request);
    if (!found)
        return answerDetail(inbound, found.error().httpStatus(), found.error().message);
    const pipeline::HealthCheckRules &rules = context.snapshot->settings.healthChecks;
    if (const auto findings = findingsOfBefore(context, *found); !findings.empty()) {
        const ReportView view {rules.showsDetails, inbound.identity.isAdmin, true};
        return answerJson(inbound, checkReport(findings, view), reportStatus(findings));
    }
    std::vector<const Deployment *> asked;
    for (const Deployment *deployment : *found) {
        if (canBeChecked(*deployment) && !(rules.skipsDisabled && isLeftOut(*deployment)))
            asked.push_back(deployment);
    }
    HealthCheck::begin(context, std::move(inbound), asked);
}

} // namespace gatehouse::admin
