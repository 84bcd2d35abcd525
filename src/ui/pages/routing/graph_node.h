// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/deployment_words.h"
#include "ui/pages/routing/graph_content.h"

#include <QFont>
#include <QGraphicsItem>

namespace gatehouse::ui {

/// How a box or an arrow stands to the way of a dry run.
enum class Highlight {
    None,   ///< no dry run is shown
    OnWay,  ///< the request comes by
    Answer, ///< it is answered here
    Aside,  ///< it does not come here
};

/// One model group with its deployments. Drawn by its view's palette; the view decides what is selected.
class GraphNodeItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };
    int type() const override { return Type; }

    GraphNodeItem(const GraphNode &node, const QFont &font);

    const GraphNode &node() const { return m_node; }
    /// In the order of the node's deployments.
    void setStates(const QList<DeploymentWords> &states);
    void setHighlight(Highlight highlight);
    void setHovered(bool hovered);
    /// Whether a drag from `scenePos` begins a new arrow.
    bool isHandle(const QPointF &scenePos) const;

    /// The size it would have; less wide, names are shortened.
    static QSizeF sizeOf(const GraphNode &node, const QFont &font);
    static qreal leastWidth(const QFont &font);
    void setWidth(qreal width);
    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF box() const { return {QPointF(), m_size}; }
    QPointF handle() const { return {m_size.width(), m_size.height() / 2}; }
    void paintBox(QPainter &painter, const Colours &colours) const;
    void paintLine(QPainter &painter, const QRectF &line, int at, const Colours &colours) const;

    GraphNode m_node;
    QFont m_font;
    QSizeF m_size;
    QList<DeploymentWords> m_states;
    Highlight m_highlight = Highlight::None;
    bool m_isHovered = false;
};

} // namespace gatehouse::ui
