// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/move_edits.h"

#include "ui/config/change_dialog.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QJsonArray moveEdits(QList<int> chosen, int before)
{
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    QJsonArray edits;
    const auto move = [&edits](int from, int to) {
        if (from != to)
            edits.append(moveEdit({u"model_list"_s}, from, to));
    };
    // From the new place outwards, so that no move changes where those are that are still to come.
    const auto middle = std::lower_bound(chosen.begin(), chosen.end(), before);
    int to = before;
    for (auto above = middle; above != chosen.begin();)
        move(*--above, --to);
    to = before;
    for (auto below = middle; below != chosen.end(); ++below)
        move(*below, to++);
    return edits;
}

QList<int> placesOf(const QJsonArray &rows, const QString &group)
{
    QList<int> places;
    for (const QJsonValue row : rows) {
        const int place = row["index"_L1].toInt(-1);
        if (place >= 0 && row["group"_L1].toString() == group && !places.contains(place))
            places.append(place);
    }
    std::sort(places.begin(), places.end());
    return places;
}

std::optional<int> besideNextGroup(const QJsonArray &rows, const QString &group, int by)
{
    QStringList groups; // rows of the file come in its order
    for (const QJsonValue row : rows) {
        const QString name = row["group"_L1].toString();
        if (row["index"_L1].toInt(-1) >= 0 && !groups.contains(name))
            groups.append(name);
    }
    const qsizetype at = groups.indexOf(group), next = at + by;
    if (at < 0 || next < 0 || next >= groups.size())
        return std::nullopt;
    const QList<int> places = placesOf(rows, groups[next]);
    return by < 0 ? places.first() : places.last() + 1;
}

} // namespace gatehouse::ui
