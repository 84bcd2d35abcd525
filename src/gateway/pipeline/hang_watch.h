// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/life.h"
#include "gateway/pipeline/shared.h"

#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse::pipeline {

/// Looks now and then which calls of a worker run for too long, and tells the observer once of each. On the worker's thread; a
/// call pays nothing for it.
class HangWatch
{
public:
    HangWatch(observe::Observer &observer, const std::vector<Life *> &running);

    /// Calls that run for \a patience are told of from now on; none = no call is.
    void configure(std::optional<std::chrono::milliseconds> patience);
    void look(Clock::Wall now);

private:
    observe::Observer &m_observer;
    const std::vector<Life *> &m_running;
    std::chrono::milliseconds m_patience {0};
    QTimer m_timer;
};

} // namespace gatehouse::pipeline
