// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_rows.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using ById = QHash<QString, QJsonObject>;

ById byId(const QJsonArray &records)
{
    ById found;
    for (const QJsonValue record : records)
        found.insert(record["id"_L1].toString(), record.toObject());
    return found;
}

/// Entries of the file by the deployments that were made of them; one entry may have made several.
ById entriesById(const QJsonArray &file)
{
    ById found;
    for (const QJsonValue entry : file) {
        for (const QJsonValue id : entry["ids"_L1].toArray())
            found.insert(id.toString(), entry.toObject());
    }
    return found;
}

QJsonValue perMillion(const QJsonValue &perToken)
{
    return perToken.isDouble() ? QJsonValue(perToken.toDouble() * 1e6) : QJsonValue();
}

QString providerOf(const QJsonObject &params, const QJsonObject &standing)
{
    const QString told = standing.value("provider"_L1).toString(params.value("custom_llm_provider"_L1).toString());
    return told.isEmpty() ? params.value("model"_L1).toString().section(u'/', 0, 0) : told;
}

void addEntry(QJsonObject &row, const QJsonObject &entry)
{
    row.insert("index"_L1, entry.isEmpty() ? -1 : entry.value("index"_L1).toInt(-1));
    row.insert("entry"_L1, entry);
}

void addStanding(QJsonObject &row, const QJsonObject &standing)
{
    for (const QLatin1StringView name : {"seconds_left"_L1, "reason"_L1, "latency_ms"_L1, "in_flight"_L1, "outage_until"_L1})
        row.insert(name, standing.value(name));
    const bool isBlocked = row.value("is_blocked"_L1).toBool();
    row.insert("state"_L1, isBlocked ? u"blocked"_s : standing.value("state"_L1).toString());
}

QJsonObject keyOf(const QJsonObject &params, const QJsonObject &entry, bool isStored)
{
    if (!entry.isEmpty())
        return keyPlace(entry.value("litellm_params"_L1).toObject());
    const QJsonObject place = keyPlace(params);
    const bool isHidden = isStored && place.value("key_kind"_L1) == "none"_L1; // what is sealed is not told
    return isHidden ? QJsonObject {{u"key"_s, QString()}, {u"key_kind"_s, u"stored"_s}} : place;
}

void addAll(QJsonObject &row, const QJsonObject &more)
{
    for (auto member = more.begin(); member != more.end(); ++member)
        row.insert(member.key(), member.value());
}

/// One deployment, door by door.
struct Parts {
    QJsonObject told;
    QJsonObject entry;
    QJsonObject standing;
    QJsonObject sums;
};

QJsonObject rowOf(const Parts &parts, bool isFileKnown)
{
    const auto &[told, entry, standing, sums] = parts;
    const QJsonObject params = told.value("litellm_params"_L1).toObject(), info = told.value("model_info"_L1).toObject();
    const bool isStored = info.value("db_model"_L1).toBool();
    const QString id = info.value("id"_L1).toString();
    QJsonObject row {{u"id"_s, id}, {u"group"_s, told.value("model_name"_L1)}, {u"model"_s, params.value("model"_L1)},
        {u"provider"_s, providerOf(params, standing)}, {u"is_blocked"_s, info.value("blocked"_L1).toBool()},
        {u"is_stored"_s, isStored}, {u"info"_s, told},
        {u"input_per_million"_s, perMillion(info.value("input_cost_per_token"_L1))},
        {u"output_per_million"_s, perMillion(info.value("output_cost_per_token"_L1))}};
    addEntry(row, isStored ? QJsonObject() : entry);
    row.insert("is_included"_L1, !isStored && entry.isEmpty() && isFileKnown);
    addAll(row, keyOf(params, isStored ? QJsonObject() : entry, isStored));
    addStanding(row, standing);
    addAll(row, sums);
    return row;
}

/// An entry of the file that is no deployment: its provider is not known, or something is missing.
QJsonObject unusedRow(const QJsonObject &entry)
{
    const QJsonObject params = entry.value("litellm_params"_L1).toObject();
    QJsonObject row {{u"id"_s, u"file:%1"_s.arg(entry.value("index"_L1).toInt())}, {u"group"_s, entry.value("model_name"_L1)},
        {u"model"_s, params.value("model"_L1)}, {u"provider"_s, providerOf(params, {})}, {u"is_stored"_s, false},
        {u"state"_s, u"unusable"_s}};
    addEntry(row, entry);
    addAll(row, keyPlace(params));
    return row;
}

} // namespace

QJsonObject keyPlace(const QJsonObject &params)
{
    const auto place = [](const QString &kind, const QString &key) {
        return QJsonObject {{u"key_kind"_s, kind}, {u"key"_s, key}};
    };
    if (const QString name = params.value("litellm_credential_name"_L1).toString(); !name.isEmpty())
        return place(u"credential"_s, name);
    const QString key = params.value("api_key"_L1).toString();
    static constexpr std::array kinds {std::pair {"keychain/"_L1, "keychain"_L1}, std::pair {"secret://"_L1, "keychain"_L1},
        std::pair {"os.environ/"_L1, "environment"_L1}, std::pair {"file/"_L1, "file"_L1}};
    for (const auto &[prefix, kind] : kinds) {
        if (key.startsWith(prefix))
            return place(kind, key.mid(prefix.size()));
    }
    return place(key.isEmpty() ? u"none"_s : u"text"_s, {});
}

QJsonArray modelRows(const ModelSources &sources)
{
    const ById standings = byId(sources.health), entries = entriesById(sources.file);
    QList<QJsonObject> rows;
    for (const QJsonValue value : sources.info) {
        const QString id = value["model_info"_L1]["id"_L1].toString();
        rows.append(rowOf({value.toObject(), entries.value(id), standings.value(id), sources.sums.value(id).toObject()},
            !sources.file.isEmpty()));
    }
    for (const QJsonValue entry : sources.file) {
        if (entry["ids"_L1].toArray().isEmpty())
            rows.append(unusedRow(entry.toObject()));
    }
    for (QJsonObject &row : rows)
        row.insert("revision"_L1, sources.revision);
    const auto place = [](const QJsonObject &row) {
        const int index = row.value("index"_L1).toInt(-1);
        return index < 0 ? INT_MAX : index;
    };
    std::stable_sort(rows.begin(), rows.end(), [&place](const auto &a, const auto &b) { return place(a) < place(b); });
    QJsonArray all;
    for (const QJsonObject &row : rows)
        all.append(row);
    return all;
}

} // namespace gatehouse::ui
