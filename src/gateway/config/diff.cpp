// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/diff.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

using Lines = std::vector<std::string_view>;
using Kind = Diff::Kind;

constexpr std::size_t contextLines = 3;
constexpr int mostChanges = 1000;

/// The part of two texts in which they differ: [begin, beforeEnd) and [begin, afterEnd) of their lines.
struct Middle {
    std::size_t begin = 0, beforeEnd = 0, afterEnd = 0;
};

Middle middleOf(const Lines &before, const Lines &after)
{
    Middle middle {0, before.size(), after.size()};
    while (middle.begin < std::min(before.size(), after.size()) && before[middle.begin] == after[middle.begin])
        ++middle.begin;
    while (middle.beforeEnd > middle.begin && middle.afterEnd > middle.begin
        && before[middle.beforeEnd - 1] == after[middle.afterEnd - 1]) {
        --middle.beforeEnd;
        --middle.afterEnd;
    }
    return middle;
}

/// E. W. Myers, An O(ND) Difference Algorithm and Its Variations (1986): how far each diagonal reaches, for each number of
/// changes.
class Paths
{
public:
    Paths(const Lines &before, const Lines &after, const Middle &middle)
        : m_before(before)
        , m_after(after)
        , m_middle(middle)
        , m_width(static_cast<int>(middle.beforeEnd - middle.begin))
        , m_height(static_cast<int>(middle.afterEnd - middle.begin))
    {
    }

    /// The kinds of lines from the beginning of the middle to its end.
    std::vector<Kind> kinds()
    {
        for (int changes = 0; changes <= std::min(m_width + m_height, mostChanges); ++changes) {
            if (reach(changes))
                return walkBack(changes);
        }
        std::vector<Kind> all(static_cast<std::size_t>(m_width), Kind::Removed);
        all.insert(all.end(), static_cast<std::size_t>(m_height), Kind::Added);
        return all;
    }

private:
    int farthest(int changes, int diagonal) const
    {
        return m_reached[static_cast<std::size_t>(changes)][static_cast<std::size_t>((diagonal + changes) / 2)];
    }

    /// Whether the step to \a diagonal is down: a line of the second text.
    bool isDown(int changes, int diagonal) const
    {
        return diagonal == -changes
            || (diagonal != changes && farthest(changes - 1, diagonal - 1) < farthest(changes - 1, diagonal + 1));
    }

    int stepTo(int changes, int diagonal) const
    {
        if (changes == 0)
            return 0;
        return isDown(changes, diagonal) ? farthest(changes - 1, diagonal + 1) : farthest(changes - 1, diagonal - 1) + 1;
    }

    bool isSame(int x, int y) const
    {
        return x < m_width && y < m_height
            && m_before[m_middle.begin + static_cast<std::size_t>(x)] == m_after[m_middle.begin + static_cast<std::size_t>(y)];
    }

    bool reach(int changes)
    {
        m_reached.emplace_back();
        for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
            int x = stepTo(changes, diagonal);
            while (isSame(x, x - diagonal))
                ++x;
            m_reached.back().push_back(x);
            if (x >= m_width && x - diagonal >= m_height)
                return true;
        }
        return false;
    }

    std::vector<Kind> walkBack(int changes) const
    {
        std::vector<Kind> kinds;
        int x = m_width, diagonal = m_width - m_height;
        for (; changes >= 0; --changes) {
            const int begin = stepTo(changes, diagonal);
            kinds.insert(kinds.end(), static_cast<std::size_t>(x - begin), Kind::Same);
            if (changes == 0)
                break;
            const bool down = isDown(changes, diagonal);
            kinds.push_back(down ? Kind::Added : Kind::Removed);
            x = down ? begin : begin - 1;
            diagonal += down ? 1 : -1;
        }
        std::reverse(kinds.begin(), kinds.end());
        return kinds;
    }

    const Lines &m_before, &m_after;
    Middle m_middle;
    int m_width, m_height;
    std::vector<std::vector<int>> m_reached; // by changes, then by every second diagonal
};

std::vector<Diff::Line> allLines(const Lines &before, const Lines &after)
{
    const Middle middle = middleOf(before, after);
    std::vector<Kind> kinds(middle.begin, Kind::Same);
    const std::vector<Kind> inside = Paths(before, after, middle).kinds();
    kinds.insert(kinds.end(), inside.begin(), inside.end());
    kinds.insert(kinds.end(), before.size() - middle.beforeEnd, Kind::Same);
    std::vector<Diff::Line> lines;
    std::size_t left = 0, right = 0;
    for (const Kind kind : kinds) {
        left += kind == Kind::Added ? 0 : 1;
        right += kind == Kind::Removed ? 0 : 1;
        const std::string_view text = kind == Kind::Added ? after[right - 1] : before[left - 1];
        lines.push_back({kind, kind == Kind::Added ? 0 : left, kind == Kind::Removed ? 0 : right, text});
    }
    return lines;
}

Diff::Hunk hunkOf(const std::vector<Diff::Line> &lines, std::size_t begin, std::size_t end)
{
    Diff::Hunk hunk;
    const auto first = lines.begin();
    hunk.lines.assign(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end));
    for (const Diff::Line &line : hunk.lines) {
        hunk.beforeStart = hunk.beforeStart == 0 ? line.before : hunk.beforeStart;
        hunk.afterStart = hunk.afterStart == 0 ? line.after : hunk.afterStart;
        hunk.beforeLines += line.kind == Kind::Added ? 0 : 1;
        hunk.afterLines += line.kind == Kind::Removed ? 0 : 1;
    }
    return hunk;
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

Diff diff(std::string_view before, std::string_view after)
{
    const std::vector<Diff::Line> lines = allLines(linesOf(before), linesOf(after));
    Diff result;
    std::size_t begin = 0, end = 0; // of the hunk that is open
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == Kind::Same)
            continue;
        (lines[i].kind == Kind::Added ? result.added : result.removed) += 1;
        const std::size_t from = i > contextLines ? i - contextLines : 0;
        if (end > 0 && from > end)
            result.hunks.push_back(hunkOf(lines, begin, end));
        if (end == 0 || from > end)
            begin = from;
        end = std::min(i + 1 + contextLines, lines.size());
    }
    if (end > 0)
        result.hunks.push_back(hunkOf(lines, begin, end));
    return result;
}

} // namespace gatehouse::config
