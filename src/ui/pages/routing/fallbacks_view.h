// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/route_map.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui {

class DryRunPanel;
class FallbackList;
class GraphView;
class RoutingState;
class Segments;

/// Fallbacks as a graph and as a list, side by side with a dry run. Both show the same map, share the selection, and change the
/// file in the same way.
class FallbacksView : public QWidget
{
    Q_OBJECT
public:
    explicit FallbacksView(RoutingState &state, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    void selectGroup(const QString &name);
    /// Opens the panel, asked for a model where one is named.
    void openDryRun(const QString &model = {});
    bool copy();
    /// Closes the panel; false: there was none.
    bool leave();
    bool isList() const;
    void showList(bool list);

Q_SIGNALS:
    /// Somebody wants to see a group's deployments.
    void groupChosen(const QString &name);
    void viewChanged();

private:
    QWidget *makeBar();
    void connectViews();
    void showMap();
    void showEditable();
    void showWay();
    void add(const QString &from = {}, const QString &to = {});
    void change(const QJsonArray &edits, const QString &summary);
    void remove(const QString &id);
    void move(const QString &id, int by);
    void fillMenu(QMenu *menu);

    RoutingState &m_state;
    Segments *m_views;
    QPushButton *m_add;
    QPushButton *m_dryRunButton;
    QStackedWidget *m_stack;
    GraphView *m_graph;
    FallbackList *m_list;
    QWidget *m_legend;
    QLabel *m_nothing;
    QWidget *m_side;
    DryRunPanel *m_dryRun;
};

} // namespace gatehouse::ui
