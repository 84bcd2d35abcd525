// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/health_check.h"

#include "gateway/admin/answers.h"

namespace gatehouse::admin {

void HealthCheck::begin(pipeline::Context &context, pipeline::Inbound inbound, const std::vector<const Deployment *> &deployments)
{
    auto *check = new HealthCheck(context, std::move(inbound), deployments);
    check->m_round->start();
}

HealthCheck::HealthCheck(
    pipeline::Context &context, pipeline::Inbound inbound, const std::vector<const Deployment *> &deployments)
    : PendingAnswer(context, std::move(inbound))
    , m_showsDetails(context.snapshot->settings.healthChecks.showsDetails)
    , m_round(std::make_unique<CheckRound>(context, deployments, [this] { onRoundDone(); }))
{
}

void HealthCheck::shutDown()
{
    if (!m_round)
        return;
    answerDetail(m_inbound, 503, "The gateway is shutting down");
    finish();
}

void HealthCheck::onRoundDone()
{
    const auto findings = m_round->findings();
    answerJson(m_inbound, checkReport(findings, {m_showsDetails, m_inbound.identity.isAdmin}), reportStatus(findings));
    finish();
}

void HealthCheck::finish()
{
    m_round.reset();
    end();
}

} // namespace gatehouse::admin
