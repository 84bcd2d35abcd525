// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/alerts/budget_rules.h"
#include "gateway/observe/alerts/call_rules.h"
#include "gateway/observe/alerts/deployment_rules.h"
#include "gateway/observe/alerts/digest.h"
#include "gateway/observe/alerts/outages.h"
#include "gateway/observe/alerts/outbox.h"
#include "gateway/observe/alerts/settings.h"
#include "gateway/observe/alerts/spend_report.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::observe {
class Log;
}

namespace gatehouse::observe::alerts {

/// Turns what happens into alerts and hands them to the channels: slack, webhook, e-mail, PagerDuty. On the observer's thread.
class Watcher
{
public:
    /// What it needs of the rest of the house; the log must outlive it.
    struct Ground {
        Log *log = nullptr;
        AskSpend askSpend = {};
    };
    void stand(Ground ground) { m_ground = std::move(ground); }
    void configure(const Settings &settings);
    void onReceipt(const Receipt &receipt);
    void onSignal(const Signal &signal);
    void onTick(Clock::Wall now);

    /// Sends a made-up alert to \a channel ("slack", "webhook", "email", "pagerduty") at once, and tells \a done how that went:
    /// what it did in words, or Fault::InvalidRequest where the channel is not configured.
    void test(std::string_view channel, std::function<void(Result<std::string>)> done);
    Outbox::Figures figures() const { return m_outbox ? m_outbox->figures() : Outbox::Figures {}; }

private:
    void raise(Alert alert, Clock::Wall now);
    void send(const Digest::Line &line, Clock::Wall now);
    void sendMail(const Digest::Line &line, Clock::Wall now);
    void trackCustomer(const Receipt &receipt);
    void tellTracked();
    void tellDatabase(const Signal &signal);
    void complain(const std::string &words) const;
    std::string nextId(Clock::Wall now);
    Parcel parcelFor(std::string_view channel, Clock::Wall now);

    Ground m_ground;
    Settings m_settings;
    CallRules m_calls;
    Outages m_outages;
    DeploymentRules m_deployments;
    BudgetRules m_budgets;
    SpendReports m_spendReports;
    Digest m_digest;
    std::map<std::string, Money> m_tracked; ///< what customers have spent since the last digest
    Clock::Wall m_trackedSince = {};
    std::unique_ptr<Outbox> m_outbox;
    std::uint64_t m_letters = 0;
};

} // namespace gatehouse::observe::alerts
