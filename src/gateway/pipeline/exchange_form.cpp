// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How an Exchange begins whose request is a form with files: takeForm → onFormReady → admit → tryNext, and on as always. The call
// may be on its way to a provider before the form has come to its end. A field behind a file makes that a lost bet: the attempt
// is dropped (its form was never whole, so nobody could answer it) and the call is admitted again when all is known.
#include "gateway/pipeline/exchange.h"

#include "gateway/auth/identify.h"

namespace gatehouse::pipeline {

void Exchange::takeForm()
{
    open();
    const Settings &settings = m_snapshot->settings;
    // Before anything is taken in: nobody uploads without a key.
    if (const auto identity = m_context.identify(m_inbound.request); !identity)
        return settle(Outcome::Refused, &identity.error());
    auto boundary = wire::boundaryOf(m_inbound.request.headers.value("content-type"));
    if (!boundary)
        return settle(Outcome::Refused, &boundary.error());
    const bool isModelKnown = !settings.completionModel.empty() || !m_inbound.pathModel.empty();
    FormIntake::Origin origin {
        std::move(m_inbound.request.stream), std::move(*boundary), m_context.shared.spoolDirectory, isModelKnown};
    IntakeListener &listener = *this;
    m_intake = std::make_unique<FormIntake>(std::move(origin), listener);
    m_intake->start();
}

void Exchange::onFormReady()
{
    if (m_settled)
        return;
    auto fields = m_intake->fields();
    if (!fields)
        return settle(Outcome::Refused, &fields.error());
    const std::string file = m_inbound.operation == Operation::ImageEdit ? "image" : "file";
    const Error noFile {Fault::InvalidRequest, "Missing required parameter: '" + file + "'.", 0, {}, file};
    if (!m_intake->hasFiles())
        return settle(Outcome::Refused, &noFile);
    m_inbound.request.body = std::move(*fields);
    m_inbound.isReadForm = true;
    captureForm(*m_capture, m_inbound.request.body);
    setOut();
}

void Exchange::onFormTurned()
{
    if (m_settled)
        return;
    if (m_begun)
        return onFormFailed({Fault::InvalidRequest, "a field of the form came behind its file, after the answer had begun"});
    ++m_round;
    m_legs.clear();
    m_changed.reset();
    m_guarding.reset();
    m_plan.reset();
    m_deployment = nullptr;
    m_firstError.reset();
    m_tries = 0;
    m_paused = false;
}

void Exchange::onFormFailed(Error error)
{
    if (m_settled)
        return;
    dropAll(error.fault);
    if (m_begun)
        return endBegun(error, false);
    settle(m_plan ? Outcome::Failed : Outcome::Refused, &error);
}

} // namespace gatehouse::pipeline
