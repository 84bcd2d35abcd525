// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/try.h"

#include <functional>

namespace gatehouse::admin {

/// Whom a probe asks. Both outlive it.
struct Patient {
    std::shared_ptr<const pipeline::Snapshot> snapshot;
    const Deployment &deployment;
    bool isConfigured = true; ///< else nobody knows of it: there is no drill of it, and what is found of it is not filed
};

/// One deployment being asked whether it is well, by one try that goes the way of any request: with its token, signed, decoded.
/// What it finds is filed. Nothing is counted as a request of its deployment. Destroying it cancels.
class CheckProbe final : private pipeline::TryListener, private pipeline::IntakeListener
{
public:
    /// \a onDone may be called from inside start(); the probe must not be destroyed by it.
    CheckProbe(pipeline::Context &context, Patient patient, std::function<void()> onDone);
    ~CheckProbe();

    void start();
    const Deployment &deployment() const { return m_patient.deployment; }
    const pipeline::Checked &found() const { return m_found; }
    /// The provider was sent the question, and nothing came back.
    bool isUnanswered() const { return m_try && m_try->isAsked() && m_try->status() == 0; }
    /// What the answer used, as far as its provider told.
    Usage usage() const { return m_try ? m_try->usage() : Usage(); }

private:
    void onWords(pipeline::Try &, std::string_view) override { }
    void onDone(pipeline::Try &from) override;
    void onFailed(pipeline::Try &from, Error error) override;
    void onFormReady() override;
    void onFormTurned() override { }
    void onFormFailed(Error error) override { end(std::move(error)); }

    void send();
    void takeLimits(const wire::Headers &headers);
    void end(std::optional<Error> error);
    bool isInOutage() const;

    pipeline::Context &m_context;
    const Patient m_patient;
    const std::function<void()> m_onDone;
    const wire::Call m_call;
    Clock::Instant m_startedAt;
    std::unique_ptr<pipeline::FormIntake> m_intake; // of a transcription
    std::unique_ptr<pipeline::Try> m_try;
    pipeline::Checked m_found;
};

} // namespace gatehouse::admin
