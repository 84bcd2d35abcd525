// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/model_management.h"

#include "gateway/admin/rows.h"
#include "gateway/admin/sealed_fields.h"
#include "gateway/admin/stored_checks.h"
#include "gateway/admin/stored_config.h"
#include "gateway/people/fields.h"
#include "gateway/providers/table.h"

#include <QUuid>

#include <algorithm>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

constexpr QLatin1String nameMember("model_name");
constexpr QLatin1String paramsMember("litellm_params");
constexpr QLatin1String infoMember("model_info");
constexpr QLatin1String idMember("id");

/// A model as the file would have it, and its id.
struct Model {
    std::string id;
    QJsonObject entry;
};

std::string idIn(const QJsonObject &body)
{
    return textIn(body.value(infoMember).toObject(), "id");
}

Result<> checkProvider(const QJsonObject &params)
{
    const std::string model = textIn(params, "model");
    std::string base = textIn(params, "api_base");
    if (base.empty())
        base = textIn(params, "base_url");
    const auto name = providers::resolve(model, textIn(params, "custom_llm_provider"), base);
    if (name.provider && !name.provider->operations.empty())
        return {};
    return refusal(400,
        "LLM Provider NOT provided for model=" + model + ". Write it as provider/model, for example openai/" + model,
        "bad_request_error");
}

Result<> checkModel(const Model &model)
{
    if (textIn(model.entry, "model_name").empty())
        return missingMember("model_name");
    const QJsonObject params = model.entry.value(paramsMember).toObject();
    if (textIn(params, "model").empty())
        return missingMember("litellm_params.model");
    if (auto checked = checkReferences(params); !checked)
        return checked;
    config::Stored stored;
    stored.models.push_back({model.id, Secret(people::jsonOf(model.entry))});
    if (auto fits = checkFits(stored); !fits)
        return fits;
    return checkProvider(params);
}

// What record keeping says of a model, beside the model: who made it and when.
QJsonObject standingFields(const Draft &draft, const std::string &id)
{
    return draft.find(Kind::Model, id).value_or(QJsonObject());
}

QJsonObject rowOf(const std::string &id, QJsonObject fields)
{
    fields.insert(QStringLiteral("model_id"), qt(id));
    return fields;
}

// Checks \a model, seals its params and puts it; answers with LiteLLM's row, whose params are sealed too.
Result<std::string> keep(Draft &draft, const Asked &asked, const Model &model)
{
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    if (auto checked = checkModel(model); !checked)
        return Failure {checked.error()};
    QJsonObject fields = standingFields(draft, model.id);
    QJsonObject info = model.entry.value(infoMember).toObject();
    info.insert(idMember, qt(model.id));
    info.insert(QStringLiteral("db_model"), true);
    fields.insert(nameMember, model.entry.value(nameMember));
    fields.insert(paramsMember, sealedFields(model.entry.value(paramsMember).toObject(), placeOfModel(model.id), *vault));
    fields.insert(infoMember, info);
    stamp(fields, asked);
    draft.put(Kind::Model, model.id, fields);
    return people::jsonOf(rowOf(model.id, fields));
}

// The stored model with what \a body gives over it.
Result<Model> updated(const Draft &draft, const Asked &asked, const std::string &id)
{
    const QJsonObject fields = standingFields(draft, id);
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    const auto params = openedFields(fields.value(paramsMember).toObject(), placeOfModel(id), *vault);
    if (!params)
        return refusal(500, params.error().message);
    Model model {id, {}};
    const QJsonObject &body = asked.body;
    const QJsonValue name = body.value(nameMember).isString() ? body.value(nameMember) : fields.value(nameMember);
    model.entry.insert(nameMember, name);
    model.entry.insert(paramsMember, merged(*params, body.value(paramsMember).toObject()));
    QJsonObject info = merged(fields.value(infoMember).toObject(), body.value(infoMember).toObject());
    if (const QJsonValue blocked = body.value(QStringLiteral("blocked")); blocked.isBool())
        info.insert(QStringLiteral("blocked"), blocked);
    model.entry.insert(infoMember, info);
    return model;
}

bool isInConfiguration(const Asked &asked, const std::string &id)
{
    const auto &all = asked.snapshot->router.deployments();
    return std::any_of(all.begin(), all.end(), [&](const Deployment &each) { return each.id == id; });
}

Result<> checkMembers(const QJsonObject &body)
{
    for (const QLatin1String name : {paramsMember, infoMember}) {
        const QJsonValue value = body.value(name);
        if (!value.isUndefined() && !value.isNull() && !value.isObject())
            return refusal(400, std::string(name.data()) + " must be an object", "bad_request_error");
    }
    return checkReferences(body);
}

Result<> mayChange(const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return stores;
    return checkMembers(asked.body);
}

} // namespace

Result<std::string> newModel(Draft &draft, const Asked &asked)
{
    if (auto may = mayChange(asked); !may)
        return Failure {may.error()};
    std::string id = idIn(asked.body);
    if (id.empty())
        id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    if (draft.has(Kind::Model, id))
        return refusal(400, "Model with id=" + id + " already exists; change it with /model/update", "bad_request_error");
    if (isInConfiguration(asked, id))
        return refusal(400, "Model with id=" + id + " is in the configuration file", "bad_request_error");
    Model model {id, {}};
    for (const QLatin1String name : {nameMember, paramsMember, infoMember}) {
        if (const QJsonValue value = asked.body.value(name); !value.isUndefined() && !value.isNull())
            model.entry.insert(name, value);
    }
    return keep(draft, asked, model);
}

Result<std::string> updateModel(Draft &draft, const Asked &asked)
{
    if (auto may = mayChange(asked); !may)
        return Failure {may.error()};
    const std::string id = idIn(asked.body);
    if (id.empty())
        return refusal(400, "model_info.id not provided", "bad_request_error");
    const auto model = updated(draft, asked, id);
    return model ? keep(draft, asked, *model) : Result<std::string>(Failure {model.error()});
}

Result<std::string> patchModel(Draft &draft, const Asked &asked)
{
    if (auto may = mayChange(asked); !may)
        return Failure {may.error()};
    if (!draft.has(Kind::Model, asked.id) && isInConfiguration(asked, asked.id))
        return refusal(400, "Cannot edit config-based model. Store model in DB via /model/new first.", "bad_request_error");
    if (!draft.has(Kind::Model, asked.id))
        return refusal(404, "Model " + asked.id + " not found on proxy.", "not_found_error");
    const auto model = updated(draft, asked, asked.id);
    return model ? keep(draft, asked, *model) : Result<std::string>(Failure {model.error()});
}

Result<std::string> deleteModel(Draft &draft, const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    const std::string id = textIn(asked.body, "id");
    if (id.empty())
        return missingMember("id");
    if (!draft.has(Kind::Model, id))
        return refusal(400, "Model with id=" + id + " not found in db", "bad_request_error");
    draft.remove(Kind::Model, id);
    return people::jsonOf(QJsonObject {{QStringLiteral("message"), qt("Model: " + id + " deleted successfully")}});
}

} // namespace gatehouse::admin
