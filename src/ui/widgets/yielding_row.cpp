// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/yielding_row.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace gatehouse::ui {

YieldingRow::YieldingRow(int spacing, QWidget *parent)
    : QWidget(parent)
    , m_box(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(spacing);
}

void YieldingRow::add(QWidget *widget, int stretch)
{
    m_box->addWidget(widget, stretch);
}

// As little as the widest alone takes: beside the others it makes room by going below them.
QSize YieldingRow::minimumSizeHint() const
{
    int widest = 0;
    for (int at = 0; at < m_box->count(); ++at)
        widest = std::max(widest, m_box->itemAt(at)->minimumSize().width());
    return {widest, m_box->minimumSize().height()};
}

void YieldingRow::arrange()
{
    int together = (m_box->count() - 1) * m_box->spacing();
    for (int at = 0; at < m_box->count(); ++at)
        together += m_box->itemAt(at)->minimumSize().width();
    m_box->setDirection(together <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void YieldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool YieldingRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // one of them needs more or less than before
        arrange();
    return done;
}

} // namespace gatehouse::ui
