// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/call_rules.h"

#include "gateway/observe/alerts/words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::observe::alerts {

namespace {

Clock::Wall endOf(const Receipt &receipt)
{
    return receipt.startedAt + receipt.duration;
}

// The lines that LiteLLM writes about a call.
std::string aboutCall(const Receipt &receipt, const Settings &settings)
{
    std::string text = "\nRequest Model: `" + plain(receipt.model) + "`";
    if (receipt.station && !receipt.station->apiBase.empty())
        text += "\nAPI Base: `" + plain(receipt.station->apiBase) + "`";
    if (!receipt.deployment.empty())
        text += "\nDeployment: `" + plain(receipt.deployment) + "`";
    if (!settings.hidesPeople && !receipt.who.empty())
        text += "\nKey Alias: `" + plain(receipt.who) + "`";
    if (!settings.hidesPeople && receipt.principal && !receipt.principal->teamAlias.empty())
        text += "\nTeam: `" + plain(receipt.principal->teamAlias) + "`";
    return text + "\nCall: `" + plain(receipt.callId) + "`";
}

} // namespace

void CallRules::onReceipt(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    if (receipt.outcome == Outcome::Failed)
        tellFailure(receipt, settings, raise);
    if (receipt.outcome == Outcome::Completed)
        tellUnpriced(receipt, settings, raise);
    if (receipt.duration >= settings.threshold && settings.wants(Kind::LlmTooSlow))
        tellSlow(receipt, settings, raise);
    if (receipt.outcome == Outcome::Refused && receipt.fault == Fault::BudgetExceeded)
        tellOverspent(receipt, settings, raise);
    if (receipt.fallbacks == 0 || !settings.wants(Kind::FallbackReports))
        return;
    const bool isSaved = receipt.outcome == Outcome::Completed;
    Alert alert {Kind::FallbackReports, isSaved ? Level::Low : Level::Medium,
        receipt.model + " → " + receipt.group + (isSaved ? " ok" : " failed")};
    alert.text = std::string(isSaved ? "Successful" : "Failed") + " fallback: `" + plain(receipt.model) + "` → `"
        + plain(receipt.group) + "`" + aboutCall(receipt, settings);
    raise(std::move(alert));
}

void CallRules::tellFailure(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    const Clock::Wall now = endOf(receipt);
    if (!settings.channels.pagerDutyKey.isEmpty())
        count(m_failures, now, settings.failures, raise);
    if (!settings.wants(Kind::LlmExceptions))
        return;
    const std::string_view fault = receipt.fault ? info(*receipt.fault).name : "error";
    Alert alert {Kind::LlmExceptions, Level::High, receipt.model + "/" + receipt.deployment + "/" + std::string(fault)};
    alert.text = "LLM API call failed: `" + std::string(fault)
        + (settings.hidesErrors ? std::string("`") : ": " + plain(receipt.error) + "`") + "\nStatus: `"
        + std::to_string(receipt.status) + "`" + aboutCall(receipt, settings);
    raise(std::move(alert));
}

void CallRules::tellSlow(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    Alert alert {Kind::LlmTooSlow, Level::Low, receipt.model + "/" + receipt.deployment};
    alert.text = "`Responses are slow - " + inSeconds(receipt.duration)
        + " response time > Alerting threshold: " + inSeconds(settings.threshold) + "`" + aboutCall(receipt, settings);
    raise(std::move(alert));
}

// Once a day for each model: whoever serves models without prices knows it after the first time.
void CallRules::tellUnpriced(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    const bool isUnpriced = !receipt.cost && receipt.usage.reported && receipt.usage.input + receipt.usage.output > 0;
    if (!isUnpriced || receipt.isPassThrough || !settings.wants(Kind::FailedTrackingSpend)
        || !isNew("unpriced/" + receipt.deployment, endOf(receipt), settings.budgetTtl))
        return;
    Alert alert {Kind::FailedTrackingSpend, Level::High, receipt.deployment};
    alert.text = "Failed tracking cost: no price is known for `" + plain(receipt.upstreamModel) + "`, its calls count as free"
        + aboutCall(receipt, settings);
    raise(std::move(alert));
}

