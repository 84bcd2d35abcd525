// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace gatehouse::pipeline {

/// A request that is being answered. Stands in its worker's Context from its first moment to its last, and deletes itself.
class Life
{
public:
    virtual ~Life() = default;
    /// The gateway stops: says so to the caller, as far as that can still be said, and ends.
    virtual void shutDown() = 0;

    std::size_t place = 0; ///< in Context::running
};

} // namespace gatehouse::pipeline
