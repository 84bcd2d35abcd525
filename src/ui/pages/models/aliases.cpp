// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/aliases.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/model_entry.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
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

QJsonObject rowOf(const QString &name, const QJsonValue &written)
{
    const QString model = written.isString() ? written.toString() : written["model"_L1].toString();
    return {{u"name"_s, name}, {u"written"_s, written}, {u"is_known"_s, aliasForm(name, written).has_value()},
        {u"is_hidden"_s, written["hidden"_L1].toBool()},
        {u"target"_s, written.isArray() ? weightedText(written.toArray()) : model}};
}

QString weightText(const QJsonValue &weight)
{
    return weight.toVariant().toString();
}

std::optional<AliasTarget> targetOf(const QJsonValue &written, int at)
{
    if (written.isString())
        return AliasTarget {written.toString(), {}, at};
    const QJsonValue model = written["model"_L1], weight = written["weight"_L1];
    const bool hasWeight = weight.isUndefined() || weight.isNull() || weight.isDouble() || weight.isString();
    if (!model.isString() || !hasWeight)
        return std::nullopt;
    return AliasTarget {model.toString(), weightText(weight), at};
}

QJsonValue withTarget(const QJsonValue &written, const AliasTarget &target)
{
    if (!written.isObject() && target.weight.isEmpty())
        return target.model;
    QJsonObject made = written.toObject();
    made.insert("model"_L1, target.model);
    if (target.weight.isEmpty() && made.contains("weight"_L1) && !made.value("weight"_L1).isNull())
        made.remove("weight"_L1);
    else if (target.weight != weightText(made.value("weight"_L1)))
        made.insert("weight"_L1, target.weight.toDouble());
    return made;
}

QJsonValue withHidden(const QJsonValue &target, bool isHidden)
{
    if (target["hidden"_L1].toBool() == isHidden)
        return target;
    QJsonObject made = target.isObject() ? target.toObject() : QJsonObject {{u"model"_s, target}};
    if (isHidden)
        made.insert("hidden"_L1, true);
    else
        made.remove("hidden"_L1);
    const bool isPlain = made.size() == 1 && !isHidden;
    return isPlain ? made.value("model"_L1) : QJsonValue(made);
}

/// What stands at the place of a target; undefined: it is new.
QJsonValue partOf(const QJsonValue &written, const AliasTarget &target)
{
    if (target.at < 0)
        return QJsonValue::Undefined;
    return written.isArray() ? written.toArray().at(target.at) : written;
}

QJsonValue valueOf(const QJsonValue &written, const AliasForm &wanted)
{
    const QList<AliasTarget> &targets = wanted.targets;
    if (targets.size() == 1 && (!written.isArray() || wanted.isHidden))
        return withHidden(withTarget(partOf(written, targets.first()), targets.first()), wanted.isHidden);
    QJsonArray list;
    for (const AliasTarget &target : targets) // a list cannot be hidden
        list.append(withTarget(written.isArray() ? partOf(written, target) : withHidden(partOf(written, target), false), target));
    return list;
}

QJsonArray operator/(QJsonArray path, const QJsonValue &step)
{
    path.append(step);
    return path;
}

void addAll(QJsonArray &edits, const QJsonArray &more)
{
    for (const QJsonValue edit : more)
        edits.append(edit);
}

QJsonArray valueEdits(const QJsonArray &path, const QJsonValue &before, const QJsonValue &after)
{
    if (before == after)
        return {};
    if (before.isObject() && after.isObject())
        return mapEdits(path, before.toObject(), after.toObject());
    return {setEdit(path, after)};
}

/// Target by target, so that the comments of the others stay.
QJsonArray listEdits(const QJsonArray &path, const QJsonArray &before, const QJsonArray &after, const QList<AliasTarget> &targets)
{
    QJsonArray edits;
    const auto isKept = [&targets](int at) {
        return std::any_of(targets.begin(), targets.end(), [at](const AliasTarget &target) { return target.at == at; });
    };
    for (int at = int(before.size()) - 1; at >= 0; --at) {
        if (!isKept(at))
            edits.append(removeEdit(path / at));
    }
    for (int now = 0; now < int(after.size()); ++now) {
        if (targets[now].at < 0)
            edits.append(insertEdit(path, after.at(now)));
        else
            addAll(edits, valueEdits(path / now, before.at(targets[now].at), after.at(now)));
    }
    return edits;
}

constexpr std::array columns {
    RecordColumn {.name = "name",
        .title = [] { return QCoreApplication::translate("Aliases", "Other name"); },
        .text = [](const QJsonObject &row) { return row.value("name"_L1).toString(); },
        .width = 30},
    RecordColumn {.name = "target",
        .title = [] { return QCoreApplication::translate("Aliases", "Stands for"); },
        .text = [](const QJsonObject &row) { return row.value("target"_L1).toString(); },
        .width = 50},
    RecordColumn {.name = "listed",
        .title = [] { return QCoreApplication::translate("Aliases", "In the list of models"); },
        .text =
            [](const QJsonObject &row) {
                return row.value("is_hidden"_L1).toBool() ? QCoreApplication::translate("Aliases", "Hidden")
                                                          : QCoreApplication::translate("Aliases", "Listed");
            },
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

std::optional<AliasForm> aliasForm(const QString &name, const QJsonValue &written)
{
    AliasForm form {name, {}, written["hidden"_L1].toBool()};
    const QJsonArray targets = written.isArray() ? written.toArray() : written.isNull() ? QJsonArray() : QJsonArray {written};
    for (const QJsonValue target : targets) {
        const auto known = targetOf(target, int(form.targets.size()));
        if (!known)
            return std::nullopt;
        form.targets.append(*known);
    }
    return form;
}

QJsonArray aliasEdits(const QString &before, const QJsonValue &written, const AliasForm &wanted)
{
    const QJsonArray map {u"router_settings"_s, u"model_group_alias"_s}, path = map / wanted.name;
    const QJsonValue after = valueOf(written, wanted);
    QJsonArray edits;
    if (!before.isEmpty() && before != wanted.name)
        edits.append(renameEdit(map / before, wanted.name));
    if (written.isArray() && after.isArray())
        addAll(edits, listEdits(path, written.toArray(), after.toArray(), wanted.targets));
    else
        addAll(edits, valueEdits(path, written, after));
    return edits;
}

} // namespace gatehouse::ui
