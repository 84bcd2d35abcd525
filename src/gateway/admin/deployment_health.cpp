// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/deployment_health.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/standing_record.h"

#include <cmath>

namespace gatehouse::admin {

namespace {

using std::chrono::milliseconds;

constexpr double longestOutage = 7 * 24 * 60; // minutes

// The deployment of the path; when there is none, the request has been answered.
const Deployment *deploymentOf(const pipeline::Context &context, pipeline::Inbound &inbound)
{
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        if (deployment.id == inbound.pathModel)
            return &deployment;
    }
    answerDetail(inbound, 404, "Deployment '" + inbound.pathModel + "' not found");
    return nullptr;
}

void answerStanding(pipeline::Context &context, pipeline::Inbound &inbound, const Deployment &deployment)
{
    wire::JsonWriter json;
    writeStanding(json, deployment, context);
    answerJson(inbound, json.take());
}

void say(const pipeline::Context &context, const Deployment &deployment, const std::string &what)
{
    const std::string message = "deployment " + deployment.id + " (" + deployment.group + ") " + what + " by an administrator";
    context.shared.log.say(observe::Log::Level::Info, {observe::Log::Category::Routing, message});
}

// How long an outage is asked for; nothing = the body does not say it as it should.
std::optional<milliseconds> outageOf(const std::string &body)
{
    const auto json = wire::JsonObject::parse(body);
    const auto minutes = json ? wire::jsonNumber(json->find("minutes")) : std::nullopt;
    if (!minutes || !(*minutes > 0) || *minutes > longestOutage)
        return std::nullopt;
    return milliseconds(std::llround(std::ceil(*minutes * 60'000)));
}

std::string minutesText(milliseconds time)
{
    const auto tenths = (time.count() + 5999) / 6000;
    return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : std::string()) + " minutes";
}

} // namespace

void listDeploymentHealth(pipeline::Context &context, pipeline::Inbound inbound)
{
    wire::JsonWriter json;
    json.beginObject().key("deployments").beginArray();
    for (const Deployment &deployment : context.snapshot->router.deployments())
        writeStanding(json, deployment, context);
    answerJson(inbound, json.endArray().endObject().take());
}

void showDeploymentHealth(pipeline::Context &context, pipeline::Inbound inbound)
{
    if (const Deployment *deployment = deploymentOf(context, inbound))
        answerStanding(context, inbound, *deployment);
}

void closeDeployment(pipeline::Context &context, pipeline::Inbound inbound)
{
    const Deployment *deployment = deploymentOf(context, inbound);
    if (!deployment)
        return;
    routing::Health &health = context.shared.health;
    if (health.close(health.enroll(deployment->id), context.clock.now())) {
        observe::Signal signal {observe::Signal::Kind::DeploymentIsBack, deployment->id};
        signal.text = deployment->id + " (" + deployment->group + ") was closed by an administrator";
        signal.at = context.clock.wall();
        context.shared.observer.tell(std::move(signal));
    }
    say(context, *deployment, "was closed");
    answerStanding(context, inbound, *deployment);
}

void beginOutage(pipeline::Context &context, pipeline::Inbound inbound)
{
    const Deployment *deployment = deploymentOf(context, inbound);
    if (!deployment)
        return;
    const auto time = outageOf(inbound.request.body);
    if (!time)
        return answerRefusal(
            inbound, R"(an outage needs {"minutes": N} with N above 0 and at most 10080 (a week); for example {"minutes": 5})");
    routing::Health &health = context.shared.health;
    health.setOutage(health.enroll(deployment->id), context.clock.now() + *time);
    say(context, *deployment, "was given a simulated outage of " + minutesText(*time));
    answerStanding(context, inbound, *deployment);
}

void endOutage(pipeline::Context &context, pipeline::Inbound inbound)
{
    const Deployment *deployment = deploymentOf(context, inbound);
    if (!deployment)
        return;
    routing::Health &health = context.shared.health;
    health.setOutage(health.enroll(deployment->id), Clock::Instant());
    say(context, *deployment, "had its simulated outage ended");
    answerStanding(context, inbound, *deployment);
}

} // namespace gatehouse::admin
