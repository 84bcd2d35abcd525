// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/graph_view.h"
#include "ui/pages/routing/route_map.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

// One group after another, each with the next as its fallback.
RouteMap chainOf(int groups)
{
    RouteMap map;
    for (int at = 0; at < groups; ++at) {
        RouteGroup group;
        group.name = u"group-%1"_s.arg(at);
        group.deployments.append({u"d%1"_s.arg(at), u"openai/gpt-4o-2024-08-06"_s, u"openai"_s, std::nullopt});
        map.groups.append(group);
        if (at == 0)
            continue;
        Fallback fallback;
        fallback.from = u"group-%1"_s.arg(at - 1);
        fallback.to = group.name;
        fallback.isUsed = fallback.isKnown = true;
        map.fallbacks.append(fallback);
    }
    return map;
}

} // namespace

class GraphViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsWhenItIsNarrowedNeedsNoScrolling()
    {
        GraphView view;
        view.resize(view.fontMetrics().averageCharWidth() * 150, 400);
        view.setMap(chainOf(2));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int wide = view.rectOf(u"group-0"_s).width();
        view.setMap(chainOf(4));
        QCOMPARE(view.horizontalScrollBar()->maximum(), view.horizontalScrollBar()->minimum());
        const int narrow = view.rectOf(u"group-0"_s).width();
        QVERIFY2(narrow < wide, qPrintable(QString::number(narrow)));
        QVERIFY(view.rectOf(u"group-3"_s).right() < view.viewport()->width());
        for (int at = 1; at < 4; ++at)
            QVERIFY(view.rectOf(u"group-%1"_s.arg(at - 1)).right() < view.rectOf(u"group-%1"_s.arg(at)).left());
    }

    void whatDoesNotFitStaysReadableAndIsScrolled()
    {
        GraphView view;
        view.resize(view.fontMetrics().averageCharWidth() * 80, 400);
        view.setMap(chainOf(6));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.horizontalScrollBar()->maximum() > view.horizontalScrollBar()->minimum());
        QVERIFY(view.rectOf(u"group-0"_s).width() > view.fontMetrics().averageCharWidth() * 20);
    }
};

QTEST_MAIN(GraphViewTest)
#include "tst_graph_view.moc"
