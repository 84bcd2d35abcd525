// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/limits/claim.h"
#include "gateway/people/kind.h"

#include <string>
#include <string_view>
#include <vector>

/// The names of accounts, under which the ledger, the journal and SQL know who is charged.
namespace gatehouse::people {

/// "key:<token>", "team:<id>" …; of a member "member:<team>/<user>".
std::string accountOf(Kind kind, std::string_view id);
/// What a key or a team has spent on one model: "key_model:<token>/<model>".
std::string modelAccountOf(Kind kind, std::string_view id, std::string_view model);
/// The accounts of \a claims as receipts tell them: a list in JSON.
std::string accountsText(const std::vector<limits::Claim> &claims);
std::string memberId(std::string_view group, std::string_view user);

inline constexpr std::string_view proxyAccount = "proxy";

} // namespace gatehouse::people
