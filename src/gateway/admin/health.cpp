// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/health.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/health_check.h"

namespace gatehouse::admin {

void showLiveliness(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, "\"I'm alive!\"");
}

void showReadiness(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, R"({"status":"healthy","db":"Not connected"})");
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
