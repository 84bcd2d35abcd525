// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/stored_config.h"

#include "gateway/admin/sealed_fields.h"
#include "gateway/people/fields.h"

#include <QJsonObject>

#include <functional>

namespace gatehouse::admin {

namespace {

using people::Kind;

/// One kind of record: which member of it is sealed, and where.
struct Shelf {
    Kind kind;
    const char *sealed;
    std::string (*place)(const std::string &id);
    std::string_view word;
};

/// Opens the records of a shelf one after another.
class Opener
{
public:
    Opener(const people::Directory &directory, const Secret &saltKey, std::vector<std::string> &problems)
        : m_directory(directory)
        , m_vault(vault::Vault::from(saltKey))
        , m_problems(problems)
    {
    }

    std::vector<config::Stored::Entry> all(const Shelf &shelf, const std::function<QJsonObject(const QJsonObject &)> &shaped)
    {
        std::vector<config::Stored::Entry> entries;
        for (const people::RecordPointer &record : m_directory.all(shelf.kind)) {
            QJsonObject fields = people::objectFrom(record->json);
            auto opened = open(fields.value(QLatin1String(shelf.sealed)).toObject(), shelf.place(record->id));
            if (!opened) {
                m_problems.push_back(std::string(shelf.word) + " '" + record->id + "' is left out: " + opened.error().message);
                continue;
            }
            fields.insert(QLatin1String(shelf.sealed), *opened);
            entries.push_back({record->id, Secret(people::jsonOf(shaped(fields)))});
        }
        return entries;
    }

private:
    Result<QJsonObject> open(const QJsonObject &values, const std::string &place) const
    {
        return m_vault ? openedFields(values, place, *m_vault) : Result<QJsonObject>(Failure {m_vault.error()});
    }

    const people::Directory &m_directory;
    Result<vault::Vault> m_vault;
    std::vector<std::string> &m_problems;
};

QJsonObject only(const QJsonObject &fields, std::initializer_list<const char *> names)
{
    QJsonObject result;
    for (const char *name : names) {
        if (const QJsonValue value = fields.value(QLatin1String(name)); !value.isNull() && !value.isUndefined())
            result.insert(QLatin1String(name), value);
    }
    return result;
}

QJsonObject modelEntry(const QJsonObject &fields)
{
    return only(fields, {"model_name", "litellm_params", "model_info"});
}

QJsonObject guardrailEntry(const QJsonObject &fields)
{
    return only(fields, {"guardrail_name", "litellm_params", "guardrail_info"});
}

QJsonObject credentialEntry(const QJsonObject &fields)
{
    return only(fields, {"credential_name", "credential_values", "credential_info"});
}

QJsonObject settingEntry(const QJsonObject &fields)
{
    return fields.value(QLatin1String("param_value")).toObject();
}

} // namespace

std::string placeOfModel(const std::string &id)
{
    return "model/" + id + "/litellm_params";
}

std::string placeOfGuardrail(const std::string &id)
{
    return "guardrail/" + id + "/litellm_params";
}

std::string placeOfCredential(const std::string &name)
{
    return "credential/" + name + "/credential_values";
}

std::string placeOfSetting(const std::string &section)
{
    return "setting/" + section + "/param_value";
}

config::Stored storedConfig(const people::Directory &directory, const Secret &saltKey)
{
    config::Stored stored;
    Opener opener(directory, saltKey, stored.problems);
    stored.models = opener.all({Kind::Model, "litellm_params", &placeOfModel, "the model"}, &modelEntry);
    stored.credentials =
        opener.all({Kind::Credential, "credential_values", &placeOfCredential, "the credential"}, &credentialEntry);
    stored.settings = opener.all({Kind::Setting, "param_value", &placeOfSetting, "the section"}, &settingEntry);
    stored.guardrails = opener.all({Kind::Guardrail, "litellm_params", &placeOfGuardrail, "the guardrail"}, &guardrailEntry);
    return stored;
}

} // namespace gatehouse::admin
