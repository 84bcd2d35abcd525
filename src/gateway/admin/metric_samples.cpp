// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/metric_samples.h"

#include "gateway/admin/standing_record.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/metrics/process.h"
#include "gateway/people/claims.h"
#include "gateway/people/fields.h"

#include <algorithm>
#include <limits>

namespace gatehouse::admin {

namespace {

using observe::metrics::Label;
using observe::metrics::Sample;
using people::Kind;
using Names = std::vector<std::pair<Label, std::string>>;

double inDollars(Money money)
{
    constexpr double nano = 1e9;
    return static_cast<double>(money.nanoDollars) / nano;
}

/// The three metrics of a kind's budget.
struct BudgetNames {
    Kind kind;
    Label id;
    std::string_view remaining, most, hours;
};
constexpr BudgetNames keyBudget {Kind::Key, Label::HashedApiKey, "litellm_remaining_api_key_budget_metric",
    "litellm_api_key_max_budget_metric", "litellm_api_key_budget_remaining_hours_metric"};
constexpr BudgetNames teamBudget {Kind::Team, Label::Team, "litellm_remaining_team_budget_metric",
    "litellm_team_max_budget_metric", "litellm_team_budget_remaining_hours_metric"};
constexpr BudgetNames userBudget {Kind::User, Label::User, "litellm_remaining_user_budget_metric",
    "litellm_user_max_budget_metric", "litellm_user_budget_remaining_hours_metric"};

/// One page's worth, being gathered.
class Gatherer
{
public:
    Gatherer(pipeline::Shared &shared, const pipeline::Snapshot &snapshot, const observe::Lookout &lookout)
        : m_shared(shared)
        , m_snapshot(snapshot)
        , m_metrics(lookout.metrics())
        , m_sinks(lookout.sinks())
        , m_ground {shared.directory, shared.ledger, snapshot.settings.people}
    {
    }

    std::vector<Sample> gather()
    {
        m_samples = observe::metrics::processSamples();
        addProgram();
        for (const auto &sink : m_sinks.figures())
            add("litellm_callback_logging_failures_metric", {{Label::CallbackName, sink.name}},
                static_cast<double>(sink.failed + sink.dropped));
        for (const Deployment &deployment : m_snapshot.router.deployments())
            addDeployment(deployment);
        for (const routing::BudgetStatus &status : m_shared.budgets.providers(m_clock.wall()))
            add("litellm_provider_remaining_budget_metric", {{Label::ApiProvider, status.name}},
                inDollars(status.rule.limit) - inDollars(status.spent));
        forEach(keyBudget, [this](const people::Record &record) { addKey(record); });
        forEach(teamBudget, [this](const people::Record &record) { addTeam(record); });
        forEach(userBudget, [this](const people::Record &record) { addUser(record); });
        return std::move(m_samples);
    }

private:
    void add(std::string_view metric, Names names, double value) { m_samples.push_back({metric, std::move(names), value}); }

    void addProgram()
    {
        add("gatehouse_build_info", {{Label::Version, GATEHOUSE_VERSION}}, 1);
        add("gatehouse_calls_running", {}, static_cast<double>(m_shared.ring.running()));
        add("gatehouse_observer_waiting", {}, static_cast<double>(m_shared.observer.waiting()));
        add("gatehouse_observer_dropped", {}, static_cast<double>(m_shared.observer.dropped()));
        add("gatehouse_journal_writable", {}, m_shared.journal.isWritable() ? 1 : 0);
        double bytes = 0;
        if (m_shared.journal.isOpen()) {
            for (const store::Segment &segment : m_shared.journal.segments())
                bytes += static_cast<double>(segment.bytes);
        }
        add("gatehouse_journal_bytes", {}, bytes);
        add("litellm_total_users_metric", {}, static_cast<double>(m_shared.directory.count(Kind::User)));
        add("litellm_teams_count_metric", {}, static_cast<double>(m_shared.directory.count(Kind::Team)));
    }

    void addDeployment(const Deployment &deployment)
    {
        const Station &station = *deployment.station;
        const auto standing = m_shared.health.standing(m_shared.health.enroll(deployment.id), m_clock.now());
        const bool isPartial = standing.state == routing::BreakerState::HalfOpen || standing.failuresThisMinute > 0;
        const Names names {{Label::LitellmModelName, deployment.model}, {Label::ModelId, station.id},
            {Label::ApiBase, station.apiBase}, {Label::ApiProvider, station.provider}};
        add("litellm_deployment_state", names, !takesRequests(standing) ? 2 : isPartial ? 1 : 0);
        if (deployment.tpm)
            add("litellm_deployment_tpm_limit", names, *deployment.tpm);
        if (deployment.rpm)
            add("litellm_deployment_rpm_limit", names, *deployment.rpm);
        add("gatehouse_deployment_attempts_running", {{Label::ModelId, station.id}, {Label::ModelGroup, station.group}},
            standing.inFlight);
    }

