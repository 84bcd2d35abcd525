// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/record_rules.h"

#include "gateway/observe/alerts/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace gatehouse::observe::alerts {

namespace {

/// What LiteLLM's webhook calls a change.
struct Event {
    std::string_view record, action, name;
};
constexpr std::array events {
    Event {"key", "created", "key_created"},
    Event {"key", "rotated", "key_rotated"},
    Event {"user", "created", "internal_user_created"},
};

std::string valueOf(const QJsonValue &value)
{
    return value.toVariant().toString().toStdString();
}

std::string titleOf(Kind kind)
{
    std::string title(toString(kind));
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (title[i] == '_')
            title[i] = ' ';
        else if (i == 0 || title[i - 1] == ' ')
            title[i] = static_cast<char>(title[i] - 'a' + 'A');
    }
    return title;
}

std::string textOf(Kind kind, const QJsonObject &change, const Settings &settings)
{
    const std::string by = valueOf(change[QLatin1String("changed_by")]);
    std::string text = "*" + titleOf(kind) + "*\nAction: `" + plain(valueOf(change[QLatin1String("action")])) + "`\nId: `"
        + plain(valueOf(change[QLatin1String("id")])) + "`";
    if (!by.empty() && !settings.hidesPeople)
        text += "\nBy: `" + plain(by) + "`";
    for (auto member = change.begin(); member != change.end(); ++member) {
        const bool isSaid = member.key() == QLatin1String("id") || member.key() == QLatin1String("kind")
            || member.key() == QLatin1String("action") || member.key() == QLatin1String("changed_by");
        const std::string value = valueOf(member.value());
        if (!isSaid && !value.empty() && !settings.hidesPeople)
            text += "\n" + member.key().toStdString() + ": `" + plain(value) + "`";
    }
    return text;
}

std::string eventOf(const QJsonObject &change, const std::string &text)
{
    const std::string record = valueOf(change[QLatin1String("kind")]), action = valueOf(change[QLatin1String("action")]);
    for (const Event &event : events) {
        if (event.record != record || event.action != action)
            continue;
        QJsonObject known;
        for (const char *name : {"max_budget", "user_id", "team_id", "team_alias", "organization_id", "user_email", "key_alias"})
            known[QLatin1String(name)] = change[QLatin1String(name)];
        if (record == "key")
            known[QStringLiteral("token")] = change[QLatin1String("id")];
        known[QStringLiteral("event_group")] = record == "key" ? QStringLiteral("key") : QStringLiteral("internal_user");
        known[QStringLiteral("event")] = QString::fromUtf8(event.name.data(), static_cast<qsizetype>(event.name.size()));
        known[QStringLiteral("event_message")] = QString::fromStdString(text);
        return webhookBody(known);
    }
    return {};
}

} // namespace

void tellChange(const Signal &signal, const Settings &settings, const Raise &raise)
{
    const QJsonObject change = QJsonDocument::fromJson(QByteArray::fromStdString(signal.details)).object();
    const auto kind = kindOfChange(valueOf(change[QLatin1String("kind")]), valueOf(change[QLatin1String("action")]));
    if (!kind || !settings.isOn())
        return;
    Alert alert {*kind, Level::Low, signal.subject};
    alert.text = textOf(*kind, change, settings);
    alert.event = eventOf(change, alert.text);
    if (!settings.wants(*kind)) { // the webhook is a machine's: it is told all the same
        if (alert.event.empty())
            return;
        alert.audience = Audience::Webhook;
    }
    if (*kind == Kind::NewInternalUserCreated && settings.wants(*kind))
        alert.mailTo = mailOf(valueOf(change[QLatin1String("user_email")]));
    raise(std::move(alert));
}

} // namespace gatehouse::observe::alerts
