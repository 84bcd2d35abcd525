// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_window.h"

#include <QWidget>

namespace gatehouse::ui {

class FigureSource;
class Segments;
class TimeChart;

/// Two charts of the range side by side: what flows (requests, tokens or spend), and how long it takes. What is read out in
/// one is read out in the other, and leads to its requests.
class Curves : public QWidget
{
    Q_OBJECT
public:
    explicit Curves(FigureSource &source, QWidget *parent = nullptr);

    /// Which of the three is shown.
    int shown() const;
    void setShown(int at);

Q_SIGNALS:
    /// A step with requests in it was chosen in one of the charts.
    void spanChosen(const gatehouse::ui::TrafficWindow &span);

private:
    void choose(int at);
    void show();
    void openSpan(qsizetype at);

    FigureSource &m_source;
    Segments *m_choice;
    TimeChart *m_flow;
    TimeChart *m_latency;
};

} // namespace gatehouse::ui
