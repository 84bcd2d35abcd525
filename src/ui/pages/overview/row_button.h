// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/pill.h"

#include <QAbstractButton>

#include <optional>

class QPushButton;

namespace gatehouse::ui {

/// What a row of the overview says.
struct RowText {
    QString title = {};
    QString detail = {};                 ///< quiet, below
    QString figure = {};                 ///< at the other end
    Mark mark = Mark::Check;             ///< with a mood
    std::optional<Mood> mood = {};       ///< nothing: no sign
    std::optional<double> share = {};    ///< a bar: 0…1, more is over
    std::optional<double> forecast = {}; ///< a line in the bar
    bool calm = false;                   ///< a bar that only compares, and never warns
    QString argument = {};               ///< for whoever is told that it was chosen
    QString tip = {};
    QString action = {}; ///< the caption of a button at the end; empty: none
    QString actionArgument = {};

    bool operator==(const RowText &other) const = default;
};

/// A row that can be chosen: a sign, a title with a figure, a line below and a bar. Drawn in one go, so that many of them cost
/// little, and only when it says something new.
class RowButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RowButton(QWidget *parent = nullptr);

    void setRow(const RowText &row);
    const RowText &row() const { return m_row; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void acted(); ///< the button at the end

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintGround(QPainter &painter, const Colours &colours) const;
    void paintWords(QPainter &painter, const Colours &colours) const;
    void showAction();
    QRect inner() const;
    int signWidth() const;

    RowText m_row;
    QPushButton *m_action = nullptr;
};

} // namespace gatehouse::ui
