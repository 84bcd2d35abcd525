// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/trial.h"

#include "gateway/admin/answers.h"
#include "gateway/catalogue/describe.h"
#include "gateway/providers/compile.h"
#include "gateway/translate/translate.h"

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
    : m_context(context)
    , m_snapshot(context.snapshot)
    , m_inbound(std::move(inbound))
    , m_plan(std::move(plan))
    , m_reading(std::make_shared<TrialReading>())
{
    context.enter(*this);
    m_inbound.reply->listen(this);
    connect(m_reading.get(), &TrialReading::come, this, &Trial::onRead, Qt::QueuedConnection);
}

Trial::~Trial()
{
    if (m_inbound.reply)
        m_inbound.reply->listen(nullptr);
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
    if (m_ended)
        return;
    const Result<Deployment> &deployment = *m_reading->deployment;
    if (!deployment)
        return answer(m_plan.refuse(deployment.error()));
    m_experiment = m_plan.make(m_context, *deployment, [this](std::string json) { answer(std::move(json)); });
    m_experiment->start();
}

void Trial::answer(std::string json, int status)
{
    if (m_ended)
        return;
    answerJson(m_inbound, std::move(json), status);
    end();
}

void Trial::shutDown()
{
    const Error stopping {Fault::ShuttingDown, "the gateway is shutting down; please try again"};
    answer(translate::errorBody(stopping, Dialect::OpenAiChat), stopping.httpStatus());
}

void Trial::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_inbound.reply->listen(nullptr);
    m_context.leave(*this);
    deleteLater();
}

} // namespace gatehouse::admin
