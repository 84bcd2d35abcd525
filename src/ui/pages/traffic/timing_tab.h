// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_spans.h"
#include "ui/pages/traffic/record_tab.h"

#include <optional>

class QLabel;

namespace gatehouse::ui {

/// The spans of a call below each other, each where it was in time.
class Waterfall : public QWidget
{
    Q_OBJECT
public:
    explicit Waterfall(QWidget *parent = nullptr);

    /// @param first milliseconds until the answer began, which is marked.
    void setSpans(const QList<TrafficSpan> &spans, const std::optional<double> &first);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    QColor colourOf(const TrafficSpan &span) const;
    void paintSpan(QPainter &painter, const TrafficSpan &span, const QRectF &row);

    QList<TrafficSpan> m_spans;
    std::optional<double> m_first;
    double m_whole = 1; ///< milliseconds of the whole width
};

/// Where the time went.
class TimingTab : public RecordTab
{
    Q_OBJECT
public:
    explicit TimingTab(QWidget *parent = nullptr);

    void setRecord(const SharedRecord &record) override;

private:
    Waterfall *m_waterfall;
    QLabel *m_note;
};

} // namespace gatehouse::ui
