// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/background_checks.h"

#include "gateway/admin/check_question.h"
#include "gateway/pipeline/redact.h"

namespace gatehouse::admin {

namespace {

using Level = observe::Log::Level;
using Category = observe::Log::Category;

bool isIll(const pipeline::Checked &checked, bool ignoresTransient)
{
    if (!checked.error)
        return false;
    const int status = checked.error->httpStatus();
    return !ignoresTransient || (status != 408 && status != 429);
}

// The groups that somebody is left to serve.
std::set<std::string> servedGroups(const std::vector<Deployment> &all, const pipeline::CheckBook &book, bool ignoresTransient)
{
    std::set<std::string> served;
    for (const Deployment &deployment : all) {
        const auto checked = book.find(deployment.id);
        if (!checked || !isIll(*checked, ignoresTransient))
            served.insert(deployment.group);
    }
    return served;
}

routing::Ended endedOf(const Error &error)
{
    routing::Ended ended;
    ended.fault = error.fault;
    ended.status = error.httpStatus();
    ended.reason = "health check: " + error.message;
    return ended;
}

AttemptRecord recordOf(const Finding &finding)
{
    const auto &[deployment, checked] = finding;
    AttemptRecord record {deployment->id};
    record.group = deployment->group;
    record.provider = deployment->provider.name;
    record.station = deployment->station;
    record.duration = checked.duration;
    record.status = checked.error ? checked.error->httpStatus() : 200;
    if (checked.error) {
        record.fault = checked.error->fault;
        record.error = "health check: " + pipeline::withoutSecrets(checked.error->message, deployment->apiKey);
        record.hasMadeRest = true;
    }
    return record;
}

} // namespace

std::vector<const Finding *> toRest(const std::vector<Finding> &findings, const std::vector<Deployment> &all,
    const pipeline::CheckBook &book, bool ignoresTransient)
{
    const auto served = servedGroups(all, book, ignoresTransient);
    std::vector<const Finding *> resting;
    for (const Finding &finding : findings) {
        if (isIll(finding.checked, ignoresTransient) && served.count(finding.deployment->group) > 0)
            resting.push_back(&finding);
    }
    return resting;
}

BackgroundChecks::BackgroundChecks(pipeline::Context &context)
    : m_context(context)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { begin(false); });
}

BackgroundChecks::~BackgroundChecks() = default;

void BackgroundChecks::configure()
{
    if (!rules().isInBackground) {
        m_timer.stop();
        m_round.reset();
        return;
    }
    if (m_round)
        return; // onDone() looks at the configuration again
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > rules().interval)
        m_timer.start(rules().interval);
    begin(true);
}

void BackgroundChecks::begin(bool onlyNew)
{
    std::vector<const Deployment *> asked;
    for (const Deployment &deployment : m_context.snapshot->router.deployments()) {
        const bool isNew = onlyNew && !m_context.shared.checks.find(deployment.id);
        if ((isNew || !onlyNew) && isCheckedInBackground(deployment, rules()))
            asked.push_back(&deployment);
    }
    if (asked.empty() && onlyNew)
        return;
    m_timer.stop();
    m_round = std::make_unique<CheckRound>(m_context, asked, [this] { onDone(); });
    m_round->start();
}

void BackgroundChecks::onDone()
{
    const std::unique_ptr<CheckRound> round = std::move(m_round);
    const auto findings = round->findings();
    for (const Finding &finding : findings)
        tell(finding);
    steer(findings);
    m_timer.start(rules().interval);
    begin(true);
}

// A line when a deployment changes, and not one a round.
void BackgroundChecks::tell(const Finding &finding)
{
    const auto &[deployment, checked] = finding;
    const std::string who = "health check: deployment " + deployment->id + " (" + deployment->group + ") ";
    if (checked.error && m_ill.insert(deployment->id).second)
        m_context.shared.log.say(Level::Warning, {Category::Routing, who + "is not well: " + checked.error->message});
    if (!checked.error && m_ill.erase(deployment->id) > 0)
        m_context.shared.log.say(Level::Info, {Category::Routing, who + "is well again"});
}

// Requests may have failed at it meanwhile, and let it rest by the rules for these: a real answer is news to that as well.
void BackgroundChecks::steer(const std::vector<Finding> &findings)
{
    routing::Health &health = m_context.shared.health;
    const auto now = m_context.clock.now();
    for (const Finding &finding : findings) {
        const bool wasIll = !finding.checked.error && m_resting.erase(finding.deployment->id) > 0;
        if (wasIll && health.close(health.enroll(finding.deployment->id), now))
            tellOfBreaker(finding);
    }
    if (!rules().steersRouting)
        return;
    const auto &all = m_context.snapshot->router.deployments();
    for (const Finding *finding : toRest(findings, all, m_context.shared.checks, rules().ignoresTransient)) {
        const std::string &id = finding->deployment->id;
        if (health.rest(health.enroll(id), endedOf(*finding->checked.error), now + rules().staleness, now))
            tellOfBreaker(*finding);
        m_resting.insert(id);
    }
}

// To those who hear of it when calls do the same.
void BackgroundChecks::tellOfBreaker(const Finding &finding) const
{
    using Kind = observe::Signal::Kind;
    const AttemptRecord check = recordOf(finding);
    observe::Signal signal {check.fault ? Kind::DeploymentRests : Kind::DeploymentIsBack, check.deployment};
    signal.text = check.deployment + " (" + check.group + ") "
        + (check.fault ? "rests after " + std::to_string(check.status) + ": " + check.error : "is well again");
    signal.at = m_context.clock.wall();
    signal.check = std::make_shared<const AttemptRecord>(check);
    m_context.shared.observer.tell(std::move(signal));
}

} // namespace gatehouse::admin
