// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/alerts/watcher.h"
#include "gateway/observe/settings.h"
#include "gateway/observe/signal.h"

#include <memory>

namespace gatehouse::observe {

/// Everybody who looks on: metrics, series, sinks, alerts. Lives on the observer's thread, where all of it is called; it is told
/// of each receipt and each signal in the order in which they came.
class Lookout
{
public:
    void configure(std::shared_ptr<const Settings> settings);
    void onReceipt(const std::shared_ptr<const Receipt> &receipt);
    void onSignal(const Signal &signal);
    /// Once a second.
    void onTick(Clock::Wall now);

    alerts::Watcher &alerts() { return m_alerts; }

private:
    alerts::Watcher m_alerts;
    std::shared_ptr<const Settings> m_settings = std::make_shared<const Settings>();
};

} // namespace gatehouse::observe
