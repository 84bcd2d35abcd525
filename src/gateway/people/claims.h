// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/caller.h"
#include "gateway/people/ground.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::people {

/// The claim on the account of a record, with the limits of \a fields, and of the budget it names. Gives the account its
/// schedule.
limits::Claim claimOf(Kind kind, std::string_view id, const QJsonObject &fields, const Ground &ground);
/// Those on a key's or a team's accounts for single models.
std::vector<ModelClaim> modelClaimsOf(Kind kind, const std::string &id, const QJsonObject &fields, const Ground &ground);
/// An end user; none = he is not known and there is no budget for such.
std::optional<Customer> customerOf(std::string_view customer, const Ground &ground);
/// That of a tag; none = it is not known.
std::optional<limits::Claim> tagClaim(std::string_view tag, const Ground &ground);
/// Those of whom the administrator's key speaks for: \a who is not the key's own principal.
std::vector<limits::Claim> claimsOn(const Principal &who, const Ground &ground);
/// That of everybody together.
limits::Claim proxyClaim(const Ground &ground);

} // namespace gatehouse::people
