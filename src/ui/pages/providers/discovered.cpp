// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/discovered.h"

#include "ui/pages/models/model_entry.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QJsonArray entriesFor(const QJsonArray &found, const QJsonObject &params)
{
    QJsonArray entries;
    for (const QJsonValue model : found) {
        QJsonObject own = params;
        own.insert("model"_L1, model["model"_L1]);
        QJsonObject entry {{u"model_name"_s, usualName(model["id"_L1].toString())}, {u"litellm_params"_s, own}};
        const QString mode = model["mode"_L1].toString();
        const bool isKnown = model["known"_L1].toBool(true); // then the gateway knows its mode by itself
        if (!isKnown && !mode.isEmpty() && mode != "chat"_L1)
            entry.insert("model_info"_L1, QJsonObject {{u"mode"_s, mode}});
        entries.append(entry);
    }
    return entries;
}

QJsonArray entriesOf(const QJsonArray &localModels)
{
    QJsonArray entries;
    for (const QJsonValue model : localModels) {
        QJsonObject entry {{u"model_name"_s, model["model_name"_L1]}, {u"litellm_params"_s, model["litellm_params"_L1]}};
        if (const QJsonObject info = model["model_info"_L1].toObject(); !info.isEmpty())
            entry.insert("model_info"_L1, info);
        entries.append(entry);
    }
    return entries;
}

QString modelMark(const QJsonObject &params)
{
    QString base = params.value("api_base"_L1).toString();
    while (base.endsWith(u'/'))
        base.chop(1);
    return params.value("model"_L1).toString() + u' ' + base;
}

QStringList usedModels(const QJsonArray &rows)
{
    QStringList used;
    for (const QJsonValue row : rows)
        used.append(modelMark(row["info"_L1]["litellm_params"_L1].toObject()));
    return used;
}

} // namespace gatehouse::ui
