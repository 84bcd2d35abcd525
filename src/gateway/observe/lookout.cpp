// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/lookout.h"

namespace gatehouse::observe {

void Lookout::configure(std::shared_ptr<const Settings> settings)
{
    m_settings = std::move(settings);
    m_alerts.configure(m_settings->alerts);
    m_metrics.configure(m_settings->metrics);
}

void Lookout::onReceipt(const std::shared_ptr<const Receipt> &receipt)
{
    m_alerts.onReceipt(*receipt);
    m_metrics.onReceipt(*receipt);
    m_series.onReceipt(*receipt);
}

void Lookout::onSignal(const Signal &signal)
{
    m_alerts.onSignal(signal);
}

void Lookout::onTick(Clock::Wall now)
{
    m_alerts.onTick(now);
}

} // namespace gatehouse::observe
