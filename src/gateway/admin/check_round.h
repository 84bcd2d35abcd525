// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/check_probe.h"
#include "gateway/admin/check_report.h"

#include <QObject>

namespace gatehouse::admin {

/// Asks several deployments whether they are well, as many at the same time as the configuration allows. On one worker's thread;
/// destroying it cancels.
class CheckRound final : public QObject
{
    Q_OBJECT
public:
    /// \a deployments are of the worker's configuration. \a onDone is called once, from the event loop; the round may be
    /// destroyed by it.
    CheckRound(pipeline::Context &context, const std::vector<const Deployment *> &deployments, std::function<void()> onDone);
    ~CheckRound() override;

    void start();
    /// What was found, when all is done.
    std::vector<Finding> findings() const;

private:
    void onProbed();
    void startMore();

    std::shared_ptr<const pipeline::Snapshot> m_snapshot;
    std::function<void()> m_onDone;
    std::vector<std::unique_ptr<CheckProbe>> m_probes;
    std::size_t m_next = 0; // to be started
    std::size_t m_running = 0;
    bool m_isStarting = false;
};

} // namespace gatehouse::admin
