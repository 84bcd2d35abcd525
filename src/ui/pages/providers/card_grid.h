// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace gatehouse::ui {

/// Cards of one width in as many columns as there is room for the widest of them.
class CardGrid : public QWidget
{
    Q_OBJECT
public:
    /// @param least the width of a card, in characters of the font.
    explicit CardGrid(int least, QWidget *parent = nullptr);

    /// In this order; those that were there and are not any more are hidden, unless another grid took them. The grid owns them.
    void setCards(const QList<QWidget *> &cards);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsFor(int width) const;
    int widestCard() const;
    void arrange();

    QGridLayout *m_layout;
    QList<QWidget *> m_cards;
    int m_least;
    int m_columns = 0;
};

} // namespace gatehouse::ui
