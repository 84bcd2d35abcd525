// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pill.h"

#include "ui/widgets/colours.h"

#include <QPainter>

namespace gatehouse::ui {

namespace {

constexpr int markSize = 14;
constexpr int sidePadding = 10;
constexpr int gap = 6;

} // namespace

QColor moodColour(Mood mood, const Colours &colours)
{
    switch (mood) {
    case Mood::Good: return colours.good;
    case Mood::Busy: return colours.busy;
    case Mood::Warn: return colours.warn;
    case Mood::Bad: return colours.bad;
    case Mood::Idle: break;
    }
    return colours.idle;
}

Pill::Pill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
}

void Pill::setState(Mark mark, Mood mood, const QString &word)
{
    m_mark = mark;
    m_mood = mood;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {2 * sidePadding + markSize + gap + fontMetrics().horizontalAdvance(m_word), fontMetrics().height() + 10};
}

void Pill::paintEvent(QPaintEvent *)
{
    const Colours &colours = Colours::of(palette());
    const QColor colour = moodColour(m_mood, colours);
    const QColor ground = blend(colour, colours.surface, colours.dark ? 0.16 : 0.1);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect inner = rect().adjusted(sidePadding, 0, -sidePadding, 0);
    const qreal markX = mirrored ? inner.right() - markSize : inner.left();
    paintMark(painter, m_mark, QRectF(markX, (height() - markSize) / 2.0, markSize, markSize), colour, ground);
    painter.setPen(colour);
    const QRect wordBox = mirrored ? inner.adjusted(0, 0, -markSize - gap, 0) : inner.adjusted(markSize + gap, 0, 0, 0);
    painter.drawText(wordBox, Qt::AlignVCenter | Qt::AlignLeading, m_word);
}

} // namespace gatehouse::ui
