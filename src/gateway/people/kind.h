// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace gatehouse::people {

/// What is administered. A row of kind.cpp each.
enum class Kind {
    Key,        ///< id: the token, which is the key's SHA-256 in hex
    RetiredKey, ///< the token of a key that was regenerated and is still good for a while
    DeletedKey,
    User,
    Team,
    DeletedTeam,
    Member,   ///< of a team; id: team/user
    Customer, ///< an end user
    Organization,
    OrganizationMember, ///< id: organization/user
    Project,
    Tag,
    Budget,
    AccessGroup,
    Credential,
    Model,
    Setting,
    Guardrail,
    Invitation,
};

/// As SQL and the names of accounts have it: "key".
std::string_view toString(Kind kind);
std::optional<Kind> kindFrom(std::string_view text);
/// LiteLLM's name of the table, for its audit log: "LiteLLM_VerificationToken".
std::string_view tableOf(Kind kind);

} // namespace gatehouse::people
