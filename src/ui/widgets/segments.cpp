// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// As wide as it is when it is chosen, and so bold: otherwise the neighbours would move, or letters be cut.
void widen(QAbstractButton *button)
{
    constexpr int padding = 28;
    QFont bold = button->font();
    bold.setWeight(QFont::DemiBold);
    button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button->text()) + padding);
}

} // namespace

Segments::Segments(const QStringList &captions, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    int id = 0;
    for (const QString &caption : captions) {
        auto *button = new QPushButton(caption);
        button->setProperty("role", u"segment"_s);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setChecked(id == 0);
        widen(button);
        m_group->addButton(button, id++);
        row->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idToggled, this, [this](int at, bool on) {
        if (on)
            Q_EMIT chosen(at);
    });
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int at)
{
    if (QAbstractButton *button = m_group->button(at))
        button->setChecked(true);
}

void Segments::setCaption(int at, const QString &caption)
{
    QAbstractButton *button = m_group->button(at);
    if (!button)
        return;
    button->setText(caption);
    widen(button);
}

} // namespace gatehouse::ui
