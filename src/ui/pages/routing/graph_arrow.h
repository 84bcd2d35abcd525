// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/routing/graph_node.h"

#include <QGraphicsItem>
#include <QPainterPath>
#include <QPen>

namespace gatehouse::ui {

/// The line of a kind of fallback: kinds differ by dashes, so that nobody needs colours to tell them apart.
QPen penOf(FallbackKind kind, const QColor &colour, qreal width);

/// One fallback as an arrow with its place in the order.
class GraphArrowItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };
    int type() const override { return Type; }

    GraphArrowItem(const GraphEdge &edge, const QFont &font);

    const GraphEdge &edge() const { return m_edge; }
    /// From the right side of one box to the left side of another, through the gaps between; back where that stands further left.
    void setEnds(const QPointF &from, const QPointF &to, const QList<QRectF> &via);
    void setHighlight(Highlight highlight);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QColor colour(const Colours &colours) const;

    GraphEdge m_edge;
    QFont m_font;
    QPainterPath m_path;
    QPointF m_end;
    Highlight m_highlight = Highlight::None;
};

} // namespace gatehouse::ui
