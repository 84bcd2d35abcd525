// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/settings.h"

#include "gateway/admin/rows.h"
#include "gateway/admin/sealed_fields.h"
#include "gateway/admin/stored_checks.h"
#include "gateway/admin/stored_config.h"
#include "gateway/config/overlay.h"
#include "gateway/config/schema.h"
#include "gateway/config/secrecy.h"
#include "gateway/people/fields.h"

#include <array>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

constexpr QLatin1String valueMember("param_value");
constexpr std::array<const char *, 4> sections {
    "environment_variables", "general_settings", "litellm_settings", "router_settings"};
constexpr const char *general = "general_settings";

std::string pathOf(const std::string &section, const QString &key)
{
    return section + "." + key.toStdString();
}

// What is kept of a section, opened; empty where nothing is.
Result<QJsonObject> kept(const Draft &draft, const Asked &asked, const std::string &section)
{
    const auto record = draft.find(Kind::Setting, section);
    if (!record)
        return QJsonObject();
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    auto values = openedFields(record->value(valueMember).toObject(), placeOfSetting(section), *vault);
    return values ? values : Result<QJsonObject>(refusal(500, values.error().message));
}

Result<> checkKeys(const std::string &section, const QJsonObject &values)
{
    for (auto member = values.begin(); member != values.end(); ++member) {
        const std::string key = member.key().toStdString();
        if (const auto why = config::whyNotStored(section, key); !why.empty())
            return refusal(
                400, config::safeName(section + "." + key) + " cannot be set here: " + std::string(why), "bad_request_error");
        if (!config::findKey(section + "." + key))
            return refusal(400, "Invalid field=" + config::safeName(key) + " passed in.", "bad_request_error");
    }
    if (auto checked = checkReferences(values); !checked)
        return checked;
    config::Stored stored;
    stored.settings.push_back({section, Secret(people::jsonOf(values))});
    return checkFits(stored);
}

// Keeps \a values of a section, sealed.
Result<> keep(Draft &draft, const Asked &asked, const std::string &section, const QJsonObject &values)
{
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    QJsonObject fields = draft.find(Kind::Setting, section).value_or(QJsonObject());
    fields.insert(QStringLiteral("param_name"), qt(section));
    fields.insert(valueMember, sealedFields(values, placeOfSetting(section), *vault));
    stamp(fields, asked);
    draft.put(Kind::Setting, section, fields);
    return {};
}

Result<> lay(Draft &draft, const Asked &asked, const std::string &section, const QJsonObject &changes)
{
    if (auto checked = checkKeys(section, changes); !checked)
        return checked;
    const auto values = kept(draft, asked, section);
    if (!values)
        return Failure {values.error()};
    return keep(draft, asked, section, merged(*values, changes));
}

// A value as people may see it: secrets are masked.
QJsonValue shown(const std::string &path, const QJsonValue &value)
{
    const config::Key *row = config::findKey(path);
    const bool isSecret = !row || row->type == config::Type::Secret || config::soundsSecret(path)
        || (value.isString() && config::holdsPassword(value.toString().toStdString())) || value.isObject() || value.isArray();
    return isSecret && !value.isNull() && !value.isUndefined() ? QJsonValue(QStringLiteral("•••")) : value;
}

Result<std::string> fieldNamed(const Asked &asked)
{
    if (const std::string type = textIn(asked.body, "config_type"); type != general)
        return refusal(400, "Invalid config_type=" + config::safeName(type) + "; only general_settings can be set field by field",
            "bad_request_error");
    const std::string name = textIn(asked.body, "field_name");
    if (name.empty())
        return missingMember("field_name");
    return name;
}

QJsonObject settingRow(const std::string &section, const QJsonObject &values)
{
    QJsonObject masked;
    for (auto member = values.begin(); member != values.end(); ++member)
        masked.insert(member.key(), shown(pathOf(section, member.key()), member.value()));
    return {{QStringLiteral("param_name"), qt(section)}, {valueMember, masked}};
}

