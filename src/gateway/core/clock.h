// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>

namespace gatehouse {

/// Time as it is passed around: monotonic for measuring, wall for the record. Tests pass their own.
class Clock
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Wall = std::chrono::system_clock::time_point;

    virtual ~Clock() = default;
    virtual Instant now() const { return std::chrono::steady_clock::now(); }
    virtual Wall wall() const { return std::chrono::system_clock::now(); }
};

} // namespace gatehouse
