// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/route_map.h"

namespace gatehouse::ui {

/// A box of the graph: a model group, every other group, or a name that leads nowhere.
struct GraphNode {
    QString key; ///< the group's name
    QString title;
    QString remark; ///< other names for it, or what is wrong with it
    QList<RouteDeployment> deployments;
    bool isUnknown = false;
};

/// An arrow between two boxes.
struct GraphEdge {
    QString id; ///< of its Fallback
    int from = 0;
    int to = 0;
    Fallback fallback;
};

struct GraphContent {
    QList<GraphNode> nodes; ///< groups in the order of the configuration, then what is no group
    QList<GraphEdge> edges;

    int indexOf(const QString &key) const; ///< -1: there is none
};

GraphContent graphOf(const RouteMap &map);

} // namespace gatehouse::ui
