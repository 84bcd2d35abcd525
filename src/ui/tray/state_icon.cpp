// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tray/state_icon.h"

#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Drawing {
    QString gate;
    QString badge; ///< empty: none
};

Drawing drawingFor(GatewayState state)
{
    switch (state) {
    case GatewayState::Running: return {u":/icons/tray-open.svg"_s, u":/icons/badge-running.svg"_s};
    case GatewayState::Starting:
    case GatewayState::Stopping: return {u":/icons/tray-closed.svg"_s, u":/icons/badge-busy.svg"_s};
    case GatewayState::Failed: return {u":/icons/tray-closed.svg"_s, u":/icons/badge-failed.svg"_s};
    case GatewayState::Stopped: break;
    }
    return {u":/icons/tray-closed.svg"_s, {}};
}

QPixmap draw(const Drawing &drawing, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(drawing.gate).render(&painter);
    if (drawing.badge.isEmpty())
        return pixmap;
    const qreal badge = size * (size <= 24 ? 0.62 : 0.56);
    const QRectF place(size - badge, size - badge, badge, badge);
    const qreal air = size / 20.0;
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawEllipse(place.adjusted(-air, -air, air, air));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    QSvgRenderer(drawing.badge).render(&painter, place);
    return pixmap;
}

} // namespace

QIcon stateIcon(GatewayState state)
{
    const Drawing drawing = drawingFor(state);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(draw(drawing, size));
    return icon;
}

} // namespace gatehouse::ui
