// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/people_rules.h"

#include "gateway/pipeline/metrics_rules.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using config::Value;

std::optional<Money> amount(const Value &value)
{
    return value.isNull() ? std::nullopt : moneyFrom(value.asString());
}

std::string json(const Value &value)
{
    return value.isNull() ? std::string() : value.toJson();
}

std::string firstText(std::initializer_list<Value> values)
{
    const auto said = std::find_if(values.begin(), values.end(), [](const Value &each) { return !each.isNull(); });
    return said == values.end() ? std::string() : said->asString();
}

std::vector<std::string> customerHeaders(const config::Config &config)
{
    std::vector<std::string> names;
    for (const Value &mapping : config.get("general_settings.user_header_mappings").items()) {
        if (mapping.find("litellm_user_role").asString() == "customer")
            names.push_back(mapping.find("header_name").asString());
    }
    if (const std::string name = config.get("general_settings.user_header_name").asString(); !name.empty())
        names.push_back(name);
    return names;
}

std::vector<std::string> labelMembers(const config::Config &config)
{
    std::vector<std::string> names;
    for (const Value &entry : config.get("litellm_settings.custom_prometheus_metadata_labels").items()) {
        const std::vector<std::string> path = metadataPath(entry.asString());
        if (!path.empty() && std::find(names.begin(), names.end(), path.front()) == names.end())
            names.push_back(path.front());
    }
    return names;
}

} // namespace

people::Policy peopleRules(const config::Config &config)
{
    people::Policy policy;
    policy.maxBudget = amount(config.get("litellm_settings.max_budget"));
    if (policy.maxBudget && policy.maxBudget->nanoDollars == 0) // LiteLLM's word for none
        policy.maxBudget.reset();
    policy.budgetDuration = config.get("litellm_settings.budget_duration").asString();
    const std::string zone =
        firstText({config.get("litellm_settings.timezone"), config.get("general_settings.litellm_settings.timezone")});
    if (!zone.empty())
        policy.zone = zone;
    policy.customerBudget = amount(config.get("litellm_settings.max_end_user_budget"));
    policy.customerBudgetId = config.get("litellm_settings.max_end_user_budget_id").asString();
    policy.userBudget = amount(config.get("litellm_settings.max_internal_user_budget"));
    if (!policy.userBudget)
        policy.userBudget = amount(config.get("litellm_settings.default_max_internal_user_budget"));
    policy.userBudgetDuration = config.get("litellm_settings.internal_user_budget_duration").asString();
    policy.defaultTeam = json(config.get("litellm_settings.default_team_params"));
    policy.teamSettings = json(config.get("litellm_settings.default_team_settings"));
    policy.defaultUser = json(config.get("litellm_settings.default_internal_user_params"));
    policy.defaultKey = json(config.get("litellm_settings.default_key_generate_params"));
    policy.upperBounds = json(config.get("litellm_settings.upperbound_key_generate_params"));
    policy.keyGeneration = json(config.get("litellm_settings.key_generation_settings"));
    policy.tagBudgets = json(config.get("litellm_settings.tag_budget_config"));
    policy.requiredParams = config.get("general_settings.enforced_params").asStrings();
    policy.customerHeaders = customerHeaders(config);
    policy.labelMembers = labelMembers(config);
    policy.requiresUser = config.get("general_settings.enforce_user_param").asBool();
    policy.refusesClientTags = config.get("general_settings.reject_clientside_metadata_tags").asBool();
    return policy;
}

} // namespace gatehouse::pipeline
