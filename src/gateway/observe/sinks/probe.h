// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/transport.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::observe::sinks {

/// A made-up call that shows whether a sink's server takes reports.
Receipt sampleReceipt(bool isFailure, Clock::Wall now);

/// Sends one report, once, and tells how that went.
class Probe
{
public:
    using Told = std::function<void(const Answer *)>; ///< null = nothing will come of it any more
    Probe(std::unique_ptr<Transport> transport, Told told);
    /// How it went is told later, from the event loop.
    void send(std::string report);
    bool isOver() const { return !m_told; }
    void giveUp();

private:
    void end(const Answer *answer);

    std::unique_ptr<Transport> m_transport;
    Told m_told;
    std::string m_report;
    std::unique_ptr<Transit> m_transit;
};

} // namespace gatehouse::observe::sinks
