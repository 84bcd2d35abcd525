// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/graph_arrow.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/colours.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qreal head = 8;
constexpr qreal bubble = 8.5;
constexpr qreal bubbleAt = 26; ///< from the beginning

QString tipOf(const Fallback &fallback)
{
    const QString from =
        fallback.from == everyOther() ? QCoreApplication::translate("Routing", "Every other model") : fallback.from;
    //: %1 is a model, %2 why it failed ("Any failure"), %3 a number, %4 another model
    QString tip = QCoreApplication::translate("Routing", "%1, %2: number %3 is %4")
                      .arg(from, infoOf(fallback.kind).when(), QLocale().toString(fallback.order), fallback.to);
    if (fallback.isCircle)
        tip += u'\n' + QCoreApplication::translate("Routing", "Leads back in a circle: nobody is tried twice");
    if (!fallback.isUsed)
        tip += u'\n' + QCoreApplication::translate("Routing", "Not in use");
    return tip;
}

// Leaves and arrives level.
void curveTo(QPainterPath &path, const QPointF &to)
{
    const QPointF from = path.currentPosition();
    const qreal bend = std::max<qreal>(32, (to.x() - from.x()) / 2);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
}

} // namespace

QPen penOf(FallbackKind kind, const QColor &colour, qreal width)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (kind == FallbackKind::ContextWindow)
        pen.setDashPattern({5, 3});
    else if (kind == FallbackKind::ContentPolicy)
        pen.setDashPattern({1.5, 2.5});
    else if (kind == FallbackKind::Default)
        pen.setDashPattern({7, 3, 1.5, 3});
    return pen;
}

GraphArrowItem::GraphArrowItem(const GraphEdge &edge, const QFont &font)
    : m_edge(edge)
    , m_font(font)
{
    setFlag(ItemIsSelectable);
    setZValue(-1);
    setToolTip(plainTip(tipOf(edge.fallback)));
    m_font.setPointSizeF(font.pointSizeF() * 0.9);
}

void GraphArrowItem::setEnds(const QPointF &from, const QPointF &to, const QList<QRectF> &via)
{
    prepareGeometryChange();
    m_end = to;
    const QPointF tip = to - QPointF(head, 0);
    QPainterPath path(from);
    for (const QRectF &gap : via) {
        curveTo(path, {gap.left(), gap.center().y()});
        path.lineTo(gap.right(), gap.center().y());
    }
    if (tip.x() > from.x()) {
        curveTo(path, tip);
    } else {
        const qreal below = std::max(from.y(), to.y()) + 72;
        path.cubicTo({from.x() + 90, below}, {tip.x() - 90, below}, tip);
    }
    m_path = path;
}

void GraphArrowItem::setHighlight(Highlight highlight)
{
    m_highlight = highlight;
    setOpacity(highlight == Highlight::Aside ? 0.35 : 1);
    setZValue(highlight == Highlight::OnWay ? -0.5 : -1);
    update();
}

QRectF GraphArrowItem::boundingRect() const
{
    return m_path.boundingRect().united(QRectF(m_end, QSizeF(1, 1))).adjusted(-14, -14, 14, 14);
}

QPainterPath GraphArrowItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(14);
    QPainterPath path = stroker.createStroke(m_path);
    path.addEllipse(m_path.pointAtPercent(m_path.percentAtLength(bubbleAt)), bubble + 2, bubble + 2);
    return path;
}

QColor GraphArrowItem::colour(const Colours &colours) const
{
    if (isSelected() || m_highlight == Highlight::OnWay)
        return colours.accent;
    if (!m_edge.fallback.isKnown)
        return colours.bad;
    const bool isWeak = !m_edge.fallback.isUsed || m_edge.fallback.kind == FallbackKind::Default;
    return isWeak ? colours.control : blend(colours.text, colours.surface, 0.65);
}

void GraphArrowItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    const Colours &colours = Colours::of(widget ? widget->palette() : option->palette);
    const QColor ink = colour(colours);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(penOf(m_edge.fallback.kind, ink, isSelected() || m_highlight == Highlight::OnWay ? 2.4 : 1.5));
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawPolygon(QPolygonF {m_end, m_end + QPointF(-head, -head / 2), m_end + QPointF(-head, head / 2)});
    const QPointF middle = m_path.pointAtPercent(m_path.percentAtLength(bubbleAt));
    painter->setPen(QPen(ink, 1.2));
    painter->setBrush(colours.surface);
    painter->drawEllipse(middle, bubble, bubble);
    painter->setFont(m_font);
    painter->drawText(QRectF(middle - QPointF(bubble, bubble), QSizeF(2 * bubble, 2 * bubble)), Qt::AlignCenter,
        QLocale().toString(m_edge.fallback.order));
}

} // namespace gatehouse::ui
