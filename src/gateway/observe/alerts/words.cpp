// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/words.h"

#include "gateway/core/receipt.h"
#include "gateway/observe/receipt_text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace gatehouse::observe::alerts {

namespace {

constexpr std::size_t longestWord = 500;

QString text(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

std::string compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string timeOf(Clock::Wall now)
{
    return isoTime(now).substr(11, 8);
}

const char *severityOf(Level level)
{
    switch (level) {
    case Level::Low: return "info";
    case Level::Medium: return "warning";
    case Level::High: return "critical";
    }
    return "error";
}

// Without Slack's markup.
QString summaryOf(const std::string &words)
{
    constexpr qsizetype longest = 1024;
    QString line = text(words);
    line.remove(QLatin1Char('`')).remove(QLatin1Char('*')).replace(QLatin1Char('\n'), QLatin1String(", "));
    return line.left(longest);
}

} // namespace

std::string plain(std::string_view words)
{
    std::size_t end = std::min(words.size(), longestWord);
    while (end > 0 && end < words.size() && (static_cast<unsigned char>(words[end]) & 0xc0) == 0x80)
        --end; // never cut a character in two
    std::string clean;
    for (const char c : words.substr(0, end)) {
        switch (c) {
        case '<': clean += "&lt;"; break;
        case '>': clean += "&gt;"; break;
        case '&': clean += "&amp;"; break;
        case '`': clean += '\''; break;
        default: clean += static_cast<unsigned char>(c) < ' ' || c == 127 ? ' ' : c;
        }
    }
    return end < words.size() ? clean + "…" : clean;
}

std::string inSeconds(std::chrono::microseconds duration)
{
    char buffer[32];
    const int size = std::snprintf(buffer, sizeof buffer, "%.2fs", static_cast<double>(duration.count()) / 1e6);
    return {buffer, static_cast<std::size_t>(size)};
}

std::string_view toString(Level level)
{
    return level == Level::High ? "High" : level == Level::Medium ? "Medium" : "Low";
}

std::vector<std::string> mailOf(const std::string &address)
{
    if (!upstream::isMailAddress(address))
        return {};
    return {address};
}

std::string slackBody(const Alert &alert, std::size_t count, Clock::Wall now, const Settings &settings)
{
    const std::string number = count > 1 ? "[Num Alerts: " + std::to_string(count) + "]\n\n" : std::string();
    const std::string words = number + "Alert type: `" + std::string(toString(alert.kind)) + "`\nLevel: `"
        + std::string(toString(alert.level)) + "`\nTimestamp: `" + timeOf(now) + "`\n\nMessage: " + alert.text
        + (settings.proxyUrl.empty() ? std::string() : "\n\nProxy URL: `" + settings.proxyUrl + "`");
    return compact({{QStringLiteral("text"), text(words)}});
}

std::string pagerBody(const Alert &alert, Clock::Wall now, const Settings &settings)
{
    QJsonObject body {{QStringLiteral("routing_key"), text(settings.channels.pagerDutyKey.reveal())},
        {QStringLiteral("event_action"), alert.isOver ? QStringLiteral("resolve") : QStringLiteral("trigger")},
        {QStringLiteral("dedup_key"), text("gatehouse/" + alert.incident).left(255)}};
    if (!alert.isOver) {
        const QString source = settings.proxyUrl.empty() ? QStringLiteral("gatehouse") : text(settings.proxyUrl);
        body[QStringLiteral("payload")] = QJsonObject {{QStringLiteral("summary"), summaryOf(alert.text)},
            {QStringLiteral("severity"), QLatin1String(severityOf(alert.level))}, {QStringLiteral("source"), source},
            {QStringLiteral("timestamp"), text(isoTime(now))}, {QStringLiteral("component"), QStringLiteral("Gatehouse")},
            {QStringLiteral("class"), text(toString(alert.kind))},
            {QStringLiteral("custom_details"), QJsonObject {{QStringLiteral("subject"), text(alert.subject)}}}};
    }
    return compact(body);
}

std::string webhookBody(const QJsonObject &known)
{
    QJsonObject body;
    for (const char *name : {"spend", "max_budget", "soft_budget", "token", "customer_id", "user_id", "team_id", "team_alias",
             "organization_id", "user_email", "key_alias", "projected_exceeded_date", "projected_spend", "event_group",
             "alert_emails", "event", "event_message"})
        body[QLatin1String(name)] = QJsonValue::Null;
    body[QStringLiteral("spend")] = 0.0;
    for (auto member = known.begin(); member != known.end(); ++member) {
        const bool isNothing = member.value().isString() && member.value().toString().isEmpty();
        if (!isNothing)
            body[member.key()] = member.value();
    }
    return compact(body);
}

std::string budgetEvent(const Receipt &receipt, std::string_view event, std::string_view message)
{
    QJsonObject known {{QStringLiteral("event"), text(event)}, {QStringLiteral("event_message"), text(message)},
        {QStringLiteral("event_group"), QStringLiteral("key")}, {QStringLiteral("customer_id"), text(receipt.customer)}};
    if (const Principal *who = receipt.principal.get()) {
        known[QStringLiteral("token")] = text(who->token);
        known[QStringLiteral("key_alias")] = text(who->keyAlias);
        known[QStringLiteral("user_id")] = text(who->userId);
        known[QStringLiteral("user_email")] = text(who->userEmail);
        known[QStringLiteral("team_id")] = text(who->teamId);
        known[QStringLiteral("team_alias")] = text(who->teamAlias);
        known[QStringLiteral("organization_id")] = text(who->organizationId);
    }
    return webhookBody(known);
}

} // namespace gatehouse::observe::alerts
