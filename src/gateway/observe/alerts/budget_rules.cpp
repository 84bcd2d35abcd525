// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/budget_rules.h"

#include "gateway/core/money.h"
#include "gateway/core/period.h"
#include "gateway/observe/alerts/words.h"
#include "gateway/observe/receipt_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>

namespace gatehouse::observe::alerts {

namespace {

/// Whose budget it is: how accounts, LiteLLM's webhook and people call it.
struct Group {
    std::string_view account, event, words;
};
constexpr std::array groups {
    Group {"key", "key", "Key"},
    Group {"key_model", "key", "Model of a key"},
    Group {"user", "user", "User"},
    Group {"team", "team", "Team"},
    Group {"team_model", "team", "Model of a team"},
    Group {"member", "team_member", "Team member"},
    Group {"customer", "end_user", "Customer"},
    Group {"organization", "organization", "Organization"},
    Group {"project", "project", "Project"},
    Group {"tag", "tag", "Tag"},
    Group {"provider", "provider", "Provider"},
    Group {"deployment", "deployment", "Deployment"},
    Group {"proxy", "proxy", "Proxy"},
};

const Group &groupOf(std::string_view account)
{
    const std::string_view name = account.substr(0, account.find(':'));
    for (const Group &group : groups) {
        if (group.account == name)
            return group;
    }
    return groups.back();
}

/// A budget that has come to a mark, as the signal's details have it.
struct Crossing {
    QJsonObject details;
    Clock::Wall now;

