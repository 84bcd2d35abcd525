// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace gatehouse {
struct Receipt;
}

namespace gatehouse::pipeline {

/// A request that is being answered. Stands in its worker's Context from its first moment to its last, and deletes itself.
class Life
{
public:
    virtual ~Life() = default;
    /// The gateway stops: says so to the caller, as far as that can still be said, and ends.
    virtual void shutDown() = 0;
    /// An administrator ends it: the caller is told so.
    virtual void abort() { shutDown(); }
    /// As far as it has got; none = there will be none.
    virtual const Receipt *receipt() const { return nullptr; }

    std::size_t place = 0; ///< in Context::running
    bool isLate = false;   ///< that it hangs was told
};

} // namespace gatehouse::pipeline
