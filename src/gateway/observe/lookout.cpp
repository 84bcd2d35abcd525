// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/lookout.h"

namespace gatehouse::observe {

Lookout::Lookout(Surroundings surroundings)
    : m_sinks(std::move(surroundings))
{
}

void Lookout::configure(std::shared_ptr<const Settings> settings)
{
    m_settings = std::move(settings);
    m_alerts.configure(m_settings->alerts);
    m_metrics.configure(m_settings->metrics);
    m_sinks.configure(m_settings->sinks);
    m_traffic.configure(m_settings->traffic);
}

void Lookout::onReceipt(const std::shared_ptr<const Receipt> &receipt)
{
    m_alerts.onReceipt(*receipt);
    m_metrics.onReceipt(*receipt);
    m_series.onReceipt(*receipt);
    m_sinks.onReceipt(*receipt);
}

void Lookout::onSignal(const Signal &signal)
{
    m_alerts.onSignal(signal);
    if (signal.check)
        m_metrics.onCheck(*signal.check);
}

void Lookout::onCapture(traffic::Capture &capture)
{
    m_traffic.add(capture);
}

void Lookout::onAllSeen()
{
    m_traffic.flush();
}

void Lookout::onTick(Clock::Wall now)
{
    m_alerts.onTick(now);
    m_sinks.onTick(Clock().now());
}

} // namespace gatehouse::observe
