// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/graph_arrow.h"
#include "ui/pages/routing/layered_layout.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QJsonArray>

class QGraphicsPathItem;
class QMenu;

namespace gatehouse::ui {

/// Model groups as boxes, fallbacks as arrows. Arrow keys walk between boxes, Delete removes an arrow, and a drag from the
/// handle of a box to another box wishes for a new one. FallbackList shows the same for who cannot see this.
class GraphView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit GraphView(QWidget *parent = nullptr);
    ~GraphView() override;

    /// Nothing moves when only texts have changed.
    void setMap(const RouteMap &map);
    /// Rows of GET /health/deployments.
    void setDeployments(const QJsonArray &deployments);
    /// The groups a dry run comes by, in order, and where it is answered; empty: no dry run is shown.
    void setWay(const QStringList &groups, const QString &answer);
    void setEditable(bool editable) { m_isEditable = editable; }

    QString selectedGroup() const;    ///< empty: none
    QString selectedFallback() const; ///< an id; empty: none
    void selectGroup(const QString &name);
    void selectFallback(const QString &id);
    /// Where a group is drawn, in coordinates of the viewport; null: nowhere.
    QRect rectOf(const QString &group) const;

Q_SIGNALS:
    void selectionChanged();
    void connectWished(const QString &from, const QString &to);
    void removeWished(const QString &fallback);
    /// Enter or a double click on a group.
    void groupChosen(const QString &name);
    void menuWished(QMenu *menu);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    void arrange();
    Layered layoutIn(qreal width);
    void connectArrows(const QList<QList<QRectF>> &via);
    void showWay();
    void showStates();
    void walk(int key);
    void zoom(qreal factor);
    void hover(const QPoint &where);
    void endDrag(const QPoint &where);
    GraphNodeItem *nodeAt(const QPoint &where) const;
    GraphNodeItem *selectedNode() const;
    GraphNodeItem *node(const QString &key) const;
    void select(QGraphicsItem *item);

    QGraphicsScene m_scene;
    GraphContent m_content;
    QList<GraphNodeItem *> m_nodes;
    QList<GraphArrowItem *> m_arrows;
    QJsonArray m_deployments;
    QStringList m_way;
    QString m_answer;
    GraphNodeItem *m_dragged = nullptr;
    GraphNodeItem *m_hovered = nullptr;
    QGraphicsPathItem *m_rubber = nullptr;
    int m_width = 0; ///< of the viewport, when it was arranged
    bool m_isEditable = false;
};

} // namespace gatehouse::ui
