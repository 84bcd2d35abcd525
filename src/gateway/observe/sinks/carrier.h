// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"

#include <cstdint>
#include <functional>
#include <string>

namespace gatehouse::observe::sinks {

/// How a sink fares.
struct Figures {
    std::string name;
    std::uint64_t sent = 0;    ///< reports that arrived
    std::uint64_t failed = 0;  ///< … that its server would not have
    std::uint64_t dropped = 0; ///< … for which there was no room any more
    std::uint64_t retries = 0; ///< requests that failed and were sent again later
    std::size_t waiting = 0;   ///< reports in memory
    std::uint64_t onDisk = 0;  ///< bytes
    std::string trouble = {};  ///< why the last request failed; empty = it did not
};

/// Brings reports to where they are to go, whatever stands in its way. Lives on the observer's thread.
class Carrier
{
public:
    virtual ~Carrier() = default;
    virtual void take(std::string report) = 0;
    /// Sends what waits now, without waiting for more.
    virtual void hurry() = 0;
    /// Nothing waits or is on its way, or what waits must wait for long.
    virtual bool isAtRest() const = 0;
    /// Nothing waits at all.
    virtual bool isEmpty() const = 0;
    /// Keeps on disk what has not arrived: the end.
    virtual void keep() = 0;
    virtual Figures figures() const = 0;
};

/// Where a carrier says what the operator should know.
using Warn = std::function<void(const std::string &)>;

} // namespace gatehouse::observe::sinks
