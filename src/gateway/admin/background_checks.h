// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/check_round.h"

#include <QTimer>

#include <set>

namespace gatehouse::admin {

/// Asks the deployments now and then whether they are well, where general_settings.background_health_checks says so. One for all
/// workers: it lives on the first one's thread and uses that one's connections and grants; what it finds is filed for all.
class BackgroundChecks final : public QObject
{
public:
    explicit BackgroundChecks(pipeline::Context &context);
    ~BackgroundChecks() override;

    /// The worker has its first configuration, or another one: begins, goes on or ends accordingly. Deployments that nobody has
    /// asked yet are asked at once.
    void configure();

private:
    void begin(bool onlyNew);
    void onDone();
    void tell(const Finding &finding);
    void steer(const std::vector<Finding> &findings);
    void tellOfBreaker(const Finding &finding) const;

    const pipeline::HealthCheckRules &rules() const { return m_context.snapshot->settings.healthChecks; }

    pipeline::Context &m_context;
    QTimer m_timer;
    std::unique_ptr<CheckRound> m_round;
    std::set<std::string> m_ill;     // found to be so the last time, for the log
    std::set<std::string> m_resting; // because of what was found
};

/// Which of the deployments in \a findings are to rest: those that are not well while \a all and \a book know of another one of
/// their group that may be. The last one is tried all the same, because a check may be wrong.
std::vector<const Finding *> toRest(const std::vector<Finding> &findings, const std::vector<Deployment> &all,
    const pipeline::CheckBook &book, bool ignoresTransient);

} // namespace gatehouse::admin
