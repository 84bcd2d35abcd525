// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/legend.h"

#include "ui/pages/routing/graph_arrow.h"
#include "ui/widgets/colours.h"

#include <QPainter>

namespace gatehouse::ui {

namespace {

constexpr int line = 28;
constexpr int gap = 8;
constexpr int apart = 24;
constexpr int side = 16;

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const FallbackKindInfo &each : fallbackKinds())
        words.append(each.when());
    setAccessibleName(words.join(QStringLiteral(", ")));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Legend::sizeHint() const
{
    int width = 2 * side;
    for (const FallbackKindInfo &each : fallbackKinds())
        width += line + gap + fontMetrics().horizontalAdvance(each.when()) + apart;
    return {width, fontMetrics().height() + 4};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = Colours::of(palette());
    int x = side;
    for (const FallbackKindInfo &each : fallbackKinds()) {
        painter.setPen(penOf(each.kind, colours.muted, 1.5));
        painter.drawLine(QPointF(x, height() / 2.0), QPointF(x + line, height() / 2.0));
        painter.setPen(colours.muted);
        const int width = fontMetrics().horizontalAdvance(each.when());
        painter.drawText(QRect(x + line + gap, 0, width + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, each.when());
        x += line + gap + width + apart;
    }
}

} // namespace gatehouse::ui
