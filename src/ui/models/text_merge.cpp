// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/text_merge.h"

#include <QStringList>

#include <algorithm>

namespace gatehouse::ui {

namespace {

/// A run of lines of the base, and what stands there now.
struct Change {
    qsizetype begin = 0;
    qsizetype end = 0;
    QStringList lines;
};

/// Everything between the first and the last line that differ.
Change changeOf(const QStringList &base, const QStringList &now)
{
    const qsizetype most = std::min(base.size(), now.size());
    qsizetype begin = 0;
    while (begin < most && base.at(begin) == now.at(begin))
        ++begin;
    qsizetype same = 0;
    while (same < most - begin && base.at(base.size() - 1 - same) == now.at(now.size() - 1 - same))
        ++same;
    return {begin, base.size() - same, now.mid(begin, now.size() - same - begin)};
}

} // namespace

std::optional<QString> mergedText(const QString &base, const QString &mine, const QString &theirs)
{
    const QStringList lines = base.split(u'\n');
    Change first = changeOf(lines, mine.split(u'\n'));
    Change second = changeOf(lines, theirs.split(u'\n'));
    if (second.begin < first.begin)
        std::swap(first, second);
    if (second.begin <= first.end)
        return std::nullopt;
    const QStringList merged = lines.mid(0, first.begin) + first.lines + lines.mid(first.end, second.begin - first.end)
        + second.lines + lines.mid(second.end);
    return merged.join(u'\n');
}

TextDifference differenceOf(const QString &one, const QString &other)
{
    const qsizetype most = std::min(one.size(), other.size());
    TextDifference found;
    while (found.before < most && one.at(found.before) == other.at(found.before))
        ++found.before;
    while (found.after < most - found.before && one.at(one.size() - 1 - found.after) == other.at(other.size() - 1 - found.after))
        ++found.after;
    return found;
}

} // namespace gatehouse::ui
