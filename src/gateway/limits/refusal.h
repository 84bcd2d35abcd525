// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/limits/claim.h"

namespace gatehouse::limits {

/// Why a claim has no room, in figures.
struct Refusal {
    enum class What { Budget, Requests, Tokens, Parallel };
    What what = What::Requests;
    std::int64_t limit = 0, used = 0;                   ///< nano-dollars of a budget
    std::int64_t reserved = 0, asked = 0;               ///< by running calls, and by this one
    std::optional<Clock::Wall> resetAt = {};            ///< of a budget
    std::optional<std::chrono::milliseconds> wait = {}; ///< until it is worth another try; nothing = it is not
};

/// The first of \a limits that \a ask runs into with \a account, whose window stands at \a now; nothing = there is room.
std::optional<Refusal> findRefusal(const Account &account, const Limits &limits, const Ask &ask, Clock::Instant now);

/// What the caller is told: who it is that has no more, which limit, what is left, and when it begins anew.
Error toError(const Refusal &refusal, const Claim &claim, Clock::Wall wall);

/// "2026-01-31 12:00:00 UTC", rounded up to the second.
std::string timeText(Clock::Wall time);

} // namespace gatehouse::limits
