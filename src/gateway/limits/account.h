// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/claim.h"
#include "gateway/limits/reset_time.h"
#include "gateway/limits/window.h"

namespace gatehouse::limits {

/// The live figures of one somebody. All but the name is behind the lock of the Ledger. What every call looks at comes first and
/// together: of a hundred thousand accounts none is in the processor's cache.
struct Account {
    static constexpr std::size_t hotBytes = 112; ///< from the beginning to resetAt

    explicit Account(std::string_view called)
        : name(called)
    {
    }

    std::unique_ptr<Window> window = {}; ///< none until somebody claims requests or tokens of it: a kilobyte each
    std::int64_t parallel = 0;           ///< calls that run
    std::int64_t reservedTokens = 0;     ///< of them; kept until they end, however long that is
    Money base = {};                     ///< spent in this period, as SQL has it
    Money pending = {};                  ///< spent besides, not yet booked
    Money reserved = {};                 ///< by the calls that run
    std::optional<Money> soft = {};      ///< of who claimed of it last
    std::optional<Money> budget = {};    ///< of who claimed of it last
    int mark = 0;                        ///< of the budget, the highest that was told in this period
    bool isSoftened = false;             ///< the soft one was reached in this period, and that was told
    bool isForgotten = false;            ///< the Ledger does not know it any longer; calls may still hold of it
    Clock::Wall begun = {};              ///< of this period: what ended before is not of it
    std::optional<Clock::Wall> resetAt = {};

    const std::string name;
    std::optional<Schedule> schedule = {};

    bool isDue(Clock::Wall wall) const { return resetAt && *resetAt <= wall; }
    Money spent() const { return base + pending; }
    /// Spent, as it is once a period that is over by \a wall has ended.
    Money spentBy(Clock::Wall wall) const { return isDue(wall) ? Money {} : spent(); }
    /// The window, brought to \a second and made when there was none.
    Window &windowAt(std::int64_t second);
    Window::Use usedAt(std::int64_t second) const; ///< tokens with the reserved ones
};

} // namespace gatehouse::limits
