// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/form_row.h"

#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QFrame>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// In characters of the font.
constexpr int controlWidth = 52;
constexpr int narrow = 104;

} // namespace

FormRow::FormRow(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(Voice::Body, title))
    , m_help(makeLabel(Voice::Small))
    , m_line(new QHBoxLayout(this))
    , m_right(new QVBoxLayout)
    , m_side(new QWidget)
    , m_message(new MessageLine)
{
    for (QLabel *label : {m_title, m_help})
        label->setWordWrap(true);
    m_help->hide();
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addStretch(1);
    text->addWidget(m_title);
    text->addWidget(m_help);
    text->addStretch(1);
    m_side->setLayout(m_right);
    m_right->setContentsMargins(0, 0, 0, 0);
    m_right->setSpacing(4);
    m_right->addStretch(1);
    m_right->addWidget(m_message);
    m_right->addStretch(1);
    m_line->setContentsMargins(0, 8, 0, 8);
    m_line->setSpacing(24);
    m_line->addLayout(text, 1);
    m_line->addWidget(m_side, 0);
    m_side->setFixedWidth(fontMetrics().averageCharWidth() * controlWidth);
}

QString FormRow::title() const
{
    return m_title->text();
}

void FormRow::setHelp(const QString &text)
{
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
}

void FormRow::setTip(const QString &text)
{
    m_title->setToolTip(text);
    m_help->setToolTip(text);
}

void FormRow::setControl(QWidget *control)
{
    if (m_control)
        m_control->deleteLater();
    m_control = control;
    m_right->insertWidget(1, control);
    m_title->setBuddy(control);
    setFocusProxy(control);
    QWidget *inner = control->focusProxy() ? control->focusProxy() : control;
    inner->setAccessibleName(title());
    inner->setAccessibleDescription(m_help->text());
}

void FormRow::say(Mood mood, const QString &text)
{
    m_message->say(mood, text);
}

void FormRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * narrow;
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_line->direction() == direction)
        return;
    m_line->setDirection(direction);
    m_line->setSpacing(isNarrow ? 6 : 24);
}

QWidget *makeRule()
{
    auto *rule = new QFrame;
    rule->setProperty("role", u"rule"_s);
    rule->setFixedHeight(1);
    return rule;
}

} // namespace gatehouse::ui