std::string_view typeWord(config::Type type)
{
    using config::Type;
    switch (type) {
    case Type::Boolean: return "Boolean";
    case Type::Integer: return "Integer";
    case Type::Number: return "Float";
    case Type::StringList:
    case Type::FallbackList:
    case Type::List: return "List";
    case Type::Map: return "Dictionary";
    default: return "String";
    }
}

} // namespace

Result<std::string> updateConfig(Draft &draft, const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    for (const char *section : sections) {
        const QJsonValue changes = asked.body.value(QLatin1String(section));
        if (changes.isUndefined() || changes.isNull())
            continue;
        if (!changes.isObject())
            return refusal(400, std::string(section) + " must be an object", "bad_request_error");
        if (auto laid = lay(draft, asked, section, changes.toObject()); !laid)
            return Failure {laid.error()};
    }
    return people::jsonOf(QJsonObject {{QStringLiteral("message"), QStringLiteral("Config updated successfully")}});
}

Result<std::string> updateField(Draft &draft, const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    const auto name = fieldNamed(asked);
    if (!name)
        return name;
    if (auto laid = lay(draft, asked, general, {{qt(*name), asked.body.value(QStringLiteral("field_value"))}}); !laid)
        return Failure {laid.error()};
    const auto values = kept(draft, asked, general);
    return values ? Result<std::string>(people::jsonOf(settingRow(general, *values)))
                  : Result<std::string>(Failure {values.error()});
}

Result<std::string> deleteField(Draft &draft, const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    const auto name = fieldNamed(asked);
    if (!name)
        return name;
    auto values = kept(draft, asked, general);
    if (!values)
        return Failure {values.error()};
    if (!values->contains(qt(*name)))
        return refusal(400, "Field name=" + config::safeName(*name) + " not in config", "bad_request_error");
    values->remove(qt(*name));
    if (auto put = keep(draft, asked, general, *values); !put)
        return Failure {put.error()};
    return people::jsonOf(settingRow(general, *values));
}

Result<std::string> showField(Draft &draft, const Asked &asked)
{
    const std::string name = asked.query("field_name");
    const auto values = kept(draft, asked, general);
    if (!values)
        return Failure {values.error()};
    if (name.empty() || !values->contains(qt(name)))
        return refusal(400, "Field name=" + config::safeName(name) + " not in DB", "bad_request_error");
    return people::jsonOf(QJsonObject {{QStringLiteral("field_name"), qt(name)},
        {QStringLiteral("field_value"), shown(pathOf(general, qt(name)), values->value(qt(name)))}});
}

Result<std::string> listFields(Draft &draft, const Asked &asked)
{
    if (asked.query("config_type") != general)
        return refusal(400, "config_type must be general_settings", "bad_request_error");
    const auto values = kept(draft, asked, general);
    if (!values)
        return Failure {values.error()};
    QJsonArray fields;
    const std::string_view prefix = "general_settings.";
    for (const config::Key &key : config::schema()) {
        const std::string_view path = key.path;
        if (!path.starts_with(prefix) || path.find_first_of(".[", prefix.size()) != path.npos)
            continue;
        const QString name = qt(path.substr(prefix.size()));
        const QJsonValue value = values->contains(name) ? shown(std::string(path), values->value(name)) : QJsonValue();
        fields.append(QJsonObject {{QStringLiteral("field_name"), name}, {QStringLiteral("field_type"), qt(typeWord(key.type))},
            {QStringLiteral("field_description"), qt(key.help)}, {QStringLiteral("field_value"), value},
            {QStringLiteral("stored_in_db"), values->contains(name)},
            {QStringLiteral("field_default_value"), key.fallback.empty() ? QJsonValue() : QJsonValue(qt(key.fallback))}});
    }
    return people::jsonOf(fields);
}

} // namespace gatehouse::admin
