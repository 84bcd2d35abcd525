// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/message_line.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>

namespace gatehouse::ui {

namespace {

Mark markOf(Mood mood)
{
    switch (mood) {
    case Mood::Good: return Mark::Check;
    case Mood::Busy: return Mark::Ring;
    case Mood::Warn:
    case Mood::Bad: return Mark::Alert;
    case Mood::Idle: break;
    }
    return Mark::Ring;
}

} // namespace

MessageLine::MessageLine(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel)
    , m_text(makeLabel(Voice::Body))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void MessageLine::say(Mood mood, const QString &text)
{
    m_mood = mood;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    showSign();
    setVisible(!text.isEmpty());
}

QString MessageLine::text() const
{
    return m_text->text();
}

void MessageLine::showSign()
{
    const Colours &colours = Colours::of(palette());
    const int size = fontMetrics().height() - 1;
    m_sign->setPixmap(markPixmap(markOf(m_mood), size, devicePixelRatioF(), moodColour(m_mood, colours), colours.surface));
}

void MessageLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSign();
}

} // namespace gatehouse::ui
