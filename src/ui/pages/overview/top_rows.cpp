// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/top_rows.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::array table = {
    TopKind {
        [] { return QCoreApplication::translate("Top", "Models"); }, "model", "/global/spend/models", "", "traffic", "model:"},
    //: API keys
    TopKind {[] { return QCoreApplication::translate("Top", "Keys"); }, "key", "/global/spend/keys", "", "keys", "key:"},
    TopKind {[] { return QCoreApplication::translate("Top", "Teams"); }, "team", "/global/spend/teams", "total_spend_per_team",
        "keys", "team:"},
};

struct Line {
    QString name; ///< for people
    QString id;
    double spend = 0;
    double requests = -1; ///< -1: not told
};

QString firstOf(const QJsonObject &record, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QString text = record.value(name).toString().simplified();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// A hash is no name, but its beginning tells two of them apart.
QString readable(const QString &name)
{
    constexpr qsizetype hash = 64;
    return name.size() == hash ? name.left(8) + u'…' : name;
}

QString figureText(const Line &line)
{
    if (line.spend > 0 || line.requests < 0)
        return moneyText(line.spend);
    return QCoreApplication::translate("Top", "%n request(s)", nullptr, int(line.requests));
}

QList<RowText> rowsOf(const TopKind &kind, QList<Line> lines, qsizetype most)
{
    lines.removeIf([](const Line &line) { return line.name.isEmpty() || (line.spend <= 0 && line.requests <= 0); });
    std::stable_sort(lines.begin(), lines.end(),
        [](const Line &a, const Line &b) { return a.spend != b.spend ? a.spend > b.spend : a.requests > b.requests; });
    QList<RowText> rows;
    for (const Line &line : lines.mid(0, most)) {
        const double whole = lines.first().spend > 0 ? lines.first().spend : lines.first().requests;
        const double part = lines.first().spend > 0 ? line.spend : line.requests;
        RowText row;
        row.title = readable(line.name);
        row.figure = figureText(line);
        row.share = whole > 0 ? part / whole : 0;
        row.calm = true;
        row.argument = QLatin1StringView(kind.word) + line.id;
        row.tip = line.name;
        rows.append(row);
    }
    return rows;
}

} // namespace

std::span<const TopKind> topKinds()
{
    return table;
}

QList<RowText> topOfSeries(const TopKind &kind, const QJsonDocument &answer, qsizetype most)
{
    QList<Line> lines;
    const QJsonArray series = answer.object().value("series"_L1).toArray();
    for (const auto &each : series) {
        const QJsonObject one = each.toObject();
        const auto first = [&one](QLatin1StringView column) { return one.value(column).toArray().first().toDouble(); };
        lines.append(
            {firstOf(one, {"label"_L1, "name"_L1}), one.value("name"_L1).toString(), first("spend"_L1), first("requests"_L1)});
    }
    return rowsOf(kind, lines, most);
}

QList<RowText> topOfReport(const TopKind &kind, const QJsonDocument &answer, qsizetype most)
{
    const QLatin1StringView list(kind.list);
    const QJsonArray report = list.isEmpty() ? answer.array() : answer.object().value(list).toArray();
    QList<Line> lines;
    for (const auto &each : report) {
        const QJsonObject one = each.toObject();
        lines.append({firstOf(one, {"key_alias"_L1, "key_name"_L1, "model"_L1, "team_id"_L1, "api_key"_L1}),
            firstOf(one, {"model"_L1, "team_id"_L1, "api_key"_L1}), one.value("total_spend"_L1).toDouble()});
    }
    return rowsOf(kind, lines, most);
}

} // namespace gatehouse::ui