    template <typename Show> void forEach(const BudgetNames &names, Show show)
    {
        if (m_metrics.settings().showsAllBudgets) {
            for (const auto &record : m_shared.directory.all(names.kind)) {
                if (m_samples.size() < m_metrics.settings().shape.mostSeries)
                    show(*record);
            }
            return;
        }
        for (const std::string_view id : m_metrics.seen(names.id)) {
            if (const auto record = m_shared.directory.find(names.kind, id))
                show(*record);
        }
    }

    void addBudget(const BudgetNames &names, const Names &who, const limits::Claim &claim)
    {
        const auto standing = m_shared.ledger.standing(*claim.account, m_clock.now(), m_clock.wall());
        const auto &budget = claim.limits.budget;
        add(names.remaining, who,
            budget ? inDollars(*budget) - inDollars(standing.spent) : std::numeric_limits<double>::infinity());
        if (budget)
            add(names.most, who, inDollars(*budget));
        if (budget && standing.resetAt) {
            constexpr double secondsInHour = 3600;
            const std::chrono::duration<double> left = *standing.resetAt - m_clock.wall();
            add(names.hours, who, std::max(0.0, left.count() / secondsInHour));
        }
    }

    void addKey(const people::Record &record)
    {
        const auto caller = people::compileKey(record, m_ground, m_clock.wall());
        const Names who {{Label::HashedApiKey, record.id}, {Label::ApiKeyAlias, caller->who->keyAlias}};
        const auto claim = std::find_if(caller->claims.begin(), caller->claims.end(),
            [](const limits::Claim &each) { return each.subject == limits::Subject::Key; });
        if (claim != caller->claims.end()) {
            addBudget(keyBudget, who, *claim);
            addRates(who, *claim);
        }
        for (const people::ModelClaim &each : caller->modelClaims) {
            if (each.claim.subject == limits::Subject::KeyModel)
                addModelRates(who, each);
        }
    }

    void addRates(const Names &who, const limits::Claim &claim)
    {
        if (!claim.limits.haveWindow())
            return;
        const auto standing = m_shared.ledger.standing(*claim.account, m_clock.now(), m_clock.wall());
        if (claim.limits.tokens) {
            add("gatehouse_api_key_tpm_limit", who, static_cast<double>(*claim.limits.tokens));
            add("gatehouse_api_key_tpm_used", who, static_cast<double>(standing.tokens));
        }
        if (claim.limits.requests) {
            add("gatehouse_api_key_rpm_limit", who, static_cast<double>(*claim.limits.requests));
            add("gatehouse_api_key_rpm_used", who, static_cast<double>(standing.requests));
        }
    }

    void addModelRates(Names who, const people::ModelClaim &model)
    {
        who.emplace_back(Label::Model, model.model);
        who.emplace_back(Label::ModelId, std::string());
        const auto standing = m_shared.ledger.standing(*model.claim.account, m_clock.now(), m_clock.wall());
        const auto left = [](std::int64_t most, std::int64_t used) {
            return static_cast<double>(std::max<std::int64_t>(most - used, 0));
        };
        if (model.claim.limits.requests)
            add("litellm_remaining_api_key_requests_for_model", who, left(*model.claim.limits.requests, standing.requests));
        if (model.claim.limits.tokens)
            add("litellm_remaining_api_key_tokens_for_model", who, left(*model.claim.limits.tokens, standing.tokens));
    }

    void addTeam(const people::Record &record)
    {
        const QJsonObject fields = people::objectFrom(record.json);
        addBudget(teamBudget, {{Label::Team, record.id}, {Label::TeamAlias, people::textIn(fields, "team_alias")}},
            people::claimOf(Kind::Team, record.id, fields, m_ground));
    }

    void addUser(const people::Record &record)
    {
        addBudget(userBudget, {{Label::User, record.id}},
            people::claimOf(Kind::User, record.id, people::objectFrom(record.json), m_ground));
    }

    pipeline::Shared &m_shared;
    const pipeline::Snapshot &m_snapshot;
    const observe::metrics::Metrics &m_metrics;
    const observe::sinks::Sinks &m_sinks;
    const people::Ground m_ground;
    const Clock m_clock;
    std::vector<Sample> m_samples;
};

} // namespace

std::vector<Sample> metricSamples(pipeline::Shared &shared, const pipeline::Snapshot &snapshot, const observe::Lookout &lookout)
{
    return Gatherer(shared, snapshot, lookout).gather();
}

} // namespace gatehouse::admin
