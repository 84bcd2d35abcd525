// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/people/caller.h"
#include "gateway/people/directory.h"
#include "gateway/people/policy.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse::people {

/// What callers are compiled from.
struct Ground {
    const Directory &directory;
    limits::Ledger &ledger;
    const Policy &policy;
};

/// What the key of \a record amounts to.
std::shared_ptr<const Caller> compileKey(const Record &record, const Ground &ground, Clock::Wall now);
/// The same of the master key, which may do everything. \a token is what it is charged under.
std::shared_ptr<const Caller> compileMaster(std::string_view token, const Ground &ground);

/// Somebody without a key.
std::shared_ptr<const Caller> compileStranger(const Ground &ground);

/// The claim on the account of a record, with the limits of \a fields, and of the budget it names. Gives the account its
/// schedule.
limits::Claim claimOf(Kind kind, std::string_view id, const QJsonObject &fields, const Ground &ground);
/// An end user; none = he is not known and there is no budget for such.
std::optional<Customer> customerOf(std::string_view customer, const Ground &ground);
/// That of a tag; none = it is not known.
std::optional<limits::Claim> tagClaim(std::string_view tag, const Ground &ground);
/// Those of whom the administrator's key speaks for: \a who is not the key's own principal.
std::vector<limits::Claim> claimsOn(const Principal &who, const Ground &ground);
/// That of everybody together.
limits::Claim proxyClaim(const Ground &ground);

} // namespace gatehouse::people
