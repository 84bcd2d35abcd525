// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/sealed_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

bool isSealed(const QString &name, const QJsonValue &value)
{
    static constexpr std::array<std::string_view, 3> names {"model", "custom_llm_provider", "litellm_credential_name"};
    const bool isPlain = value.isNull() || value.isBool() || value.isDouble();
    return !isPlain && std::find(names.begin(), names.end(), name.toStdString()) == names.end();
}

std::string placeOf(const std::string &place, const QString &name)
{
    return place + "/" + name.toStdString();
}

// A list of one, because Qt knows no JSON text that is a text alone.
std::string wrapped(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact).toStdString();
}

QJsonValue unwrapped(const Secret &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json.reveal())).array().at(0);
}

} // namespace

QJsonObject sealedFields(const QJsonObject &values, const std::string &place, const vault::Vault &vault)
{
    QJsonObject sealed = values;
    for (auto member = values.begin(); member != values.end(); ++member) {
        if (isSealed(member.key(), member.value())) {
            const Secret text(wrapped(member.value()));
            sealed.insert(member.key(), QString::fromStdString(vault.seal(text.reveal(), placeOf(place, member.key()))));
        }
    }
    return sealed;
}

Result<QJsonObject> openedFields(const QJsonObject &values, const std::string &place, const vault::Vault &vault)
{
    QJsonObject opened = values;
    for (auto member = values.begin(); member != values.end(); ++member) {
        if (!isSealed(member.key(), member.value()))
            continue;
        const auto text = vault.open(member.value().toString().toStdString(), placeOf(place, member.key()));
        if (!text)
            return Failure {text.error()};
        opened.insert(member.key(), unwrapped(*text));
    }
    return opened;
}

} // namespace gatehouse::admin
