// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_entry.h"

#include "ui/config/change_dialog.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QJsonArray operator/(QJsonArray path, const QJsonValue &step)
{
    path.append(step);
    return path;
}

/// A JSON object of Qt has its members by name; people begin with what matters.
QStringList inOrder(const QJsonObject &object)
{
    QStringList names = object.keys();
    int at = 0;
    for (const QString &first :
        {u"model"_s, u"custom_llm_provider"_s, u"api_base"_s, u"api_key"_s, u"litellm_credential_name"_s}) {
        if (names.removeOne(first))
            names.insert(at++, first);
    }
    return names;
}

} // namespace

QString maskedText()
{
    return u"•••"_s;
}

ProviderModel splitModel(const QJsonObject &params, const QStringList &providers)
{
    const QString whole = params.value("model"_L1).toString();
    if (const QString named = params.value("custom_llm_provider"_L1).toString(); !named.isEmpty())
        return {named, whole};
    const QString prefix = whole.section(u'/', 0, 0);
    if (whole.contains(u'/') && providers.contains(prefix))
        return {prefix, whole.mid(prefix.size() + 1)};
    return {{}, whole};
}

QJsonObject withModel(QJsonObject params, const ProviderModel &wanted, const QStringList &providers)
{
    if (params.contains("model"_L1) && splitModel(params, providers) == wanted)
        return params;
    params.remove("custom_llm_provider"_L1);
    params.insert("model"_L1, wanted.provider.isEmpty() ? wanted.model : wanted.provider + u'/' + wanted.model);
    return params;
}

QString usualName(const QString &model)
{
    return model.section(u'/', -1);
}

QJsonArray mapEdits(const QJsonArray &path, const QJsonObject &before, const QJsonObject &after)
{
    QJsonArray edits;
    for (const QString &name : before.keys()) {
        if (!after.contains(name))
            edits.append(removeEdit(path / name));
    }
    for (const QString &name : inOrder(after)) {
        if (before.value(name) != after.value(name))
            edits.append(setEdit(path / name, after.value(name)));
    }
    return edits;
}

QJsonArray insertEntryEdits(int index, const QJsonObject &entry)
{
    const QJsonArray list {u"model_list"_s};
    QJsonArray edits {insertEdit(list, QJsonObject {{u"model_name"_s, entry.value("model_name"_L1)}}, index)};
    for (const QString &section : {u"litellm_params"_s, u"model_info"_s}) {
        for (const QJsonValue edit : mapEdits(list / index / section, {}, entry.value(section).toObject()))
            edits.append(edit);
    }
    return edits;
}

QJsonArray entryEdits(int index, const QJsonObject &before, const QJsonObject &after)
{
    const QJsonArray path {u"model_list"_s, index};
    QJsonArray edits;
    if (before.value("model_name"_L1) != after.value("model_name"_L1))
        edits.append(setEdit(path / u"model_name"_s, after.value("model_name"_L1)));
    for (const QString &section : {u"litellm_params"_s, u"model_info"_s}) {
        for (const QJsonValue edit : mapEdits(path / section, before.value(section).toObject(), after.value(section).toObject()))
            edits.append(edit);
    }
    return edits;
}

QJsonObject changedMembers(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject changed;
    for (const QString &name : before.keys()) {
        if (!after.contains(name))
            changed.insert(name, QJsonValue());
    }
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (before.value(member.key()) != member.value())
            changed.insert(member.key(), member.value());
    }
    return changed;
}

} // namespace gatehouse::ui
