// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/routing/budgets.h"
#include "gateway/routing/filters.h"
#include "gateway/routing/wildcard.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::routing {

/// Deployments that share a model_name, or stand behind one wildcard pattern.
struct Group {
    std::string name;
    std::vector<const Deployment *> deployments = {};
    std::string unserved; ///< why none of its entries can be called, when none can
};

/// Another name for a group. LiteLLM's plain and {model, hidden} forms have one target.
struct Alias {
    std::vector<std::pair<std::string, double>> targets = {}; ///< group, weight
    bool hidden = false;
};

/// A model name found in the configuration.
struct Found {
    const Group *group = nullptr;
    const Deployment *only = nullptr;       ///< called by its id: this one and no other
    std::vector<std::string> captured = {}; ///< what the pattern's stars stood for
};

/// What the router is made of.
struct Table {
    std::vector<Deployment> deployments;
    std::vector<std::pair<std::string, std::string>> unserved; ///< model_name, reason
    std::map<std::string, Alias, std::less<>> aliases;
    std::map<std::string, std::vector<std::string>, std::less<>> fallbacks; ///< group (or "*") → groups
    int maxFallbacks = 5;
    Filters filters;
    BudgetRules budgets = {};
};

/// Model names → deployments. Immutable; part of a Snapshot, read by all workers at once.
class Router
{
public:
    explicit Router(Table table);
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    /// Order: deployment id, alias, group, wildcard pattern (longest first; then with the provider's prefix put before the
    /// name), configured provider model. \a choice in [0, 1) picks among an alias's weighted targets.
    std::optional<Found> find(std::string_view model, double choice = 0) const;

    /// Groups to try after \a group, in order: its fallbacks, each followed by its own, none twice.
    std::vector<std::string> fallbacksOf(const std::string &group) const;

    bool hasWildcards() const { return !m_wildcards.empty(); }
    /// Names for /v1/models: visible aliases, then groups in the order of the configuration.
    std::vector<std::string> names(bool withWildcards) const;
    const std::vector<Deployment> &deployments() const { return m_table.deployments; }
    const Filters &filters() const { return m_table.filters; }
    const BudgetRules &budgets() const { return m_table.budgets; }

private:
    const Group *groupNamed(std::string_view name) const;
    std::optional<Found> findWildcard(std::string_view model) const;
    std::optional<Found> findConfigured(std::string_view model) const;
    void addFallbacks(const std::string &group, std::vector<std::string> &found) const;

    Table m_table;
    std::vector<Group> m_groups; // in the order of the configuration
    std::map<std::string, std::size_t, std::less<>> m_byName;
    std::vector<std::pair<Wildcard, std::size_t>> m_wildcards; // most specific first
};

} // namespace gatehouse::routing
