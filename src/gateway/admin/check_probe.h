// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/try.h"

#include <functional>

namespace gatehouse::admin {

/// One deployment being asked whether it is well, by one try that goes the way of any request: with its token, signed, decoded.
/// What it finds is filed. Nothing is counted as a request of its deployment. Destroying it cancels.
class CheckProbe final : private pipeline::TryListener, private pipeline::IntakeListener
{
public:
    /// \a onDone may be called from inside start(); the probe must not be destroyed by it.
    CheckProbe(pipeline::Context &context, std::shared_ptr<const pipeline::Snapshot> snapshot, const Deployment &deployment,
        std::function<void()> onDone);
    ~CheckProbe();

    void start();
    const Deployment &deployment() const { return m_deployment; }
    const pipeline::Checked &found() const { return m_found; }

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

    pipeline::Context &m_context;
    std::shared_ptr<const pipeline::Snapshot> m_snapshot;
    const Deployment &m_deployment;
    const std::function<void()> m_onDone;
    const wire::Call m_call;
    Clock::Instant m_startedAt;
    std::unique_ptr<pipeline::FormIntake> m_intake; // of a transcription
    std::unique_ptr<pipeline::Try> m_try;
    pipeline::Checked m_found;
};

} // namespace gatehouse::admin
