// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/poll.h"
#include "ui/pages/routing/route_map.h"

#include <QObject>

namespace gatehouse::ui {

/// What the routing page knows of the gateway: how models stand behind one another, what the file says of it, and how each
/// deployment is now. Asked while the viewer is visible, and at once when something has changed. Main thread; owned by the page.
class RoutingState : public QObject
{
    Q_OBJECT
public:
    RoutingState(Session &session, QWidget *viewer);

    Session &session() { return m_session; }
    const RouteMap &map() const { return m_map; }
    /// What the file says: {"router_settings": {…}, "litellm_settings": {…}}.
    const QJsonObject &tree() const { return m_tree; }
    /// Of the file that says it, for edits with indexes that were seen in the tree.
    QString revision() const { return m_revision; }
    const QJsonArray &deployments() const { return m_deployments; }
    /// The live figures of one; empty: not known.
    QJsonObject deployment(const QString &id) const;
    bool isKnown() const { return m_isKnown; }
    /// The file is known, and may be changed by this key.
    bool isEditable() const { return m_isTreeKnown && m_isWritable; }
    /// Why it may not, for people; empty: it may.
    QString whyNotEditable() const;
    /// Why nothing is known, for people; empty while all is well.
    QString problem() const { return m_problem; }

    void refresh();
    /// The live figures alone: something was done to one of them.
    void askDeployments() { m_deploymentPoll->ask(); }

Q_SIGNALS:
    void mapChanged();
    /// What the file says, or whether it may be changed.
    void treeChanged();
    void deploymentsChanged();
    void problemChanged();

private:
    void takeMap(const Answer &answer);
    void takeTree(const Answer &answer);
    void takeDeployments(const Answer &answer);
    void setProblem(const QString &problem);
    void compute();

    Session &m_session;
    Poll *m_mapPoll;
    Poll *m_treePoll;
    Poll *m_deploymentPoll;
    QJsonObject m_told;
    QJsonObject m_tree;
    QString m_revision;
    QJsonArray m_deployments;
    RouteMap m_map;
    QString m_treeProblem;
    QString m_problem;
    bool m_isKnown = false;
    bool m_isTreeKnown = false;
    bool m_isWritable = false;
};

} // namespace gatehouse::ui