// A call is refused when what it may cost no longer fits, which may be long before all of the budget is spent.
void CallRules::tellOverspent(const Receipt &receipt, const Settings &settings, const Raise &raise)
{
    const std::string whose = receipt.principal ? receipt.principal->token : std::string();
    if (!settings.wants(Kind::BudgetAlerts) || !isNew("budget/" + whose, endOf(receipt), settings.budgetTtl))
        return;
    Alert alert {Kind::BudgetAlerts, Level::High, "refused/" + whose};
    alert.text = "Calls are refused for want of budget" + (settings.hidesPeople ? std::string() : "\n" + plain(receipt.error))
        + aboutCall(receipt, settings);
    alert.event = budgetEvent(receipt, "max_budget_alert", alert.text);
    alert.mailTo = mailOf(receipt.principal ? receipt.principal->userEmail : std::string());
    raise(std::move(alert));
}

void CallRules::onHanging(const Signal &signal, const Settings &settings, const Raise &raise)
{
    if (!settings.channels.pagerDutyKey.isEmpty())
        count(m_hangings, signal.at, settings.hanging, raise);
    if (!settings.wants(Kind::LlmRequestsHanging))
        return;
    const QJsonObject call = QJsonDocument::fromJson(QByteArray::fromStdString(signal.details)).object();
    const auto word = [&](const char *name) { return plain(call[QLatin1String(name)].toString().toStdString()); };
    Alert alert {Kind::LlmRequestsHanging, Level::Medium, word("model")};
    alert.text = "`Requests are hanging - " + inSeconds(settings.threshold) + "+ request time`\nRequest Model: `" + word("model")
        + "`\nAPI Base: `" + word("api_base") + "`";
    if (!settings.hidesPeople)
        alert.text += "\nKey Alias: `" + word("who") + "`\nTeam: `" + word("team") + "`";
    alert.text += "\nCall: `" + plain(signal.subject) + "`";
    raise(std::move(alert));
}

bool CallRules::isNew(const std::string &what, Clock::Wall now, std::chrono::seconds ttl)
{
    constexpr std::size_t mostTold = 10'000;
    if (m_told.size() >= mostTold)
        m_told.clear();
    const auto [told, isFirst] = m_told.emplace(what, now);
    if (isFirst || now - told->second >= ttl) {
        told->second = now;
        return true;
    }
    return false;
}

std::string CallRules::nameOf(const Rate &rate) const
{
    return &rate == &m_failures ? "failing" : "hanging";
}

void CallRules::count(Rate &rate, Clock::Wall now, const Threshold &threshold, const Raise &raise)
{
    rate.times.add(now);
    const std::size_t count = rate.times.countSince(now - threshold.window);
    if (rate.isTold || static_cast<std::int64_t>(count) < threshold.count)
        return;
    rate.isTold = true;
    const bool isFailing = &rate == &m_failures;
    Alert alert {isFailing ? Kind::LlmExceptions : Kind::LlmRequestsHanging, Level::High, nameOf(rate)};
    alert.text = (isFailing ? "High LLM API Failure Rate: " : "High Number of Hanging LLM Requests: ") + std::to_string(count)
        + " within " + std::to_string(threshold.window.count()) + " s";
    alert.incident = "rate/" + nameOf(rate);
    alert.audience = Audience::Pager;
    raise(std::move(alert));
}

void CallRules::calm(Rate &rate, Clock::Wall now, const Threshold &threshold, const Raise &raise)
{
    if (!rate.isTold || static_cast<std::int64_t>(rate.times.countSince(now - threshold.window)) >= threshold.count)
        return;
    rate.isTold = false;
    Alert alert {Kind::LlmExceptions, Level::Low, nameOf(rate) + "/over", "it is over"};
    alert.incident = "rate/" + nameOf(rate);
    alert.isOver = true;
    alert.audience = Audience::Pager;
    raise(std::move(alert));
}

void CallRules::onTick(Clock::Wall now, const Settings &settings, const Raise &raise)
{
    calm(m_failures, now, settings.failures, raise);
    calm(m_hangings, now, settings.hanging, raise);
}

} // namespace gatehouse::observe::alerts
