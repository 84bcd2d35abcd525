// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/routing/budgets.h"
#include "gateway/routing/choose.h"
#include "gateway/routing/cooldown.h"
#include "gateway/routing/filters.h"
#include "gateway/routing/wildcard.h"
#include "gateway/wire/call.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::routing {

/// A second copy of a request that is late (router_settings.hedge).
struct Hedge {
    std::optional<std::chrono::milliseconds> after = {}; ///< none = when it is later than 95 of 100 were
    int max = 0;                                         ///< copies beside the first; 0 = off
};

/// What holds for a group beside the router's own settings.
struct GroupRules {
    std::optional<bool> continues = {}; ///< midstream: a broken stream goes on at another deployment
    std::optional<Hedge> hedge = {};
    FaultPolicy retries = {}; ///< model_group_retry_policy
    bool coalesces = false;   ///< identical requests that are under way at the same time are one
};

/// Deployments that share a model_name, or stand behind one wildcard pattern.
struct Group {
    std::string name;
    std::vector<const Deployment *> deployments = {};
    std::string unserved = {}; ///< why none of its entries can be called, when none can
    GroupRules rules = {};
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

/// Which group a failed call is sent to next depends on how it failed.
enum class FallbackKind { General, ContextWindow, ContentPolicy };

/// What the router is made of: model_list and router_settings, compiled.
struct Table {
    std::vector<Deployment> deployments;
    std::vector<std::pair<std::string, std::string>> unserved; ///< model_name, reason
    std::map<std::string, Alias, std::less<>> aliases;
    wire::Fallbacks fallbacks;
    std::optional<wire::Fallbacks> contextWindowFallbacks, contentPolicyFallbacks; ///< none = the others serve for them too
    int maxFallbacks = 5;
    Filters filters;
    BudgetRules budgets = {};
    StrategySettings strategy;
    std::size_t latencySamples = 10; ///< max_latency_list_size
    CooldownRules cooldown;
    FaultPolicy retries; ///< retry_policy
    bool continues = false;
    Hedge hedge;
    bool coalesces = false;
    std::map<std::string, GroupRules, std::less<>> groups; ///< of those that have rules of their own
};

/// Model names → deployments, and the rules of routing. Immutable; part of a Snapshot, read by all workers at once.
class Router
{
public:
    explicit Router(Table table);
    Router(const Router &) = delete;
    Router &operator=(const Router &) = delete;

    /// Order: deployment id, alias, group, wildcard pattern (longest first; then with the provider's prefix put before the
    /// name), configured provider model. \a choice in [0, 1) picks among an alias's weighted targets.
    std::optional<Found> find(std::string_view model, double choice = 0) const;

    bool hasWildcards() const { return !m_wildcards.empty(); }
    /// Names for /v1/models: visible aliases, then groups in the order of the configuration.
    std::vector<std::string> names(bool withWildcards) const;
    const std::vector<Deployment> &deployments() const { return m_table.deployments; }
    const std::vector<Group> &groups() const { return m_groups; }
    const BudgetRules &budgets() const { return m_table.budgets; }
    const Table &rules() const { return m_table; }

    bool continues(const Group &group) const { return group.rules.continues.value_or(m_table.continues); }
    Hedge hedgeOf(const Group &group) const { return group.rules.hedge.value_or(m_table.hedge); }
    bool coalesces(const Group &group) const { return group.rules.coalesces || m_table.coalesces; }
    /// Whether a choice looks at rpm and tpm.
    bool keepsLimits() const;
    /// Whether the input of a call has to be counted before it is sent anywhere.
    bool countsTokens() const { return m_countsTokens; }

private:
    const Group *groupNamed(std::string_view name) const;
    std::optional<Found> findWildcard(std::string_view model) const;
    std::optional<Found> findConfigured(std::string_view model) const;

    Table m_table;
    bool m_countsTokens = false;
    std::vector<Group> m_groups; // in the order of the configuration
    std::map<std::string, std::size_t, std::less<>> m_byName;
    std::vector<std::pair<Wildcard, std::size_t>> m_wildcards; // most specific first
};

/// What \a fallbacks say about \a group: its own entry, else that of the name without its provider's prefix, else "*"'s.
const std::vector<wire::Fallback> *entryOf(const wire::Fallbacks &fallbacks, const std::string &group);

} // namespace gatehouse::routing
