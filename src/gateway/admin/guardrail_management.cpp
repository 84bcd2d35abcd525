// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/guardrail_management.h"

#include "gateway/admin/rows.h"
#include "gateway/admin/sealed_fields.h"
#include "gateway/admin/stored_checks.h"
#include "gateway/admin/stored_config.h"
#include "gateway/config/secrecy.h"
#include "gateway/guardrails/kinds.h"
#include "gateway/guardrails/set.h"
#include "gateway/people/fields.h"

#include <QUuid>

#include <algorithm>

namespace gatehouse::admin {

namespace {

using people::Draft;
using people::Kind;
using people::qt;
using people::textIn;

constexpr QLatin1String nameMember("guardrail_name");
constexpr QLatin1String paramsMember("litellm_params");
constexpr QLatin1String infoMember("guardrail_info");

/// A guardrail as the file would have it, and its id.
struct Entry {
    std::string id;
    QJsonObject fields;
};

Failure<Error> unknown(const std::string &id)
{
    return plainRefusal(404, qt("Guardrail with ID " + id + " not found"));
}

bool isInFile(const Draft &draft, const Asked &asked, const std::string &id)
{
    if (draft.has(Kind::Guardrail, id) || !asked.snapshot->guardrails)
        return false;
    const auto &all = asked.snapshot->guardrails->all();
    return std::any_of(all.begin(), all.end(), [&](const guardrails::Guardrail &each) { return each.id == id; });
}

// The one with \a id, which is in the database.
Result<QJsonObject> stored(const Draft &draft, const Asked &asked, const std::string &id)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    if (isInFile(draft, asked, id))
        return plainRefusal(400, qt("Guardrail with ID " + id + " is in the configuration file and is changed there"));
    auto fields = draft.find(Kind::Guardrail, id);
    return fields ? Result<QJsonObject>(std::move(*fields)) : Result<QJsonObject>(unknown(id));
}

// Two of one name would share the work between them, which nobody asks for who adds one.
Result<> checkName(const Asked &asked, const Entry &entry)
{
    const std::string name = textIn(entry.fields, "guardrail_name");
    if (name.empty())
        return missingMember("guardrail_name");
    if (!asked.snapshot->guardrails)
        return {};
    const auto &all = asked.snapshot->guardrails->all();
    const auto isOther = [&](const guardrails::Guardrail &each) { return each.name == name && each.id != entry.id; };
    if (std::any_of(all.begin(), all.end(), isOther))
        return plainRefusal(400, qt("A guardrail named " + name + " is there already"));
    return {};
}

Result<> checkParams(const QJsonObject &params)
{
    const std::string kind = textIn(params, "guardrail");
    if (kind.empty())
        return missingMember("litellm_params.guardrail");
    if (!guardrails::findKind(kind))
        return plainRefusal(400, qt("guardrails of the kind '" + kind + "' are not built yet"));
    for (const char *file : {"blocked_words_file", "presidio_ad_hoc_recognizers"}) {
        if (!textIn(params, file).empty())
            return plainRefusal(400, qt(std::string(file) + " is only read where it stands in the configuration file"));
    }
    return checkReferences(params);
}

Result<> checkEntry(const Asked &asked, const Entry &entry)
{
    if (auto checked = checkName(asked, entry); !checked)
        return checked;
    if (auto checked = checkParams(entry.fields.value(paramsMember).toObject()); !checked)
        return checked;
    config::Stored stored;
    stored.guardrails.push_back({entry.id, Secret(people::jsonOf(entry.fields))});
    return checkFits(stored);
}

// What administrators see of \a params: no credential is in it.
QJsonObject shownParams(QJsonObject params)
{
    for (auto member = params.begin(); member != params.end(); ++member) {
        const bool isHidden = config::soundsSecret(member.key().toStdString()) || member.key() == u"headers";
        if (isHidden && !member.value().isNull() && !member.value().isBool() && !member.value().isDouble())
            member.value() = QStringLiteral("\u2022\u2022\u2022");
    }
    return params;
}

// Checks \a entry, seals its params and puts it over \a fields; answers with LiteLLM's row.
Result<std::string> keep(Draft &draft, const Asked &asked, const Entry &entry, QJsonObject fields)
{
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    if (auto checked = checkEntry(asked, entry); !checked)
        return Failure {checked.error()};
    const QJsonObject params = entry.fields.value(paramsMember).toObject();
    fields.insert(nameMember, entry.fields.value(nameMember));
    fields.insert(paramsMember, sealedFields(params, placeOfGuardrail(entry.id), *vault));
    fields.insert(infoMember, entry.fields.value(infoMember).toObject());
    stamp(fields, asked);
    draft.put(Kind::Guardrail, entry.id, fields);
    fields.insert(QStringLiteral("guardrail_id"), qt(entry.id));
    fields.insert(paramsMember, shownParams(params));
    return people::jsonOf(fields);
}

// The parts of \a body that are a guardrail's.
Result<QJsonObject> partsOf(const QJsonObject &body)
{
    QJsonObject parts;
    for (const QLatin1String name : {nameMember, paramsMember, infoMember}) {
        const QJsonValue value = body.value(name);
        if (value.isUndefined() || value.isNull())
            continue;
        if (name == nameMember ? !value.isString() : !value.isObject())
            return plainRefusal(400, qt(std::string(name.data()) + " is not what it has to be"));
        parts.insert(name, value);
    }
    return parts;
}

Result<QJsonObject> wholeOf(const QJsonObject &body)
{
    if (!body.value(QStringLiteral("guardrail")).isObject())
        return missingMember("guardrail");
    return partsOf(body.value(QStringLiteral("guardrail")).toObject());
}

} // namespace

