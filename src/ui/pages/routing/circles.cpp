// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/circles.h"

#include <QList>
#include <QSet>

namespace gatehouse::ui {

namespace {

struct Step {
    QString name;
    qsizetype next = 0; ///< which of its ways is gone next
};

/// Appends what the name leads to, each after everything that it leads to itself; what was seen before is left out.
void walk(const Ways &ways, const QString &begin, QSet<QString> &seen, QStringList &left)
{
    QList<Step> path;
    const auto enter = [&](const QString &name) {
        if (seen.contains(name))
            return;
        seen.insert(name);
        path.append({name});
    };
    enter(begin);
    while (!path.isEmpty()) {
        const QString name = path.last().name;
        const QStringList targets = ways.value(name);
        const qsizetype next = path.last().next++;
        if (next < targets.size()) {
            enter(targets[next]);
            continue;
        }
        left.append(name);
        path.removeLast();
    }
}

Ways turnedRound(const Ways &ways)
{
    Ways back;
    for (auto way = ways.begin(); way != ways.end(); ++way) {
        for (const QString &target : way.value())
            back[target].append(way.key());
    }
    return back;
}

} // namespace

// Kosaraju's way: what is left last is at the beginning of everything; gone backwards from there, only its own circle is reached.
QHash<QString, int> circlesOf(const Ways &ways)
{
    QStringList left;
    QSet<QString> seen;
    for (auto way = ways.begin(); way != ways.end(); ++way)
        walk(ways, way.key(), seen, left);
    const Ways back = turnedRound(ways);
    QHash<QString, int> numbers;
    seen.clear();
    int number = 0;
    for (auto name = left.crbegin(); name != left.crend(); ++name, ++number) {
        QStringList circle;
        walk(back, *name, seen, circle);
        for (const QString &each : circle)
            numbers.insert(each, number);
    }
    return numbers;
}

} // namespace gatehouse::ui
