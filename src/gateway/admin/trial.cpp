// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/trial.h"

#include "gateway/catalogue/describe.h"
#include "gateway/providers/compile.h"

namespace gatehouse::admin {

Result<Deployment> trialDeployment(const Secret &entry, const config::Reading &reading, const catalogue::Catalogue &catalogue)
{
    const auto read = config::readEntry(entry, reading);
    if (!read)
        return Failure {read.error()};
    auto deployment = providers::compile(*read, reading.environment);
    if (!deployment)
        return deployment;
    if (const auto said = catalogue::describe(*deployment, *read, catalogue); !said.empty())
        return Failure {Error {Fault::NotBuiltYet, said.front().message}};
    return deployment;
}

void Trial::begin(pipeline::Context &context, pipeline::Inbound inbound, TrialPlan plan)
{
    auto *trial = new Trial(context, std::move(inbound), std::move(plan));
    trial->ask();
}

Trial::Trial(pipeline::Context &context, pipeline::Inbound inbound, TrialPlan plan)
    : PendingAnswer(context, std::move(inbound))
    , m_snapshot(context.snapshot)
    , m_plan(std::move(plan))
    , m_reading(std::make_shared<TrialReading>())
{
    connect(m_reading.get(), &TrialReading::come, this, &Trial::onRead, Qt::QueuedConnection);
}

void Trial::ask()
{
    m_context.shared.lendReading(
        [answer = m_reading, snapshot = m_snapshot, entry = m_plan.entry](const config::Reading &reading) {
            answer->deployment = trialDeployment(entry, reading, snapshot->catalogue);
            Q_EMIT answer->come();
        });
}

void Trial::onRead()
{
    if (hasEnded())
        return;
    const Result<Deployment> &deployment = *m_reading->deployment;
    if (!deployment)
        return answer(m_plan.refuse(deployment.error()));
    m_experiment = m_plan.make(m_context, *deployment, [this](std::string json) { answer(std::move(json)); });
    m_experiment->start();
}

} // namespace gatehouse::admin
