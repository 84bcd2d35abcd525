// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/playground/answer_figures.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace gatehouse::ui {

/// What an answer took, in four figures: beside each other where there is room, else two and two.
class FigureGrid : public QWidget
{
    Q_OBJECT
public:
    enum Figure { First, Speed, Cost, Tokens };
    static constexpr int count = 4;

    explicit FigureGrid(QWidget *parent = nullptr);

    void setFigures(const AnswerFigures &figures);
    /// No other column has done better.
    void setBest(Figure figure, bool isBest);
    /// As it is read.
    QString text(Figure figure) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Cell {
        QWidget *box = nullptr;
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        bool isBest = false;
    };
    void arrange();
    void showName(Figure figure);
    void setValue(Figure figure, const QString &value);

    QGridLayout *m_grid;
    std::array<Cell, count> m_cells;
    int m_across = 0;
};

} // namespace gatehouse::ui
