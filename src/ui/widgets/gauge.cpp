// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/gauge.h"

#include "ui/widgets/colours.h"

#include <QPainter>

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr double nearlyAll = 0.8; // where budget alerts begin, too

QColor fillOf(double share, const Colours &colours)
{
    if (share >= 1)
        return colours.bad;
    return share >= nearlyAll ? colours.warn : colours.accent;
}

} // namespace

void paintGauge(QPainter &painter, const QRectF &box, double share, const Colours &colours)
{
    const qreal radius = box.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.border);
    painter.drawRoundedRect(box, radius, radius);
    if (share > 0) {
        const qreal wide = std::max<qreal>(box.height(), std::min(1.0, share) * box.width());
        painter.setBrush(fillOf(share, colours));
        painter.drawRoundedRect(QRectF(box.left(), box.top(), wide, box.height()), radius, radius);
    }
    painter.restore();
}

Gauge::Gauge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::setShare(double share, double forecast)
{
    m_share = share;
    m_forecast = forecast;
    update();
}

void Gauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = Colours::of(palette());
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    paintGauge(painter, box, m_share, colours);
    if (m_forecast < 0)
        return;
    const qreal x = box.left() + std::min(1.0, m_forecast) * box.width();
    painter.setPen(QPen(fillOf(m_forecast, colours), 2));
    painter.drawLine(QPointF(std::min(x, box.right() - 1), 0), QPointF(std::min(x, box.right() - 1), height()));
}

} // namespace gatehouse::ui
