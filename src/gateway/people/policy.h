// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::people {

/// What the configuration says about everybody.
struct Policy {
    std::optional<Money> maxBudget = {};      ///< litellm_settings.max_budget: of all calls together
    std::string budgetDuration = {};          ///< litellm_settings.budget_duration
    std::string zone = "UTC";                 ///< litellm_settings.timezone: where a day begins
    std::optional<Money> customerBudget = {}; ///< litellm_settings.max_end_user_budget: of customers without one of their own
    std::string customerBudgetId = {};        ///< litellm_settings.max_end_user_budget_id: the same as a budget
    std::string adminId = "default_user_id";  ///< the user whose the master key is
    std::string adminEmail = {};

    std::optional<Money> userBudget = {}; ///< litellm_settings.max_internal_user_budget: of a new user
    std::string userBudgetDuration = {};  ///< litellm_settings.internal_user_budget_duration

    // JSON, as the configuration has them; empty = not said.
    std::string defaultTeam = {};   ///< litellm_settings.default_team_params
    std::string teamSettings = {};  ///< litellm_settings.default_team_settings: a list, each with a team_id
    std::string defaultUser = {};   ///< litellm_settings.default_internal_user_params
    std::string defaultKey = {};    ///< litellm_settings.default_key_generate_params
    std::string upperBounds = {};   ///< litellm_settings.upperbound_key_generate_params
    std::string keyGeneration = {}; ///< litellm_settings.key_generation_settings

    std::string tagBudgets = {}; ///< litellm_settings.tag_budget_config: of tags that nobody has made

    std::vector<std::string> requiredParams = {}; ///< general_settings.enforced_params: of every call
    std::vector<std::string> customerHeaders =
        {}; ///< general_settings.user_header_name, user_header_mappings: they name the end user
    std::vector<std::string> labelMembers = {}; ///< of metadata, that litellm_settings.custom_prometheus_metadata_labels names
    bool requiresUser = false;                  ///< general_settings.enforce_user_param
    bool refusesClientTags = false;             ///< general_settings.reject_clientside_metadata_tags
};

} // namespace gatehouse::people
