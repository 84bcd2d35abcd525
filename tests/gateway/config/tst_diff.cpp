// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/diff.h"

#include <QTest>

#include <random>

using namespace gatehouse::config;

namespace {

/// The hunks as other programs print them.
std::string unified(const Diff &diff)
{
    std::string text;
    for (const Diff::Hunk &hunk : diff.hunks) {
        text += "@@ " + std::to_string(hunk.beforeStart) + "," + std::to_string(hunk.beforeLines) + " "
            + std::to_string(hunk.afterStart) + "," + std::to_string(hunk.afterLines) + "\n";
        for (const Diff::Line &line : hunk.lines)
            text.append(1, line.kind == Diff::Kind::Same ? ' ' : line.kind == Diff::Kind::Added ? '+' : '-').append(line.text);
    }
    return text;
}

std::string lines(std::initializer_list<int> numbers)
{
    std::string text;
    for (const int number : numbers)
        text += std::to_string(number) + "\n";
    return text;
}

/// What the hunks make of \a before.
std::string patched(std::string_view before, const Diff &diff)
{
    const auto old = linesOf(before);
    std::string text;
    std::size_t done = 0;
    for (const Diff::Hunk &hunk : diff.hunks) {
        const std::size_t begin = hunk.beforeLines > 0 ? hunk.beforeStart - 1 : done;
        for (; done < begin; ++done)
            text += old[done];
        for (const Diff::Line &line : hunk.lines) {
            if (line.kind != Diff::Kind::Removed)
                text += line.text;
            done += line.kind == Diff::Kind::Added ? 0 : 1;
        }
    }
    for (; done < old.size(); ++done)
        text += old[done];
    return text;
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameTextsHaveNone()
    {
        QVERIFY(diff("a\nb\n", "a\nb\n").hunks.empty());
        QVERIFY(diff("", "").hunks.empty());
    }

    void aChangeComesWithThreeLinesAround()
    {
        const std::string before = lines({1, 2, 3, 4, 5, 6, 7, 8, 9}), after = lines({1, 2, 3, 4, 50, 6, 7, 8, 9});
        const Diff change = diff(before, after);
        QCOMPARE(unified(change), std::string("@@ 2,7 2,7\n 2\n 3\n 4\n-5\n+50\n 6\n 7\n 8\n"));
        QCOMPARE(change.added, std::size_t(1));
        QCOMPARE(change.removed, std::size_t(1));
        QCOMPARE(change.hunks[0].lines[3].before, std::size_t(5));
        QCOMPARE(change.hunks[0].lines[3].after, std::size_t(0));
        QCOMPARE(change.hunks[0].lines[4].after, std::size_t(5));
    }

    void changesFarApartAreHunksOfTheirOwn()
    {
        const std::string before = lines({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), after = lines({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        QCOMPARE(unified(diff(before, after)), std::string("@@ 1,3 1,4\n+0\n 1\n 2\n 3\n@@ 7,4 8,3\n 7\n 8\n 9\n-10\n"));
    }

    void aTextFromNothingAndBack()
    {
        const std::string text = "a\nb";
        QCOMPARE(unified(diff("", text)), std::string("@@ 0,0 1,2\n+a\n+b"));
        QCOMPARE(unified(diff(text, "")), std::string("@@ 1,2 0,0\n-a\n-b"));
    }

    void aLineBreakIsPartOfItsLine()
    {
        QCOMPARE(diff("a", "a\n").added, std::size_t(1));
        QCOMPARE(diff("a\r\n", "a\n").removed, std::size_t(1));
    }

    void hunksMakeTheOneOfTheOther()
    {
        std::mt19937 chance(7);
        for (int round = 0; round < 500; ++round) {
            std::string before, after;
            for (std::size_t i = chance() % 40; i > 0; --i) {
                const std::string line = std::to_string(chance() % 6) + "\n";
                before += chance() % 5 ? line : "";
                after += chance() % 5 ? line : "x\n";
            }
            QCOMPARE(patched(before, diff(before, after)), after);
        }
    }

    void textsWithNothingInCommonAreNotCountedForEver()
    {
        std::string before, after;
        for (int i = 0; i < 20000; ++i) {
            before += "a" + std::to_string(i) + "\n";
            after += "b" + std::to_string(i) + "\n";
        }
        const Diff change = diff(before, after);
        QCOMPARE(change.removed, std::size_t(20000));
        QCOMPARE(patched(before, change), after);
    }
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
