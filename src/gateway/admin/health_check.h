// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <QObject>

namespace gatehouse::admin {

/// Calls deployments with a question of a few tokens and answers when all have answered. Deletes itself; on one worker's thread.
class HealthCheck final : public QObject, private wire::ReplyListener
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, std::vector<const Deployment *> deployments);
    ~HealthCheck() override;

private:
    class Probe;

    HealthCheck(pipeline::Context &context, pipeline::Inbound inbound);
    void onClientGone() override;
    void onClientDrained() override { }
    void onProbed();
    void answer();

    pipeline::Context &m_context;
    std::shared_ptr<const pipeline::Snapshot> m_snapshot;
    pipeline::Inbound m_inbound;
    std::vector<std::unique_ptr<Probe>> m_probes;
    std::size_t m_waiting = 0;
};

} // namespace gatehouse::admin
