// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/fallback_edits.h"
#include "ui/pages/routing/graph_content.h"
#include "ui/pages/routing/route_map.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

QByteArray text(const QJsonArray &edits)
{
    return QJsonDocument(edits).toJson(QJsonDocument::Compact).replace('"', '\'');
}

// Four groups, as GET /route/map tells them, with what is in use given apart.
QJsonObject told(const char *fallbacks)
{
    QJsonObject map = json(fallbacks);
    const QJsonObject groups = json("{'groups': [{'name': 'gpt', 'unserved': null, 'deployments': [{'id': 'd1', 'model': "
                                    "'openai/gpt-4o', 'provider': 'openai', 'order': null}]}, {'name': 'claude'}, {'name': "
                                    "'gemini/*'}, {'name': 'small'}]}");
    map.insert(u"groups"_s, groups.value(u"groups"_s));
    map.insert(u"aliases"_s, json("{'a': [{'name': 'fast', 'targets': [{'model': 'gpt'}]}]}").value(u"a"_s));
    return map;
}

const Fallback &fallback(const RouteMap &map, const QString &from, const QString &to)
{
    for (const Fallback &each : map.fallbacks) {
        if (each.from == from && each.to == to)
            return each;
    }
    static const Fallback none;
    return none;
}

const char *const used = "{'fallbacks': {'gpt': [{'model': 'claude'}, {'model': 'small'}], '*': [{'model': 'small'}]}}";
const char *const file = "{'router_settings': {'fallbacks': [{'gpt': ['claude', 'small']}], 'default_fallbacks': ['small']}}";

} // namespace

class RouteMapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fallbacksOfTheFileKnowWhereTheyStand()
    {
        const RouteMap map = routeMapOf(told(used), json(file));
        QCOMPARE(map.fallbacks.size(), 3);
        QCOMPARE(fallback(map, u"gpt"_s, u"small"_s).order, 2);
        QCOMPARE(fallback(map, u"gpt"_s, u"small"_s).place->section, u"router_settings"_s);
        QCOMPARE(fallback(map, u"gpt"_s, u"small"_s).place->at, 1);
        QVERIFY(fallback(map, everyOther(), u"small"_s).kind == FallbackKind::Default);
        for (const Fallback &each : map.fallbacks)
            QVERIFY(each.isUsed && each.isKnown && !each.isCircle);
    }

    void whatStandsElsewhereIsShownAndCannotBeChanged()
    {
        const RouteMap map = routeMapOf(told(used), {});
        QCOMPARE(map.fallbacks.size(), 3);
        QVERIFY(!map.fallbacks.first().place);
        QVERIFY(removeFallback({}, map.fallbacks.first()).isEmpty());
    }

    void whatDoesNotCountIsMarked()
    {
        const RouteMap again = routeMapOf(told("{'fallbacks': {'gpt': [{'model': 'claude'}]}}"),
            json("{'litellm_settings': {'fallbacks': [{'gpt': ['claude']}, {'gpt': ['claude']}]}}"));
        QCOMPARE(again.fallbacks.size(), 2);
        QVERIFY(again.fallbacks[0].isUsed);
        QVERIFY(!again.fallbacks[1].isUsed);
        QVERIFY(again.fallbacks[0].id() != again.fallbacks[1].id());
    }

    void strangersAndCirclesAreMarkedAsWhatTheyAre()
    {
        const char *tree = "{'router_settings': {'fallbacks': [{'gpt': ['claude', 'nobody']}, {'claude': ['fast']}]}}";
        const RouteMap map =
            routeMapOf(told("{'fallbacks': {'gpt': [{'model': 'claude'}, {'model': 'nobody'}], 'claude': [{'model': 'fast'}]}}"),
                json(tree));
        QVERIFY(!fallback(map, u"gpt"_s, u"nobody"_s).isKnown);
        QVERIFY(fallback(map, u"gpt"_s, u"claude"_s).isCircle);
        QVERIFY(fallback(map, u"claude"_s, u"fast"_s).isCircle);
        const GraphContent graph = graphOf(map);
        QCOMPARE(graph.nodes.last().key, u"nobody"_s);
        QVERIFY(graph.nodes.last().isUnknown);
        QCOMPARE(graph.edges.last().to, graph.indexOf(u"gpt"_s));
        QCOMPARE(graph.nodes.first().remark, u"Also fast"_s);
    }

    void circlesAreFoundAmongThousands()
    {
        // Each one behind the one before it, the first behind the last, and a last one that leads into the circle from outside.
        constexpr int many = 3000;
        QJsonArray groups, list;
        QJsonObject used;
        const auto name = [](int at) { return u"g%1"_s.arg(at); };
        for (int at = 0; at <= many; ++at) {
            const QString next = at == many ? name(0) : name((at + 1) % many);
            groups.append(QJsonObject {{u"name"_s, name(at)}});
            list.append(QJsonObject {{name(at), QJsonArray {next}}});
            used.insert(name(at), QJsonArray {QJsonObject {{u"model"_s, next}}});
        }
        const RouteMap map = routeMapOf(
            {{u"groups"_s, groups}, {u"fallbacks"_s, used}}, {{u"router_settings"_s, QJsonObject {{u"fallbacks"_s, list}}}});
        QCOMPARE(map.fallbacks.size(), many + 1);
        for (int at = 0; at <= many; ++at)
            QCOMPARE(map.fallbacks[at].isCircle, at < many);
    }

    void arrowsOfAnotherKindMakeNoCircle()
    {
        const RouteMap map = routeMapOf(told("{}"),
            json("{'router_settings': {'fallbacks': [{'gpt': ['claude']}, {'small': ['small']}], 'context_window_fallbacks': "
                 "[{'claude': ['gpt']}]}}"));
        QVERIFY(!fallback(map, u"gpt"_s, u"claude"_s).isCircle);
        QVERIFY(!fallback(map, u"claude"_s, u"gpt"_s).isCircle);
        QVERIFY(fallback(map, u"small"_s, u"small"_s).isCircle);
    }

    void namesLeadToGroups()
    {
        const RouteMap map = routeMapOf(told("{}"), {});
        QCOMPARE(map.resolved(u"fast"_s), u"gpt"_s);
        QCOMPARE(map.resolved(u"gemini/gemini-2.5-pro"_s), u"gemini/*"_s);
        QCOMPARE(map.resolved(u"d1"_s), u"gpt"_s);
        QCOMPARE(map.resolved(u"gem"_s), QString());
    }

    void aFallbackGoesIntoTheListThatIsThere()
    {
        QCOMPARE(text(addFallback(json(file), FallbackKind::General, u"gpt"_s, u"gemini/*"_s)),
            QByteArray("[{'op':'insert','path':['router_settings','fallbacks',0,'gpt'],'value':'gemini/*'}]"));
        QCOMPARE(text(addFallback(json(file), FallbackKind::General, u"claude"_s, u"gpt"_s)),
            QByteArray("[{'op':'insert','path':['router_settings','fallbacks'],'value':{'claude':['gpt']}}]"));
        QCOMPARE(text(addFallback(json(file), FallbackKind::Default, everyOther(), u"gpt"_s)),
            QByteArray("[{'op':'insert','path':['router_settings','default_fallbacks'],'value':'gpt'}]"));
        const QJsonObject one = json("{'router_settings': {'fallbacks': [{'gpt': 'claude'}]}}");
        QCOMPARE(text(addFallback(one, FallbackKind::General, u"gpt"_s, u"small"_s)),
            QByteArray("[{'op':'set','path':['router_settings','fallbacks',0,'gpt'],'value':['claude','small']}]"));
    }

    void aNewListStandsBesideTheOthers()
    {
        const QJsonObject litellm = json("{'litellm_settings': {'fallbacks': [{'gpt': ['claude']}]}}");
        QCOMPARE(text(addFallback(litellm, FallbackKind::ContextWindow, u"gpt"_s, u"small"_s)),
            QByteArray("[{'op':'insert','path':['litellm_settings','context_window_fallbacks'],'value':{'gpt':['small']}}]"));
        QCOMPARE(text(addFallback({}, FallbackKind::General, u"gpt"_s, u"small"_s)),
            QByteArray("[{'op':'insert','path':['router_settings','fallbacks'],'value':{'gpt':['small']}}]"));
    }

    void whatIsRemovedTakesItsEmptyListAlong()
    {
        const QJsonObject tree = json(file);
        const RouteMap map = routeMapOf(told(used), tree);
        QCOMPARE(text(removeFallback(tree, fallback(map, u"gpt"_s, u"small"_s))),
            QByteArray("[{'op':'remove','path':['router_settings','fallbacks',0,'gpt',1]}]"));
        QCOMPARE(text(removeFallback(tree, fallback(map, everyOther(), u"small"_s))),
            QByteArray("[{'op':'remove','path':['router_settings','default_fallbacks']}]"));
        const QJsonObject two = json("{'router_settings': {'fallbacks': [{'gpt': ['claude']}, {'claude': ['gpt']}]}}");
        const RouteMap other = routeMapOf(told("{}"), two);
        QCOMPARE(text(removeFallback(two, fallback(other, u"claude"_s, u"gpt"_s))),
            QByteArray("[{'op':'remove','path':['router_settings','fallbacks',1]}]"));
        const QJsonObject map2 = json("{'router_settings': {'fallbacks': [{'gpt': ['claude'], 'claude': ['gpt']}]}}");
        const RouteMap both = routeMapOf(told("{}"), map2);
        QCOMPARE(text(removeFallback(map2, fallback(both, u"claude"_s, u"gpt"_s))),
            QByteArray("[{'op':'remove','path':['router_settings','fallbacks',0,'claude']}]"));
    }

    void theOrderChangesWithinItsList()
    {
        const QJsonObject tree = json(file);
        const RouteMap map = routeMapOf(told(used), tree);
        QCOMPARE(text(moveFallback(tree, fallback(map, u"gpt"_s, u"small"_s), -1)),
            QByteArray("[{'from':1,'op':'move','path':['router_settings','fallbacks',0,'gpt'],'to':0}]"));
        QVERIFY(moveFallback(tree, fallback(map, u"gpt"_s, u"small"_s), 1).isEmpty());
        QVERIFY(moveFallback(tree, fallback(map, u"gpt"_s, u"claude"_s), -1).isEmpty());
    }

    void strangeTreesDoNoHarm()
    {
        for (const char *tree : {"{'router_settings': 5}", "{'router_settings': {'fallbacks': 'gpt'}}",
                 "{'router_settings': {'fallbacks': [5, null, [], {'gpt': {}}, {'gpt': null}]}}",
                 "{'router_settings': {'default_fallbacks': [{}, null, 7]}}"}) {
            const RouteMap map = routeMapOf(told("{}"), json(tree));
            for (const Fallback &each : map.fallbacks) {
                removeFallback(json(tree), each);
                moveFallback(json(tree), each, 1);
            }
            graphOf(map);
            addFallback(json(tree), FallbackKind::General, u"gpt"_s, u"small"_s);
        }
        QVERIFY(
            addFallback(json("{'router_settings': {'fallbacks': 'gpt'}}"), FallbackKind::General, u"gpt"_s, u"a"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(RouteMapTest)
#include "tst_route_map.moc"
