// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QWidget>

namespace gatehouse::ui {

/// A small bar chart without axes: how a figure moved. A second part of each bar, the share that went wrong, is drawn in
/// another colour at the bottom.
class Bars : public QWidget
{
    Q_OBJECT
public:
    struct Bar {
        double whole = 0;
        double troubled = 0;
    };

    explicit Bars(QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars);

    QSize sizeHint() const override { return {120, 26}; }
    QSize minimumSizeHint() const override { return {60, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Bar> m_bars;
};

} // namespace gatehouse::ui
