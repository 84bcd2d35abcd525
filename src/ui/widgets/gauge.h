// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>
#include <QWidget>

class QPainter;

namespace gatehouse::ui {

struct Colours;

/// A bar that fills: calm below 80 %, warning up to 100 %, alarming beyond. The text beside it must say the figures, since
/// colour alone tells nobody.
void paintGauge(QPainter &painter, const QRectF &box, double share, const Colours &colours);

/// The same as a widget: how much of a budget or limit is used, and where it will stand at the end if it goes on like this.
class Gauge : public QWidget
{
    Q_OBJECT
public:
    explicit Gauge(QWidget *parent = nullptr);

    /// @param share 0…1, more is over. @param forecast the same at the end of the period; negative: not known.
    void setShare(double share, double forecast = -1);

    QSize sizeHint() const override { return {160, 10}; }
    QSize minimumSizeHint() const override { return {40, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    double m_forecast = -1;
};

} // namespace gatehouse::ui
