// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/chart_axis.h"
#include "ui/models/chart_data.h"
#include "ui/widgets/time_chart.h"

#include <QChartView>

class QAbstractSeries;
class QLineSeries;
class QValueAxis;

namespace gatehouse::ui {

/// The picture inside a TimeChart: lines and bars by Qt Charts, marks of the axes in the words and the font of the house,
/// and the step that is read out. Knows no mouse and no keys.
class TimePlot : public QChartView
{
    Q_OBJECT
public:
    explicit TimePlot(QWidget *parent = nullptr);

    void setLines(const QList<ChartLine> &lines);
    /// @param least the smallest step of the axis of values, see valueAxis()
    void setData(const ChartData &fresh, double least);
    /// The step that is read out; -1: none.
    void setMarked(qsizetype at);
    /// The step under a place of this widget; -1: beside the picture.
    qsizetype stepAt(const QPoint &place) const;
    const ValueAxis &valueScale() const { return m_scale; }

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QAbstractSeries *makeSeries(const ChartLine &line);
    void dress();
    void place();
    double drawnValue(qsizetype line, qsizetype at) const;
    double most() const;
    QList<QPointF> linePoints(qsizetype line) const;
    QList<QPointF> barPoints(qsizetype line) const;
    qreal xOf(double seconds) const;
    qreal yOf(double value) const;
    void drawValues(QPainter &painter) const;
    void drawTimes(QPainter &painter) const;

    QList<ChartLine> m_lines;
    QList<QAbstractSeries *> m_series; ///< of the same lines, owned by the chart
    QList<QLineSeries *> m_points;
    QValueAxis *m_time;
    QValueAxis *m_value;
    ChartData m_data;
    ValueAxis m_scale {.top = 0, .step = 0};
    qsizetype m_marked = -1;
};

} // namespace gatehouse::ui
