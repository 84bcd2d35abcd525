// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/error.h"
#include "gateway/core/principal.h"
#include "gateway/limits/ledger.h"
#include "gateway/people/kind.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse {
struct Callbacks;
}

namespace gatehouse::people {

/// None = the key has no user, or one without a row: it may call models and look, and administer nothing.
enum class Role { None, ProxyAdmin, ProxyAdminViewer, OrgAdmin, InternalUser, InternalUserViewer, Team, Customer };
std::string_view toString(Role role); ///< "" for None
Role roleFrom(std::string_view text);

/// The models that somebody's list names; levels without a list, or with one that names all, have none of these.
struct AllowedModels {
    Kind level = Kind::Key;
    std::vector<std::string> names = {}; ///< of groups and access groups, with stars; groups in the database are written out
    bool isNone = false;                 ///< "no-default-models"
};

/// A limit for one model.
struct ModelClaim {
    std::string model; ///< as the limit names it: a group, or a provider's own name
    limits::Claim claim;
};

/// An end user, as far as its calls are concerned.
struct Customer {
    limits::Claim claim;
    bool isBlocked = false;
    std::string region = {};       ///< allowed_model_region
    std::string defaultModel = {}; ///< of calls that name none
};

/// What a key amounts to: compiled from the key, its user, team, member, organization and project, and never changed. Rights are
/// the intersection of theirs; everybody's limits bind.
struct Caller {
    std::shared_ptr<const Principal> who;
    Role role = Role::None;
    bool isAdmin = false; ///< may do everything
    std::optional<Clock::Wall> expires = {};
    std::string keyName = {};          ///< "sk-...wxyz"
    std::optional<Error> refusal = {}; ///< why no call is served: the key or somebody behind it is blocked
    std::vector<AllowedModels> models = {};
    std::vector<std::pair<std::string, std::string>> aliases = {}; ///< names of models that stand for others
    std::vector<std::string> routes = {};                          ///< allowed_routes; empty = all that the role may
    std::vector<std::string> tags = {};                            ///< added to each call's
    std::shared_ptr<const Callbacks> callbacks = {};               ///< sinks of its own; none = it has none
    std::vector<std::string> requiredParams = {};                  ///< enforced_params
    bool mayMock = false;                                          ///< metadata.allow_client_mock_response
    std::vector<std::string> cacheControls = {};                   ///< allowed_cache_controls; empty = all
    std::string cacheHabits = {};                                  ///< metadata.cache, a JSON object; empty = none
    std::vector<std::string> guardrails = {};                      ///< that its calls have to pass
    bool declinesGuardrails = false;                               ///< disable_global_guardrails: those for every call
    std::vector<limits::Claim> claims = {};                        ///< in LiteLLM's order: the first without room refuses
    std::string accounts = {};                                     ///< those of the claims, as receipts tell them
    std::vector<ModelClaim> modelClaims = {};
    std::optional<Clock::Wall> freshUntil = {}; ///< then something in it is over: a temporary budget, a key that was replaced

    const std::string &userId() const { return who->userId; }
    const std::string &teamId() const { return who->teamId; }
};

} // namespace gatehouse::people
