// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/bars.h"

#include "ui/widgets/colours.h"

#include <QPainter>

#include <algorithm>

namespace gatehouse::ui {

Bars::Bars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Bars::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    update();
}

void Bars::paintEvent(QPaintEvent *)
{
    if (m_bars.isEmpty())
        return;
    const Colours &colours = Colours::of(palette());
    double most = 4; // one single request must not look like a peak
    for (const Bar &bar : m_bars)
        most = std::max(most, bar.whole);
    const qreal step = qreal(width()) / qreal(m_bars.size());
    const qreal bar = std::clamp(step - 2, 1.5, 8.0);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (qsizetype at = 0; at < m_bars.size(); ++at) {
        const qreal x = qreal(at) * step + (step - bar) / 2;
        const auto draw = [&](double value, const QColor &colour) {
            const qreal tall = std::max<qreal>(value > 0 ? 2.5 : 1.5, value / most * height());
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(x, height() - tall, bar, tall), 1, 1);
        };
        draw(m_bars[at].whole, m_bars[at].whole > 0 ? colours.accent : colours.border);
        if (m_bars[at].troubled > 0)
            draw(m_bars[at].troubled, colours.bad);
    }
}

} // namespace gatehouse::ui
