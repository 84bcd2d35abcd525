// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/callbacks.h"

#include "gateway/people/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace gatehouse::people {

namespace {

constexpr qsizetype mostChoices = 16; // of one key

std::string plain(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    return value.isDouble() ? value.toVariant().toString().toStdString() : std::string();
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return text;
}

CallbackChoice choiceFrom(const QJsonObject &entry)
{
    CallbackChoice choice;
    choice.name = lowered(textIn(entry, "callback_name"));
    const std::string type = textIn(entry, "callback_type");
    choice.onSuccess = type != "failure";
    choice.onFailure = type != "success";
    const QJsonObject variables = entry.value(QLatin1String("callback_vars")).toObject();
    for (auto each = variables.begin(); each != variables.end(); ++each) {
        if (std::string value = plain(each.value()); !value.empty())
            choice.variables.emplace_back(each.key().toStdString(), Secret(std::move(value)));
    }
    return choice;
}

void readLogging(const QJsonObject &metadata, Callbacks &callbacks)
{
    const QJsonArray logging = metadata.value(QLatin1String("logging")).toArray();
    for (qsizetype i = 0; i < std::min(logging.size(), mostChoices); ++i) {
        CallbackChoice choice = choiceFrom(logging[i].toObject());
        if (!choice.name.empty())
            callbacks.choices.push_back(std::move(choice));
    }
}

void readDisabled(const QJsonObject &metadata, Callbacks &callbacks)
{
    for (std::string &name : listIn(metadata, "litellm_disabled_callbacks"))
        callbacks.disabled.push_back(lowered(std::move(name)));
    callbacks.hidesMessages = callbacks.hidesMessages || metadata.value(QLatin1String("turn_off_message_logging")).toBool();
}

// An entry of default_team_settings: lists of names, and beside them the variables of all.
void readTeamSettings(const QJsonObject &entry, Callbacks &callbacks)
{
    constexpr std::array known {"team_id", "success_callback", "failure_callback"};
    std::vector<std::pair<std::string, Secret>> variables;
    for (auto each = entry.begin(); each != entry.end(); ++each) {
        const std::string name = each.key().toStdString();
        const bool isKnown = std::any_of(known.begin(), known.end(), [&](const char *one) { return name == one; });
        if (std::string value = plain(each.value()); !isKnown && !value.empty())
            variables.emplace_back(name, Secret(std::move(value)));
    }
    const auto add = [&](const char *list, bool onSuccess) {
        for (std::string &name : listIn(entry, list))
            callbacks.choices.push_back({lowered(std::move(name)), onSuccess, !onSuccess, variables});
    };
    add("success_callback", true);
    add("failure_callback", false);
}

QJsonObject settingsOf(const std::string &teamId, const std::string &teamSettings)
{
    if (teamSettings.empty() || teamId.empty())
        return {};
    const QJsonArray all = QJsonDocument::fromJson(QByteArray::fromStdString(teamSettings)).array();
    for (const auto &each : all) {
        if (textIn(each.toObject(), "team_id") == teamId)
            return each.toObject();
    }
    return {};
}

} // namespace

std::shared_ptr<const Callbacks> callbacksOf(const QJsonObject &key, const QJsonObject &team, const std::string &teamSettings)
{
    Callbacks callbacks;
    const QJsonObject ofKey = key.value(QLatin1String("metadata")).toObject();
    const QJsonObject ofTeam = team.value(QLatin1String("metadata")).toObject();
    readLogging(ofKey, callbacks);
    if (callbacks.choices.empty())
        readLogging(ofTeam, callbacks);
    if (callbacks.choices.empty())
        readTeamSettings(settingsOf(textIn(key, "team_id"), teamSettings), callbacks);
    readDisabled(ofKey, callbacks);
    readDisabled(ofTeam, callbacks);
    if (callbacks.choices.empty() && callbacks.disabled.empty() && !callbacks.hidesMessages)
        return nullptr;
    return std::make_shared<const Callbacks>(std::move(callbacks));
}

} // namespace gatehouse::people
