// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/router.h"

#include "gateway/providers/table.h"
#include "gateway/routing/blocked.h"

#include <algorithm>

namespace gatehouse::routing {

Router::Router(Table table)
    : m_table(std::move(table))
{
    const auto groupFor = [this](const std::string &name) -> Group & {
        const auto [position, isNew] = m_byName.try_emplace(name, m_groups.size());
        if (isNew)
            m_groups.push_back({name});
        return m_groups[position->second];
    };
    for (const Deployment &deployment : m_table.deployments) {
        Group &group = groupFor(deployment.group);
        if (isBlocked(deployment))
            group.unserved = blockedWords;
        else
            group.deployments.push_back(&deployment);
    }
    for (const auto &[name, reason] : m_table.unserved)
        groupFor(name).unserved = reason;
    for (Group &group : m_groups) {
        if (const auto rules = m_table.groups.find(group.name); rules != m_table.groups.end())
            group.rules = rules->second;
    }
    const auto hasTokenLimit = [](const Deployment &deployment) { return deployment.tpm.has_value(); };
    const auto &all = m_table.deployments;
    m_countsTokens = m_table.filters.checksCalls || (keepsLimits() && std::any_of(all.begin(), all.end(), hasTokenLimit));
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (m_groups[i].name.find('*') != std::string::npos)
            m_wildcards.emplace_back(Wildcard(m_groups[i].name), i);
    }
    std::stable_sort(
        m_wildcards.begin(), m_wildcards.end(), [](const auto &a, const auto &b) { return a.first.isBefore(b.first); });
}

const Group *Router::groupNamed(std::string_view name) const
{
    const auto position = m_byName.find(name);
    return position == m_byName.end() ? nullptr : &m_groups[position->second];
}

std::optional<Found> Router::findWildcard(std::string_view model) const
{
    for (const auto &[wildcard, index] : m_wildcards) {
        if (auto captured = wildcard.match(model))
            return Found {&m_groups[index], nullptr, std::move(*captured)};
    }
    return std::nullopt;
}

namespace {

const std::string &target(const Alias &alias, double choice)
{
    double total = 0;
    for (const auto &[name, weight] : alias.targets)
        total += weight;
    double left = choice * total;
    for (const auto &[name, weight] : alias.targets) {
        if (left < weight)
            return name;
        left -= weight;
    }
    return alias.targets.back().first;
}

// "*" for "*": every other way to a model is the better one.
bool isAnyModel(const Group &group)
{
    return group.name == "*" && !group.deployments.empty() && group.deployments.front()->litellmModel == "*";
}

} // namespace

std::optional<Found> Router::find(std::string_view model, double choice) const
{
    if (const Group *group = groupNamed(model))
        return Found {group};
    if (const auto alias = m_table.aliases.find(model); alias != m_table.aliases.end() && !alias->second.targets.empty()) {
        const std::string &name = target(alias->second, choice);
        if (const Group *group = groupNamed(name))
            return Found {group};
        auto found = findWildcard(name);
        return found ? found : findConfigured(name);
    }
    for (const Deployment &deployment : m_table.deployments) {
        if (deployment.id == model && !isBlocked(deployment))
            return Found {groupNamed(deployment.group), &deployment};
    }
    auto found = findWildcard(model);
    if (found && !isAnyModel(*found->group))
        return found;
    if (const auto name = providers::resolve(model, {}, {}); !name.providerName.empty()) {
        if (auto prefixed = findWildcard(name.providerName + "/" + std::string(model)); prefixed && !isAnyModel(*prefixed->group))
            return prefixed;
    }
    return found ? found : findConfigured(model);
}

std::optional<Found> Router::findConfigured(std::string_view model) const
{
    for (const Deployment &deployment : m_table.deployments) {
        if (deployment.litellmModel == model && !isBlocked(deployment))
            return Found {groupNamed(deployment.group), &deployment};
    }
    return std::nullopt;
}

const std::vector<wire::Fallback> *entryOf(const wire::Fallbacks &fallbacks, const std::string &group)
{
    auto entry = fallbacks.find(group);
    if (entry == fallbacks.end()) {
        if (const std::size_t slash = group.find('/'); slash != std::string::npos)
            entry = fallbacks.find(group.substr(slash + 1));
    }
    if (entry == fallbacks.end())
        entry = fallbacks.find("*");
    return entry == fallbacks.end() ? nullptr : &entry->second;
}

bool Router::keepsLimits() const
{
    switch (m_table.strategy.strategy) {
    case Strategy::Latency:
    case Strategy::Usage:
    case Strategy::UsageV2:
    case Strategy::Cost:
    case Strategy::Adaptive: return true;
    default: return m_table.filters.checksCalls || m_table.filters.checksLimits;
    }
}

std::vector<std::string> Router::names(bool withWildcards) const
{
    std::vector<std::string> result;
    for (const auto &[name, alias] : m_table.aliases) {
        if (!alias.hidden)
            result.push_back(name);
    }
    for (const Group &group : m_groups) {
        const bool isOutOfService = group.deployments.empty() && group.unserved == blockedWords;
        if (!isOutOfService && (withWildcards || group.name.find('*') == std::string::npos))
            result.push_back(group.name);
    }
    return result;
}

} // namespace gatehouse::routing
