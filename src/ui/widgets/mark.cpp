// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/mark.h"

#include <QPainterPath>

namespace gatehouse::ui {

namespace {

/// Everything below is drawn in a square of 16 × 16.
QPen pen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void disc(QPainter &painter, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
}

void ring(QPainter &painter, const QColor &colour)
{
    painter.setPen(pen(colour, 1.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(2, 2, 12, 12));
}

void tick(QPainter &painter, const QColor &colour, qreal width)
{
    painter.setPen(pen(colour, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{4.8, 8.3}, {7.1, 10.6}, {11.4, 5.8}}));
}

void alert(QPainter &painter, const QColor &colour, const QColor &ground)
{
    painter.setPen(pen(colour, 1.6));
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{8, 2}, {14.6, 13.6}, {1.4, 13.6}}));
    painter.setPen(pen(ground, 1.7));
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.3));
    painter.drawPoint(QPointF(8, 11.8));
}

void cross(QPainter &painter, const QColor &colour, const QColor &ground)
{
    disc(painter, colour);
    painter.setPen(pen(ground, 1.8));
    painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
    painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
}

void half(QPainter &painter, const QColor &colour)
{
    ring(painter, colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPie(QRectF(4.4, 4.4, 7.2, 7.2), 90 * 16, 180 * 16);
}

void copy(QPainter &painter, const QColor &colour)
{
    painter.setPen(pen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.8, 1.8);
    QPainterPath sheet(QPointF(3.6, 10.5));
    sheet.lineTo(3.4, 10.5);
    sheet.quadTo(2.5, 10.5, 2.5, 9.3);
    sheet.lineTo(2.5, 4.0);
    sheet.quadTo(2.5, 2.5, 4.0, 2.5);
    sheet.lineTo(9.3, 2.5);
    sheet.quadTo(10.5, 2.5, 10.5, 3.6);
    painter.drawPath(sheet);
}

void dots(QPainter &painter, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const qreal x : {3.2, 8.0, 12.8})
        painter.drawEllipse(QPointF(x, 8), 1.4, 1.4);
}

void arrowUp(QPainter &painter, const QColor &colour)
{
    painter.setPen(pen(colour, 1.8));
    painter.drawLine(QPointF(8, 3.2), QPointF(8, 13));
    painter.drawPolyline(QPolygonF({{4, 7.2}, {8, 3.2}, {12, 7.2}}));
}

void draw(QPainter &painter, Mark mark, const QColor &colour, const QColor &ground)
{
    switch (mark) {
    case Mark::Check: disc(painter, colour); return tick(painter, ground, 1.8);
    case Mark::Ring:
        ring(painter, colour);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(8, 8), 2.3, 2.3);
        return;
    case Mark::Square:
        disc(painter, colour);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(5.4, 5.4, 5.2, 5.2), 0.8, 0.8);
        return;
    case Mark::Alert: return alert(painter, colour, ground);
    case Mark::Cross: return cross(painter, colour, ground);
    case Mark::Slash:
        ring(painter, colour);
        painter.drawLine(QPointF(4.2, 11.8), QPointF(11.8, 4.2));
        return;
    case Mark::Half: return half(painter, colour);
    case Mark::Copy: return copy(painter, colour);
    case Mark::Tick: return tick(painter, colour, 2.0);
    case Mark::Dots: return dots(painter, colour);
    case Mark::ArrowUp: return arrowUp(painter, colour);
    }
}

} // namespace

void paintMark(QPainter &painter, Mark mark, const QRectF &box, const QColor &colour, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 16, box.height() / 16);
    draw(painter, mark, colour, ground);
    painter.restore();
}

QPixmap markPixmap(Mark mark, int size, qreal ratio, const QColor &colour, const QColor &ground)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, mark, QRectF(0, 0, size, size), colour, ground);
    return pixmap;
}

} // namespace gatehouse::ui
