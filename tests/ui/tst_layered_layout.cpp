// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/layered_layout.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace gatehouse::ui;

namespace {

using Arrows = QList<QPair<int, int>>;

QList<QSizeF> boxes(int count)
{
    QList<QSizeF> all;
    for (int at = 0; at < count; ++at)
        all.append(QSizeF(200, 40 + 20 * (at % 4)));
    return all;
}

bool overlaps(const QList<QRectF> &rects)
{
    for (int one = 0; one < rects.size(); ++one) {
        for (int other = one + 1; other < rects.size(); ++other) {
            if (rects[one].intersects(rects[other]))
                return true;
        }
    }
    return false;
}

// Arrows between the same two columns that cross.
int crossings(const QList<QRectF> &rects, const Arrows &arrows)
{
    int count = 0;
    for (const auto &[a, b] : arrows) {
        for (const auto &[c, d] : arrows) {
            const bool isBeside = rects[a].left() == rects[c].left() && rects[b].left() == rects[d].left();
            count += isBeside && rects[a].top() < rects[c].top() && rects[b].top() > rects[d].top() ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class LayeredLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLaidOutAsNothing() { QVERIFY(layered({}, {}).boxes.isEmpty()); }

    void arrowsLeadToTheRight()
    {
        const Arrows arrows {{0, 1}, {1, 2}, {0, 2}};
        const QList<QRectF> rects = layered(boxes(3), arrows).boxes;
        for (const auto &[from, to] : arrows)
            QVERIFY(rects[from].right() < rects[to].left());
    }

    void circlesAreLaidOutToo()
    {
        const QList<QRectF> rects = layered(boxes(3), {{0, 1}, {1, 2}, {2, 0}, {1, 1}}).boxes;
        QVERIFY(!overlaps(rects));
        QVERIFY(rects[0].left() < rects[1].left());
        QVERIFY(rects[1].left() < rects[2].left());
    }

    void arrowsThatNeedNotCrossDoNot()
    {
        const Arrows arrows {{0, 5}, {1, 4}, {2, 3}, {0, 4}};
        QCOMPARE(crossings(layered(boxes(6), arrows).boxes, arrows), 0);
    }

    void boxesWithoutArrowsStandInRowsBelow()
    {
        LayoutSpacing spacing;
        spacing.width = 500;
        const QList<QRectF> rects = layered(boxes(6), {{0, 1}}, spacing).boxes;
        QVERIFY(!overlaps(rects));
        for (int at = 2; at < 6; ++at) {
            QVERIFY(rects[at].top() > rects[0].bottom());
            QVERIFY(rects[at].right() <= 500);
        }
        QVERIFY(rects[4].top() > rects[2].top());
    }

    void nobodyOverlapsWhateverTheArrows()
    {
        std::minstd_rand random(7);
        for (int round = 0; round < 60; ++round) {
            const int count = 2 + int(random() % 30);
            Arrows arrows;
            for (int at = 0; at < count * 2; ++at)
                arrows.append({int(random() % unsigned(count)), int(random() % unsigned(count))});
            const QList<QRectF> rects = layered(boxes(count), arrows).boxes;
            QVERIFY(!overlaps(rects));
            QCOMPARE(rects, layered(boxes(count), arrows).boxes);
            for (const QRectF &rect : rects)
                QVERIFY(rect.left() >= 0 && rect.top() >= 0);
        }
    }

    void anArrowMoreLeavesTheOthersInTheirOrder()
    {
        const QList<QRectF> before = layered(boxes(5), {{0, 1}, {0, 2}, {0, 3}}).boxes;
        const QList<QRectF> after = layered(boxes(5), {{0, 1}, {0, 2}, {0, 3}, {0, 4}}).boxes;
        for (int at = 1; at < 3; ++at)
            QCOMPARE(before[at].top() < before[at + 1].top(), after[at].top() < after[at + 1].top());
    }

    void anArrowOverAColumnGoesBetweenItsBoxes()
    {
        const Layered layout = layered(boxes(4), {{0, 1}, {1, 2}, {0, 3}, {3, 2}, {0, 2}});
        QCOMPARE(layout.via[4].size(), 1);
        QVERIFY(layout.via[0].isEmpty());
        for (const QRectF &box : layout.boxes)
            QVERIFY(!box.intersects(layout.via[4].first()));
    }

    void aThousandBoxesTakeNoTimeToSpeakOf()
    {
        Arrows arrows;
        for (int at = 1; at < 1000; ++at)
            arrows.append({at / 3, at});
        QVERIFY(!overlaps(layered(boxes(1000), arrows).boxes));
    }
};

QTEST_APPLESS_MAIN(LayeredLayoutTest)
#include "tst_layered_layout.moc"