    int percent() const { return details[QLatin1String("percent")].toInt(); }
    double spend() const { return details[QLatin1String("spend")].toDouble(); }
    double most() const { return details[QLatin1String("max_budget")].toDouble(); }
    std::string word(const char *name) const { return details[QLatin1String(name)].toString().toStdString(); }
};

/// What will have been spent at the end of the period, if it goes on like this.
struct Projection {
    double spend = 0;
    Clock::Wall exceeded = {};
};

std::optional<Projection> projectionOf(const Crossing &crossing)
{
    const auto period = periodFrom(crossing.word("period"));
    const auto resetAt = crossing.details[QLatin1String("reset_at")].toInteger();
    if (!period || resetAt == 0 || crossing.most() <= 0)
        return std::nullopt;
    constexpr double month = 30 * 86'400;
    const double whole = static_cast<double>(period->seconds.count()) + period->months * month;
    const double left = std::chrono::duration<double>(Clock::Wall(std::chrono::seconds(resetAt)) - crossing.now).count();
    const double elapsed = whole - left;
    if (left <= 0 || elapsed <= 0)
        return std::nullopt;
    const double spend = crossing.spend() * whole / elapsed;
    if (spend <= crossing.most())
        return std::nullopt;
    const double until = (crossing.most() - crossing.spend()) * elapsed / crossing.spend();
    return Projection {spend, crossing.now + std::chrono::seconds(std::max<std::int64_t>(0, static_cast<std::int64_t>(until)))};
}

/// What LiteLLM calls it; empty = nobody need be told.
std::string_view eventOf(const Crossing &crossing, bool isProjected)
{
    constexpr int half = 50, all = 100;
    if (crossing.percent() == 0)
        return "soft_budget_crossed";
    if (crossing.percent() >= all)
        return "budget_crossed";
    if (crossing.percent() > half)
        return "threshold_crossed";
    return isProjected ? "projected_limit_exceeded" : std::string_view();
}

std::string titleOf(const Crossing &crossing, std::string_view event)
{
    if (event == "soft_budget_crossed")
        return "Soft Budget Crossed";
    if (event == "budget_crossed")
        return "Budget Crossed";
    if (event == "threshold_crossed")
        return std::to_string(100 - crossing.percent()) + "% Threshold Crossed: " + std::to_string(crossing.percent())
            + " % of the budget is spent";
    return "Projected Limit Exceeded";
}

std::string whoOf(const Crossing &crossing, const Settings &settings)
{
    const std::string account = crossing.word("account");
    const Group &group = groupOf(account);
    std::string name = account.substr(std::min(account.size(), account.find(':') + 1));
    if (group.account == "proxy")
        name = "all calls";
    else if (group.account == "key")
        name = settings.hidesPeople || crossing.word("key_alias").empty() ? name : crossing.word("key_alias");
    else if (group.account == "team" && !crossing.word("team_alias").empty())
        name = crossing.word("team_alias");
    return "*" + std::string(group.words) + ":* `" + plain(name) + "`";
}

std::string asDollars(double amount)
{
    return dollars(moneyFrom(QByteArray::number(amount, 'g', 12).toStdString()).value_or(Money {}));
}

std::string textOf(
    const Crossing &crossing, std::string_view event, const std::optional<Projection> &projection, const Settings &settings)
{
    std::string text =
        titleOf(crossing, event) + "\n\n" + whoOf(crossing, settings) + "\n*Spend:* `$" + asDollars(crossing.spend()) + "`";
    if (crossing.most() > 0)
        text += "\n*Max Budget:* `$" + asDollars(crossing.most()) + "`";
    if (const double soft = crossing.details[QLatin1String("soft_budget")].toDouble(); soft > 0)
        text += "\n*Soft Budget:* `$" + asDollars(soft) + "`";
    if (projection && event != "budget_crossed")
        text += "\n*Projected Spend:* `$" + asDollars(projection->spend) + "`\n*Projected Exceeded Date:* `"
            + isoTime(projection->exceeded).substr(0, 10) + "`";
    return text;
}

std::string bodyOf(
    const Crossing &crossing, std::string_view event, const std::optional<Projection> &projection, const std::string &message)
{
    QJsonObject known;
    for (const char *name : {"spend", "max_budget", "soft_budget", "token", "key_alias", "user_id", "user_email", "team_id",
             "team_alias", "organization_id", "customer_id"})
        known[QLatin1String(name)] = crossing.details[QLatin1String(name)];
    const Group &group = groupOf(crossing.word("account"));
    known[QStringLiteral("event")] = QString::fromUtf8(event.data(), static_cast<qsizetype>(event.size()));
    known[QStringLiteral("event_group")] = QString::fromUtf8(group.event.data(), static_cast<qsizetype>(group.event.size()));
    known[QStringLiteral("event_message")] = QString::fromStdString(message);
    if (projection) {
        known[QStringLiteral("projected_spend")] = projection->spend;
        known[QStringLiteral("projected_exceeded_date")] = QString::fromStdString(isoTime(projection->exceeded).substr(0, 10));
    }
    return webhookBody(known);
}

} // namespace

void BudgetRules::onCrossed(const Signal &signal, const Settings &settings, const Raise &raise)
{
    const Crossing crossing {QJsonDocument::fromJson(QByteArray::fromStdString(signal.details)).object(), signal.at};
    const auto projection = projectionOf(crossing);
    const std::string_view event = eventOf(crossing, projection.has_value());
    const std::string what = std::string(event) + "/" + std::to_string(crossing.percent()) + "/" + signal.subject;
    if (event.empty() || !settings.wants(Kind::BudgetAlerts) || !isNew(what, signal.at, settings.budgetTtl))
        return;
    Alert alert {Kind::BudgetAlerts, event == "budget_crossed" ? Level::High : Level::Medium, what};
    alert.text = textOf(crossing, event, projection, settings);
    alert.event = bodyOf(crossing, event, projection, alert.text);
    if (event == "budget_crossed")
        alert.incident = "budget/" + signal.subject;
    if (const auto group = groupOf(signal.subject).account; group == "key" || group == "user" || group == "member")
        alert.mailTo = mailOf(crossing.word("user_email"));
    raise(std::move(alert));
}

bool BudgetRules::isNew(const std::string &what, Clock::Wall now, std::chrono::seconds ttl)
{
    constexpr std::size_t mostTold = 100'000;
    if (m_told.size() >= mostTold)
        std::erase_if(m_told, [&](const auto &each) { return now - each.second >= ttl; });
    const auto [told, isFirst] = m_told.emplace(what, now);
    if (!isFirst && now - told->second < ttl)
        return false;
    told->second = now;
    return true;
}

} // namespace gatehouse::observe::alerts
