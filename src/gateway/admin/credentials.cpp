// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/credentials.h"

#include "gateway/admin/rows.h"
#include "gateway/admin/sealed_fields.h"
#include "gateway/admin/stored_checks.h"
#include "gateway/admin/stored_config.h"
#include "gateway/people/fields.h"
#include "gateway/providers/shown.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

constexpr QLatin1String valuesName("credential_values"), infoName("credential_info");

Failure<Error> unknown(const std::string &name)
{
    return refusal(404, "Credential not found. Got credential name: " + name, "not_found_error");
}

std::string success(const char *what)
{
    return people::jsonOf(QJsonObject {{QStringLiteral("success"), true}, {QStringLiteral("message"), QLatin1String(what)}});
}

// The deployment's own way to its provider becomes a credential.
Result<QJsonObject> valuesOfModel(const Draft &draft, const std::string &id, const vault::Vault &vault)
{
    const auto model = draft.find(Kind::Model, id);
    if (!model)
        return refusal(404, "Model not found. Got model ID: " + id, "not_found_error");
    auto params = openedFields(model->value(QStringLiteral("litellm_params")).toObject(), placeOfModel(id), vault);
    if (!params)
        return refusal(500, params.error().message);
    QJsonObject values;
    for (auto member = params->begin(); member != params->end(); ++member) {
        const QString &name = member.key();
        if (name.startsWith(u"api_") || name.startsWith(u"aws_") || name.startsWith(u"vertex_") || name.startsWith(u"azure_"))
            values.insert(name, member.value());
    }
    return values;
}

Result<QJsonObject> givenValues(const Draft &draft, const Asked &asked, const vault::Vault &vault)
{
    const QJsonValue given = asked.body.value(valuesName);
    if (const std::string model = textIn(asked.body, "model_id"); !given.isObject() && !model.empty())
        return valuesOfModel(draft, model, vault);
    if (!given.isObject())
        return missingMember("credential_values");
    return given.toObject();
}

Result<> checkCredential(const std::string &name, const QJsonObject &values)
{
    if (auto checked = checkReferences(values); !checked)
        return checked;
    config::Stored stored;
    const QJsonObject entry {{QStringLiteral("credential_name"), qt(name)}, {valuesName, values}};
    stored.credentials.push_back({name, Secret(people::jsonOf(entry))});
    return checkFits(stored);
}

// Seals \a values and puts the record.
Result<> keep(Draft &draft, const Asked &asked, QJsonObject fields, const QJsonObject &values)
{
    const std::string name = textIn(fields, "credential_name");
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    if (auto checked = checkCredential(name, values); !checked)
        return checked;
    fields.insert(valuesName, sealedFields(values, placeOfCredential(name), *vault));
    stamp(fields, asked);
    draft.put(Kind::Credential, name, std::move(fields));
    return {};
}

} // namespace

Result<std::string> createCredential(Draft &draft, const Asked &asked)
{
    const std::string name = textIn(asked.body, "credential_name");
    if (name.empty())
        return missingMember("credential_name");
    if (draft.has(Kind::Credential, name))
        return refusal(400, "Credential " + name + " already exists", "bad_request_error");
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    const auto values = givenValues(draft, asked, *vault);
    if (!values)
        return Failure {values.error()};
    QJsonObject fields {{QStringLiteral("credential_name"), qt(name)}, {infoName, asked.body.value(infoName).toObject()}};
    if (auto kept = keep(draft, asked, std::move(fields), *values); !kept)
        return Failure {kept.error()};
    return success("Credential created successfully");
}

Result<std::string> updateCredential(Draft &draft, const Asked &asked)
{
    auto fields = draft.find(Kind::Credential, asked.id);
    if (!fields)
        return unknown(asked.id);
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    const auto values = openedFields(fields->value(valuesName).toObject(), placeOfCredential(asked.id), *vault);
    if (!values)
        return refusal(500, values.error().message);
    fields->insert(infoName, merged(fields->value(infoName).toObject(), asked.body.value(infoName).toObject()));
    if (auto kept = keep(draft, asked, *fields, merged(*values, asked.body.value(valuesName).toObject())); !kept)
        return Failure {kept.error()};
    return success("Credential updated successfully");
}

Result<std::string> deleteCredential(Draft &draft, const Asked &asked)
{
    if (!draft.has(Kind::Credential, asked.id))
        return unknown(asked.id);
    draft.remove(Kind::Credential, asked.id);
    return success("Credential deleted successfully");
}

Result<std::string> listCredentials(Draft &, const Asked &asked)
{
    wire::JsonWriter json;
    json.beginObject().key("success").boolean(true).key("credentials").beginArray();
    for (const auto &credential : asked.snapshot->credentials)
        json.raw(credential.json);
    return json.endArray().endObject().take();
}

Result<std::string> showCredential(Draft &, const Asked &asked)
{
    const auto &all = asked.snapshot->credentials;
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.name == asked.id; });
    return known == all.end() ? Result<std::string>(unknown(asked.id)) : Result<std::string>(known->json);
}

Result<std::string> showCredentialOfModel(Draft &, const Asked &asked)
{
    const auto &all = asked.snapshot->router.deployments();
    const auto deployment = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.id == asked.id; });
    if (deployment == all.end())
        return refusal(404, "Model not found. Got model ID: " + asked.id, "not_found_error");
    wire::JsonWriter json;
    json.beginObject().key("credential_name").string(deployment->id).key("credential_values").beginObject();
    if (!deployment->apiKey.isEmpty())
        json.key("api_key").string(deployment->apiKey.masked());
    json.key("api_base").string(providers::shownAddress(deployment->apiBase));
    return json.endObject().key("credential_info").beginObject().endObject().endObject().take();
}

} // namespace gatehouse::admin
