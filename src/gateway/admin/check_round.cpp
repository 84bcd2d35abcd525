// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/check_round.h"

#include <QTimer>

namespace gatehouse::admin {

CheckRound::CheckRound(
    pipeline::Context &context, const std::vector<const Deployment *> &deployments, std::function<void()> onDone)
    : m_snapshot(context.snapshot)
    , m_onDone(std::move(onDone))
{
    for (const Deployment *deployment : deployments)
        m_probes.push_back(std::make_unique<CheckProbe>(context, Patient {m_snapshot, *deployment}, [this] { onProbed(); }));
}

CheckRound::~CheckRound() = default;

void CheckRound::start()
{
    startMore();
}

// A probe may be done before its start() returns, and startMore() goes on by itself then.
void CheckRound::onProbed()
{
    --m_running;
    if (!m_isStarting)
        startMore();
}

void CheckRound::startMore()
{
    const std::size_t most = m_snapshot->settings.healthChecks.concurrency;
    m_isStarting = true;
    while (m_next < m_probes.size() && (most == 0 || m_running < most)) {
        ++m_running;
        m_probes[m_next++]->start();
    }
    m_isStarting = false;
    if (m_running > 0 || !m_onDone)
        return;
    QTimer::singleShot(0, this, [onDone = std::exchange(m_onDone, nullptr)] {
        const auto done = onDone; // what it destroys may be this very function
        done();
    });
}

std::vector<Finding> CheckRound::findings() const
{
    std::vector<Finding> all;
    all.reserve(m_probes.size());
    for (const auto &probe : m_probes)
        all.push_back({&probe->deployment(), probe->found()});
    return all;
}

} // namespace gatehouse::admin
