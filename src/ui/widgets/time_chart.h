// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/chart_data.h"

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

namespace gatehouse::ui {

struct Colours;
class TimePlot;

/// One figure of a TimeChart: how it is called, drawn and written.
struct ChartLine {
    enum class Shape {
        Line, ///< from point to point over what was not measured
        Bars, ///< each stands on the bars of the lines before it
    };
    enum class Tone { Series, Bad, Quiet };

    QString name;
    QString (*text)(double value); ///< "1,234", "345 ms"; of the first line also on the axis
    Shape shape = Shape::Line;
    int colour = 0; ///< of Colours::series
    Tone tone = Tone::Series;
    bool dashed = false;
};

QColor lineColour(const ChartLine &line, const Colours &colours);

/// Figures over time. Names above, which tell the values of one step while the pointer is over it or the arrow keys have
/// chosen it, and which may lead somewhere. New data of the same length replaces what is drawn without a flicker, so it may come
/// every second. Qt Charts is only loaded with the first data.
class TimeChart : public QWidget
{
    Q_OBJECT
public:
    /// @param accessibleName what it is about: "Requests over time"
    explicit TimeChart(const QString &accessibleName, QWidget *parent = nullptr);

    /// @param least the smallest step of the axis of values: 1 for what is counted
    void setLines(const QList<ChartLine> &lines, double least = 0);
    void setData(const ChartData &data);
    /// In the middle while all is 0.
    void setEmptyText(const QString &text);

    const ChartData &data() const { return m_data; }
    const QList<ChartLine> &lines() const { return m_lines; }
    /// The step that is read out; -1: none.
    qsizetype marked() const { return m_marked; }
    /// Its figures: "14:03 · Answered 12 · Failed 1"; empty: none.
    QString readout() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void markedChanged(qsizetype at);
    /// A click on a step, or Enter on the one that is read out.
    void stepChosen(qsizetype at);

public Q_SLOTS:
    /// Reads out a step, for example the one that another chart of the same times shows.
    void setMarked(qsizetype at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void mark(qsizetype at);
    qsizetype stepAt(const QMouseEvent &event) const;
    void placePlot();
    int headHeight() const;
    void paintNames(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;
    QString summary() const;

    QList<ChartLine> m_lines;
    double m_least = 0;
    ChartData m_data;
    QString m_emptyText;
    TimePlot *m_plot = nullptr; ///< not before the first data
    qsizetype m_marked = -1;
    qsizetype m_pressed = -1;
};

} // namespace gatehouse::ui
