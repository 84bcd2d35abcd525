// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What mouse and keyboard do in the graph.
#include "ui/pages/routing/graph_view.h"

#include "ui/widgets/colours.h"

#include <QContextMenuEvent>
#include <QGraphicsPathItem>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace gatehouse::ui {

namespace {

// How far a box is away in a direction: across counts more than ahead. Negative: it is not there.
qreal distance(const QPointF &away, int key)
{
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isBack = key == Qt::Key_Left || key == Qt::Key_Up;
    const qreal ahead = (isSideways ? away.x() : away.y()) * (isBack ? -1 : 1);
    const qreal across = std::abs(isSideways ? away.y() : away.x());
    return ahead < 1 ? -1 : ahead + 2 * across;
}

} // namespace

GraphNodeItem *GraphView::nodeAt(const QPoint &where) const
{
    for (QGraphicsItem *item : items(where)) {
        if (auto *found = qgraphicsitem_cast<GraphNodeItem *>(item))
            return found;
    }
    return nullptr;
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const QPoint where = event->position().toPoint();
    GraphNodeItem *item = nodeAt(where);
    if (event->button() != Qt::LeftButton || !m_isEditable || !item || !item->isHandle(mapToScene(where)))
        return QGraphicsView::mousePressEvent(event);
    m_dragged = item;
    m_rubber = m_scene.addPath({}, QPen(Colours::of(palette()).accent, 2, Qt::DashLine));
    select(item);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint where = event->position().toPoint();
    hover(where);
    if (!m_dragged)
        return QGraphicsView::mouseMoveEvent(event);
    const QRectF box = m_dragged->sceneBoundingRect();
    QPainterPath path({box.right() - 15, box.center().y()});
    path.lineTo(mapToScene(where));
    m_rubber->setPath(path);
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragged)
        return QGraphicsView::mouseReleaseEvent(event);
    endDrag(event->position().toPoint());
}

void GraphView::endDrag(const QPoint &where)
{
    const QString from = m_dragged->node().key;
    const GraphNodeItem *target = nodeAt(where);
    const QString to = target && !target->node().isUnknown ? target->node().key : QString();
    delete m_rubber;
    m_rubber = nullptr;
    m_dragged = nullptr;
    if (!to.isEmpty() && to != from && to != everyOther())
        Q_EMIT connectWished(from, to);
}

void GraphView::hover(const QPoint &where)
{
    GraphNodeItem *item = m_isEditable ? nodeAt(where) : nullptr;
    if (m_hovered && m_hovered != item && m_hovered != m_dragged)
        m_hovered->setHovered(false);
    m_hovered = item;
    if (item)
        item->setHovered(true);
    const bool isHandle = item && !m_dragged && item->isHandle(mapToScene(where));
    viewport()->setCursor(isHandle || m_dragged ? Qt::CrossCursor : Qt::ArrowCursor);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const GraphNodeItem *item = nodeAt(event->position().toPoint()))
        return Q_EMIT groupChosen(item->node().key);
    QGraphicsView::mouseDoubleClickEvent(event);
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: return walk(event->key());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!selectedGroup().isEmpty())
            return Q_EMIT groupChosen(selectedGroup());
        break;
    case Qt::Key_Delete:
        if (m_isEditable && !selectedFallback().isEmpty())
            return Q_EMIT removeWished(selectedFallback());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (isControl)
            return zoom(1.15);
        break;
    case Qt::Key_Minus:
        if (isControl)
            return zoom(1 / 1.15);
        break;
    case Qt::Key_0:
        if (isControl)
            return resetTransform();
        break;
    default: break;
    }
    QGraphicsView::keyPressEvent(event);
}

// From the selected box or arrow to the nearest one in that direction: boxes and the numbers of arrows alike.
void GraphView::walk(int key)
{
    const QList<QGraphicsItem *> selected = m_scene.selectedItems();
    if (selected.isEmpty())
        return select(m_nodes.isEmpty() ? nullptr : m_nodes.first());
    const QPointF here = selected.first()->sceneBoundingRect().center();
    QGraphicsItem *nearest = nullptr;
    qreal least = std::numeric_limits<qreal>::max();
    const auto offer = [&](QGraphicsItem *item) {
        const qreal away = distance(item->sceneBoundingRect().center() - here, key);
        if (item == selected.first() || away < 0 || away >= least)
            return;
        least = away;
        nearest = item;
    };
    for (GraphNodeItem *item : std::as_const(m_nodes))
        offer(item);
    for (GraphArrowItem *item : std::as_const(m_arrows))
        offer(item);
    if (nearest)
        select(nearest);
}

void GraphView::zoom(qreal factor)
{
    constexpr qreal least = 0.4;
    constexpr qreal most = 2.5;
    const qreal now = transform().m11();
    const qreal wanted = std::clamp(now * factor, least, most);
    scale(wanted / now, wanted / now);
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoom(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
    event->accept();
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    if (isMouse)
        select(itemAt(event->pos()));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuWished(menu);
    const QList<QGraphicsItem *> selected = m_scene.selectedItems();
    const QPoint at = isMouse || selected.isEmpty() ? event->pos() : mapFromScene(selected.first()->sceneBoundingRect().center());
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(viewport()->mapToGlobal(at));
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason && m_scene.selectedItems().isEmpty() && !m_nodes.isEmpty())
        select(m_nodes.first());
}

} // namespace gatehouse::ui
