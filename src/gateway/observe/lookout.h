// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/alerts/watcher.h"
#include "gateway/observe/metrics/metrics.h"
#include "gateway/observe/series/book.h"
#include "gateway/observe/settings.h"
#include "gateway/observe/signal.h"
#include "gateway/observe/sinks/sinks.h"
#include "gateway/observe/surroundings.h"
#include "gateway/observe/traffic/book.h"

#include <memory>

namespace gatehouse::observe {

/// Everybody who looks on: metrics, series, sinks, alerts. Lives on the observer's thread, where all of it is called; it is told
/// of each receipt and each signal in the order in which they came.
class Lookout
{
public:
    explicit Lookout(Surroundings surroundings = {});

    void configure(std::shared_ptr<const Settings> settings);
    void onReceipt(const std::shared_ptr<const Receipt> &receipt);
    void onSignal(const Signal &signal);
    /// The call of \a capture has ended, and its receipt was seen.
    void onCapture(traffic::Capture &capture);
    /// All that waited has been seen.
    void onAllSeen();
    /// Once a second.
    void onTick(Clock::Wall now);

    alerts::Watcher &alerts() { return m_alerts; }
    const metrics::Metrics &metrics() const { return m_metrics; }
    const series::Book &series() const { return m_series; }
    traffic::Book &traffic() { return m_traffic; }

    sinks::Sinks &sinks() { return m_sinks; }
    const sinks::Sinks &sinks() const { return m_sinks; }

private:
    alerts::Watcher m_alerts;
    std::shared_ptr<const Settings> m_settings = std::make_shared<const Settings>();
    metrics::Metrics m_metrics;
    series::Book m_series;
    sinks::Sinks m_sinks;
    traffic::Book m_traffic;
};

} // namespace gatehouse::observe
