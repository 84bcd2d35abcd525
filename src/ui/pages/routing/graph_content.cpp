// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/graph_content.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

GraphNode nodeOf(const RouteGroup &group)
{
    GraphNode node {group.name, group.name, {}, group.deployments, false};
    if (!group.unserved.isEmpty())
        node.remark = group.unserved;
    else if (!group.aliases.isEmpty()) //: other names of a model
        node.remark = QCoreApplication::translate("Routing", "Also %1").arg(group.aliases.join(u", "_s));
    return node;
}

// What is named by a fallback and is no group.
GraphNode strangerOf(const QString &name)
{
    if (name == everyOther())
        return {name, QCoreApplication::translate("Routing", "Every other model"),
            QCoreApplication::translate("Routing", "Without fallbacks of its own"), {}, false};
    return {name, name, QCoreApplication::translate("Routing", "There is no such model"), {}, true};
}

int placeFor(GraphContent &graph, const QString &name)
{
    const int index = graph.indexOf(name);
    if (index >= 0)
        return index;
    graph.nodes.append(strangerOf(name));
    return int(graph.nodes.size()) - 1;
}

} // namespace

int GraphContent::indexOf(const QString &key) const
{
    const auto found = std::find_if(nodes.cbegin(), nodes.cend(), [&](const GraphNode &each) { return each.key == key; });
    return found == nodes.cend() ? -1 : int(found - nodes.cbegin());
}

GraphContent graphOf(const RouteMap &map)
{
    GraphContent graph;
    for (const RouteGroup &group : map.groups)
        graph.nodes.append(nodeOf(group));
    for (const Fallback &each : map.fallbacks) {
        const QString from = each.from == everyOther() ? each.from : map.resolved(each.from);
        const QString to = map.resolved(each.to);
        const int start = placeFor(graph, from.isEmpty() ? each.from : from);
        const int end = placeFor(graph, to.isEmpty() ? each.to : to);
        graph.edges.append({each.id(), start, end, each});
    }
    return graph;
}

} // namespace gatehouse::ui
