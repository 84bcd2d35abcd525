// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/sink.h"
#include "gateway/upstream/client.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::observe::sinks {

/// A made-up call that shows whether a sink's server takes reports.
Receipt sampleReceipt(bool isFailure, Clock::Wall now);

/// Sends one report and tells how that went: the status, or why there was none. Belongs to Sinks.
class Probe final : private upstream::AttemptListener
{
public:
    using Told = std::function<void(Result<std::string>)>;
    Probe(std::string name, Told told);
    /// \a told is called later, from the event loop.
    void begin(upstream::Client &client, Post post);
    bool isOver() const { return m_isOver; }
    /// Nothing will come of it any more.
    void giveUp();

private:
    void onHead(int status, wire::Headers) override { m_status = status; }
    void onBytes(std::string_view) override { }
    void onEnded(Result<> outcome) override;

    std::string m_name;
    Told m_told;
    int m_status = 0;
    bool m_isOver = false;
    std::unique_ptr<upstream::Attempt> m_attempt;
};

} // namespace gatehouse::observe::sinks
