// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/switch.h"

#include "ui/widgets/colours.h"

#include <QPainter>

#include <algorithm>

namespace gatehouse::ui {

namespace {
constexpr int gap = 8;
constexpr qreal ring = 2; ///< of the focus, around the track
} // namespace

Switch::Switch(const QString &caption, QWidget *parent)
    : QCheckBox(caption, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

QString Switch::caption() const
{
    if (!text().isEmpty())
        return text();
    //: beside a switch: the setting is in force
    return isChecked() ? tr("On") : tr("Off");
}

QRectF Switch::track() const
{
    const qreal high = fontMetrics().height() + 2;
    return {ring + 1, (height() - high) / 2, high * 1.8, high};
}

QSize Switch::sizeHint() const
{
    // As wide as the longer of both words, so that nothing moves when it is switched.
    const auto wide = [this](const QString &words) { return fontMetrics().horizontalAdvance(words); };
    const int words = text().isEmpty() ? std::max(wide(tr("On")), wide(tr("Off"))) : wide(text());
    return {int(track().right()) + gap + words + 4, fontMetrics().height() + 12};
}

void Switch::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.5);
    const QRectF box = track();
    const qreal round = box.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, ring));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-ring, -ring, ring, ring), round + ring, round + ring);
    }
    painter.setPen(QPen(isChecked() ? colours.accent : colours.control, 1));
    painter.setBrush(isChecked() ? colours.accent : colours.surface);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    const bool isRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    const QRectF half(isRight ? box.right() - box.height() : box.left(), box.top(), box.height(), box.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colours.onAccent : colours.control);
    painter.drawEllipse(half.adjusted(3, 3, -3, -3));
    painter.setPen(colours.text);
    const QRectF words(box.right() + gap, 0, width() - box.right() - gap, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, caption());
}

} // namespace gatehouse::ui
