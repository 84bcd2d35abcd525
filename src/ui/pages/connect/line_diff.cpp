// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/line_diff.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int around = 3; ///< lines that are the same, before and after each change
constexpr qsizetype mostSteps = 4'000'000;

struct Line {
    enum class Kind { Same, Removed, Added };
    Kind kind;
    qsizetype before; ///< numbers from 0
    qsizetype after;
    QString text;
};

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

/// How long the longest common run of the rests of both is, for each two places.
std::vector<int> commonLengths(const QStringList &before, const QStringList &after)
{
    const auto width = std::size_t(after.size() + 1);
    std::vector<int> lengths((std::size_t(before.size()) + 1) * width, 0);
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        for (qsizetype j = after.size() - 1; j >= 0; --j) {
            const std::size_t here = std::size_t(i) * width + std::size_t(j);
            lengths[here] =
                before[i] == after[j] ? lengths[here + width + 1] + 1 : std::max(lengths[here + width], lengths[here + 1]);
        }
    }
    return lengths;
}

std::vector<Line> compared(const QStringList &before, const QStringList &after)
{
    const bool isTooLong = before.size() * after.size() > mostSteps;
    const std::vector<int> lengths = isTooLong ? std::vector<int>() : commonLengths(before, after);
    const auto lengthAt = [&](qsizetype i, qsizetype j) {
        return isTooLong ? 0 : lengths[std::size_t(i) * std::size_t(after.size() + 1) + std::size_t(j)];
    };
    std::vector<Line> lines;
    qsizetype i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            lines.push_back({Line::Kind::Same, i, j, after[j]});
            ++i;
            ++j;
        } else if (j == after.size() || (i < before.size() && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
            lines.push_back({Line::Kind::Removed, i, j, before[i]});
            ++i;
        } else {
            lines.push_back({Line::Kind::Added, i, j, after[j]});
            ++j;
        }
    }
    return lines;
}

QJsonObject told(const Line &line, const QStringList &secrets)
{
    const QString kind = line.kind == Line::Kind::Added ? u"added"_s
        : line.kind == Line::Kind::Removed              ? u"removed"_s
                                                        : u"same"_s;
    return {
        {u"kind"_s, kind}, {u"old"_s, line.before + 1}, {u"new"_s, line.after + 1}, {u"text"_s, withDots(line.text, secrets)}};
}

bool isNearChange(const std::vector<Line> &lines, std::size_t at)
{
    const std::size_t from = at > around ? at - around : 0;
    const std::size_t to = std::min(lines.size(), at + around + 1);
    return std::any_of(lines.begin() + std::ptrdiff_t(from), lines.begin() + std::ptrdiff_t(to),
        [](const Line &each) { return each.kind != Line::Kind::Same; });
}

} // namespace

QJsonObject lineDiff(const QString &before, const QString &after, const QStringList &secrets)
{
    const std::vector<Line> lines = compared(linesOf(before), linesOf(after));
    QJsonArray hunks, hunk;
    for (std::size_t at = 0; at <= lines.size(); ++at) {
        if (at < lines.size() && isNearChange(lines, at)) {
            hunk.append(told(lines[at], secrets));
        } else if (!hunk.isEmpty()) {
            hunks.append(QJsonObject {{u"lines"_s, hunk}});
            hunk = {};
        }
    }
    return {{u"hunks"_s, hunks}};
}

QString withDots(QString text, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        if (!secret.isEmpty())
            text.replace(secret, QString(8, u'•'));
    }
    return text;
}

} // namespace gatehouse::ui
