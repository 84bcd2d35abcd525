// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/card_grid.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr int gap = 12;
constexpr int mostColumns = 4;

} // namespace

CardGrid::CardGrid(int least, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_least(least)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(gap);
}

void CardGrid::setCards(const QList<QWidget *> &cards)
{
    if (cards == m_cards)
        return;
    for (QWidget *card : m_cards) {
        if (!cards.contains(card) && card->parentWidget() == this) // else another grid has it by now
            card->hide();
    }
    m_cards = cards;
    arrange();
}

int CardGrid::columnsFor(int width) const
{
    const int least = std::max(fontMetrics().averageCharWidth() * m_least, widestCard());
    return std::clamp((width + gap) / (least + gap), 1, mostColumns);
}

/// The words on the buttons of a card are longer in one language than in another.
int CardGrid::widestCard() const
{
    int widest = 0;
    for (const QWidget *card : m_cards)
        widest = std::max(widest, card->minimumSizeHint().width());
    return widest;
}

// As little as one column takes: what is in more of them makes room by becoming fewer.
QSize CardGrid::minimumSizeHint() const
{
    return {widestCard(), QWidget::minimumSizeHint().height()};
}

void CardGrid::arrange()
{
    while (m_layout->count() > 0)
        delete m_layout->takeAt(0);
    for (int column = 0; column < m_columns; ++column)
        m_layout->setColumnStretch(column, 0);
    m_columns = columnsFor(width());
    for (int column = 0; column < m_columns; ++column)
        m_layout->setColumnStretch(column, 1);
    for (int at = 0; at < int(m_cards.size()); ++at) {
        m_layout->addWidget(m_cards[at], at / m_columns, at % m_columns);
        m_cards[at]->show();
    }
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (columnsFor(event->size().width()) != m_columns)
        arrange();
}

} // namespace gatehouse::ui
