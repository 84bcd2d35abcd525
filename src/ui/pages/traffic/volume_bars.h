// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_histogram.h"

#include <QWidget>

#include <optional>

namespace gatehouse::ui {

/// How many requests came when, as bars over time. A click or a drag chooses a stretch of time, another click there lets it go;
/// so do the arrow keys, and Escape.
class VolumeBars : public QWidget
{
    Q_OBJECT
public:
    explicit VolumeBars(QWidget *parent = nullptr);

    void setHistogram(const TrafficHistogram &histogram);
    /// What is chosen, shown only.
    void setWindow(const std::optional<TrafficWindow> &window);
    /// How many bars fit.
    int room() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(const std::optional<gatehouse::ui::TrafficWindow> &window);
    void roomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    qreal step() const;
    int barsHeight() const;
    qsizetype binAt(qreal x) const;
    QString tellOf(qsizetype bin) const;
    void choose(qsizetype from, qsizetype to);

    TrafficHistogram m_histogram;
    std::optional<TrafficWindow> m_window;
    qsizetype m_pressed = -1; ///< the bar a drag began at
};

} // namespace gatehouse::ui