Result<std::string> newGuardrail(Draft &draft, const Asked &asked)
{
    if (auto stores = checkStores(asked); !stores)
        return Failure {stores.error()};
    auto parts = wholeOf(asked.body);
    if (!parts)
        return Failure {parts.error()};
    return keep(draft, asked, {QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(*parts)}, {});
}

Result<std::string> replaceGuardrail(Draft &draft, const Asked &asked)
{
    const auto fields = stored(draft, asked, asked.id);
    if (!fields)
        return Failure {fields.error()};
    auto parts = wholeOf(asked.body);
    if (!parts)
        return Failure {parts.error()};
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    const auto before = openedFields(fields->value(paramsMember).toObject(), placeOfGuardrail(asked.id), *vault);
    if (!before)
        return refusal(500, before.error().message);
    QJsonObject params = parts->value(paramsMember).toObject();
    for (auto member = params.begin(); member != params.end(); ++member) {
        if (member.value().toString().startsWith(u"•••")) // as it was shown: whoever sends it back has not changed it
            member.value() = before->value(member.key());
    }
    parts->insert(paramsMember, params);
    return keep(draft, asked, {asked.id, std::move(*parts)}, *fields);
}

Result<std::string> patchGuardrail(Draft &draft, const Asked &asked)
{
    const auto fields = stored(draft, asked, asked.id);
    if (!fields)
        return Failure {fields.error()};
    auto parts = partsOf(asked.body);
    if (!parts)
        return Failure {parts.error()};
    const auto vault = vaultOf(asked);
    if (!vault)
        return Failure {vault.error()};
    const auto params = openedFields(fields->value(paramsMember).toObject(), placeOfGuardrail(asked.id), *vault);
    if (!params)
        return refusal(500, params.error().message);
    Entry entry {asked.id, {}};
    entry.fields.insert(nameMember, parts->contains(nameMember) ? parts->value(nameMember) : fields->value(nameMember));
    entry.fields.insert(paramsMember, merged(*params, parts->value(paramsMember).toObject()));
    entry.fields.insert(infoMember, merged(fields->value(infoMember).toObject(), parts->value(infoMember).toObject()));
    return keep(draft, asked, entry, *fields);
}

Result<std::string> deleteGuardrail(Draft &draft, const Asked &asked)
{
    if (const auto fields = stored(draft, asked, asked.id); !fields)
        return Failure {fields.error()};
    draft.remove(Kind::Guardrail, asked.id);
    return people::jsonOf(QJsonObject {{QStringLiteral("message"), qt("Guardrail " + asked.id + " deleted successfully")}});
}

} // namespace gatehouse::admin
