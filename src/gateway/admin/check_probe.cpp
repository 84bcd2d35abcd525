// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/check_probe.h"

#include "gateway/admin/check_question.h"
#include "gateway/admin/check_sound.h"

namespace gatehouse::admin {

CheckProbe::CheckProbe(pipeline::Context &context, Patient patient, std::function<void()> onDone)
    : m_context(context)
    , m_patient(std::move(patient))
    , m_onDone(std::move(onDone))
    , m_call(checkCall(m_patient.deployment))
{
}

CheckProbe::~CheckProbe() = default;

void CheckProbe::start()
{
    m_startedAt = m_context.clock.now();
    if (isInOutage()) // alarms are part of the drill
        return end(Error {Fault::ServiceUnavailable, "simulated outage"});
    if (m_call.operation != Operation::Transcription)
        return send();
    IntakeListener &listener = *this;
    m_intake = std::make_unique<pipeline::FormIntake>(
        pipeline::FormIntake::Origin {soundForm(), std::string(soundBoundary), m_context.shared.spoolDirectory, true}, listener);
    m_intake->start();
}

bool CheckProbe::isInOutage() const
{
    routing::Health &health = m_context.shared.health;
    return m_patient.isConfigured && health.isInOutage(health.enroll(m_patient.deployment.id), m_startedAt);
}

void CheckProbe::onFormReady()
{
    if (!m_try)
        send();
}

void CheckProbe::send()
{
    TryListener &listener = *this;
    const Deployment &deployment = m_patient.deployment;
    pipeline::Trial trial {m_call, {&deployment, checkedModel(deployment)}};
    trial.intake = m_intake.get();
    m_try = std::make_unique<pipeline::Try>(m_context, m_patient.snapshot, std::move(trial), listener);
    m_try->start();
}

void CheckProbe::onDone(pipeline::Try &from)
{
    takeLimits(from.headers());
    end(std::nullopt);
}

void CheckProbe::onFailed(pipeline::Try &from, Error error)
{
    takeLimits(from.headers());
    end(std::move(error));
}

void CheckProbe::takeLimits(const wire::Headers &headers)
{
    for (const char *name : {"x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens"}) {
        if (headers.has(name))
            m_found.limits.emplace_back(name, headers.value(name));
    }
}

void CheckProbe::end(std::optional<Error> error)
{
    m_found.at = m_context.clock.wall();
    m_found.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
    m_found.error = std::move(error);
    if (m_patient.isConfigured)
        m_context.shared.checks.file(m_patient.deployment.id, m_found);
    m_onDone();
}

} // namespace gatehouse::admin
