// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/row_list.h"

#include "ui/widgets/label.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace gatehouse::ui {

RowList::RowList(const QString &accessibleName, int columnWidth, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_empty(makeLabel(Voice::Muted, {}, this))
    , m_columnWidth(columnWidth)
{
    setAccessibleName(accessibleName);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    place();
}

void RowList::setRows(const QList<RowText> &rows)
{
    while (m_buttons.size() < rows.size()) {
        auto *button = new RowButton(this);
        connect(button, &QAbstractButton::clicked, this, [this, button] { Q_EMIT chosen(button->row().argument); });
        connect(button, &RowButton::acted, this, [this, button] { Q_EMIT acted(button->row().actionArgument); });
        m_buttons.append(button);
    }
    for (qsizetype at = 0; at < rows.size(); ++at)
        m_buttons[at]->setRow(rows[at]);
    if (rows.size() == m_shown)
        return;
    m_shown = int(rows.size());
    m_columns = 0;
    place();
}

void RowList::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_empty->setVisible(m_shown == 0 && !text.isEmpty());
}

int RowList::columnsFor(int width) const
{
    const int one = m_columnWidth * fontMetrics().averageCharWidth() + m_grid->horizontalSpacing();
    return m_columnWidth == 0 ? 1 : std::max(1, (width + m_grid->horizontalSpacing()) / one);
}

void RowList::place()
{
    const int columns = columnsFor(width());
    if (columns == m_columns)
        return;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    m_empty->setVisible(m_shown == 0 && !m_empty->text().isEmpty());
    if (m_shown == 0)
        m_grid->addWidget(m_empty, 0, 0, 1, columns);
    for (int at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at]->setVisible(at < m_shown);
        if (at < m_shown)
            m_grid->addWidget(m_buttons[at], at / columns, at % columns);
    }
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void RowList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

} // namespace gatehouse::ui
