// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/aliases.h"

#include "ui/config/change_dialog.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Aliases)
};

QString weightedText(const QJsonArray &targets)
{
    QStringList parts;
    for (const QJsonValue target : targets) {
        const QString model = target.isString() ? target.toString() : target["model"_L1].toString();
        const double weight = target["weight"_L1].toDouble(1);
        //: one of several models behind a name: %1 is the model, %2 its weight
        parts.append(Words::tr("%1, weight %2").arg(model, QLocale().toString(weight, 'g', 6)));
    }
    return parts.join(u"; "_s);
}

QJsonObject rowOf(const QString &name, const QJsonValue &target)
{
    QJsonObject row {{u"name"_s, name}, {u"is_simple"_s, !target.isArray()}, {u"is_hidden"_s, target["hidden"_L1].toBool()}};
    const QString model = target.isString() ? target.toString() : target["model"_L1].toString();
    row.insert("model"_L1, model);
    row.insert("target"_L1, target.isArray() ? weightedText(target.toArray()) : model);
    return row;
}

constexpr std::array columns {
    RecordColumn {.name = "name",
        .title = [] { return Words::tr("Other name"); },
        .text = [](const QJsonObject &row) { return row.value("name"_L1).toString(); },
        .width = 30},
    RecordColumn {.name = "target",
        .title = [] { return Words::tr("Stands for"); },
        .text = [](const QJsonObject &row) { return row.value("target"_L1).toString(); },
        .width = 50},
    RecordColumn {.name = "listed",
        .title = [] { return Words::tr("In the list of models"); },
        .text =
            [](const QJsonObject &row) { return row.value("is_hidden"_L1).toBool() ? Words::tr("Hidden") : Words::tr("Listed"); },
        .width = 16,
        .muted = true},
};

} // namespace

QJsonArray aliasRows(const QJsonObject &aliases)
{
    QJsonArray rows;
    for (auto alias = aliases.begin(); alias != aliases.end(); ++alias)
        rows.append(rowOf(alias.key(), alias.value()));
    return rows;
}

std::span<const RecordColumn> aliasColumns()
{
    return columns;
}

QJsonArray aliasEdits(const QString &before, const QJsonObject &wanted)
{
    const QJsonArray map {u"router_settings"_s, u"model_group_alias"_s};
    const QString name = wanted.value("name"_L1).toString();
    const auto at = [&map](const QString &key) {
        QJsonArray path = map;
        path.append(key);
        return path;
    };
    QJsonArray edits;
    if (!before.isEmpty() && before != name)
        edits.append(renameEdit(at(before), name));
    const QJsonValue model = wanted.value("model"_L1);
    const bool isHidden = wanted.value("is_hidden"_L1).toBool();
    edits.append(setEdit(at(name), isHidden ? QJsonValue(QJsonObject {{u"model"_s, model}, {u"hidden"_s, true}}) : model));
    return edits;
}

} // namespace gatehouse::ui
