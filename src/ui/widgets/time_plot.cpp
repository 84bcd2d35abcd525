// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/time_plot.h"

#include "ui/widgets/colours.h"

#include <QAreaSeries>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr int gap = 8;
constexpr int markGap = 20;        // between the words of two marks
constexpr qsizetype wideBars = 40; // up to so many there is air between them
constexpr qsizetype dotsUpTo = 60; // more points are a line anyway

} // namespace

TimePlot::TimePlot(QWidget *parent)
    : QChartView(parent)
    , m_time(new QValueAxis(this))
    , m_value(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::NoRubberBand);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMinimumSize(0, 0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    for (QValueAxis *axis : {m_time, m_value})
        axis->setVisible(false);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
}

void TimePlot::setLines(const QList<ChartLine> &lines)
{
    chart()->removeAllSeries(); // and deletes them
    m_lines = lines;
    m_series.resize(lines.size());
    m_points.resize(lines.size());
    m_data = {};
    m_scale = {.top = 0, .step = 0};
    for (qsizetype at = lines.size() - 1; at >= 0; --at) { // bars reach up from the ground: the highest lies behind
        m_points[at] = new QLineSeries;
        m_series[at] = m_points[at];
        if (lines[at].shape == ChartLine::Shape::Bars) {
            auto *area = new QAreaSeries(m_points[at]);
            m_points[at]->setParent(area);
            m_series[at] = area;
        }
        chart()->addSeries(m_series[at]);
        m_series[at]->attachAxis(m_time);
        m_series[at]->attachAxis(m_value);
    }
    dress();
}

void TimePlot::setData(const ChartData &fresh, double least)
{
    m_data = fresh;
    m_scale = valueAxis(most(), least, m_scale);
    m_time->setRange(0, double(std::max<qint64>(fresh.span(), 1)));
    m_value->setRange(0, m_scale.top);
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const bool bars = m_lines[line].shape == ChartLine::Shape::Bars;
        m_points[line]->replace(bars ? barPoints(line) : linePoints(line));
        m_points[line]->setPointsVisible(!bars && fresh.steps() <= dotsUpTo);
    }
    place();
}

/// A bar stands on those of the lines before it.
double TimePlot::drawnValue(qsizetype line, qsizetype at) const
{
    if (m_lines[line].shape != ChartLine::Shape::Bars)
        return m_data.value(line, at);
    double sum = 0;
    for (qsizetype below = 0; below <= line; ++below) {
        const double value = m_data.value(below, at);
        if (m_lines[below].shape == ChartLine::Shape::Bars && std::isfinite(value))
            sum += value;
    }
    return sum;
}

double TimePlot::most() const
{
    double most = 0;
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        for (qsizetype at = 0; at < m_data.steps(); ++at) {
            const double value = drawnValue(line, at);
            if (std::isfinite(value))
                most = std::max(most, value);
        }
    }
    return most;
}

QList<QPointF> TimePlot::linePoints(qsizetype line) const
{
    QList<QPointF> points;
    for (qsizetype at = 0; at < m_data.steps(); ++at) {
        const double value = m_data.value(line, at);
        if (std::isfinite(value))
            points.append({(double(at) + 0.5) * m_data.step, value});
    }
    return points;
}

QList<QPointF> TimePlot::barPoints(qsizetype line) const
{
    const double air = m_data.steps() <= wideBars ? 0.15 : 0;
    QList<QPointF> points {{0, 0}};
    for (qsizetype at = 0; at < m_data.steps(); ++at) {
        const double value = drawnValue(line, at);
        if (value <= 0)
            continue;
        const double left = (double(at) + air) * m_data.step;
        const double right = (double(at) + 1 - air) * m_data.step;
        points << QPointF(left, 0) << QPointF(left, value) << QPointF(right, value) << QPointF(right, 0);
    }
    points.append({double(std::max<qint64>(m_data.span(), 1)), 0});
    return points;
}

void TimePlot::setMarked(qsizetype at)
{
    if (at == m_marked)
        return;
    m_marked = at;
    viewport()->update();
}

qsizetype TimePlot::stepAt(const QPoint &spot) const
{
    const QRectF area = chart()->plotArea();
    if (m_data.steps() == 0 || area.width() <= 0 || !area.adjusted(-2, -gap, 2, gap).contains(spot))
        return -1;
    const qreal share = (spot.x() - area.left()) / area.width();
    return std::clamp<qsizetype>(qsizetype(share * qreal(m_data.steps())), 0, m_data.steps() - 1);
}

void TimePlot::dress()
{
    const Colours &colours = Colours::of(palette());
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const QColor colour = lineColour(m_lines[line], colours);
        if (auto *area = qobject_cast<QAreaSeries *>(m_series[line])) {
            area->setPen(Qt::NoPen);
            area->setBrush(colour);
            continue;
        }
        m_points[line]->setPen(QPen(colour, 2, m_lines[line].dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_points[line]->setMarkerSize(5);
    }
    setBackgroundBrush(colours.surface);
    viewport()->update();
}

/// Room for the words of the axes; the rest is the picture.
void TimePlot::place()
{
    int wide = 0;
    if (!m_lines.isEmpty()) {
        for (double value = 0; value <= m_scale.top * 1.001 && m_scale.step > 0; value += m_scale.step)
            wide = std::max(wide, fontMetrics().horizontalAdvance(m_lines.first().text(value)));
    }
    const int high = fontMetrics().height();
    const QRectF area = QRectF(rect()).adjusted(wide + gap, high / 2.0 + 1, -gap, -(high + gap));
    if (area.isValid() && area != chart()->plotArea())
        chart()->setPlotArea(area);
    viewport()->update();
}

qreal TimePlot::xOf(double seconds) const
{
    const QRectF area = chart()->plotArea();
    return area.left() + seconds / double(std::max<qint64>(m_data.span(), 1)) * area.width();
}

qreal TimePlot::yOf(double value) const
{
    const QRectF area = chart()->plotArea();
    return area.bottom() - (m_scale.top > 0 ? value / m_scale.top * area.height() : 0);
}

void TimePlot::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_lines.isEmpty() || m_data.steps() == 0)
        return;
    painter->save();
    painter->setFont(font());
    painter->setRenderHint(QPainter::Antialiasing, false); // hairlines
    drawValues(*painter);
    drawTimes(*painter);
    painter->restore();
}

void TimePlot::drawValues(QPainter &painter) const
{
    const Colours &colours = Colours::of(palette());
    const QRectF area = chart()->plotArea();
    const int high = fontMetrics().height();
    for (double value = 0; value <= m_scale.top * 1.001 && m_scale.step > 0; value += m_scale.step) {
        const qreal y = yOf(value);
        painter.setPen(value == 0 ? colours.control : colours.border);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colours.muted);
        painter.drawText(
            QRectF(0, y - high / 2.0, area.left() - gap, high), Qt::AlignRight | Qt::AlignVCenter, m_lines.first().text(value));
    }
}

void TimePlot::drawTimes(QPainter &painter) const
{
    const Colours &colours = Colours::of(palette());
    const QRectF area = chart()->plotArea();
    const int wide = fontMetrics().horizontalAdvance(QStringLiteral("00:00:00"));
    const double middle = m_data.utc ? m_data.step / 2.0 : 0; // the name of a day stands below its middle
    painter.setPen(colours.muted);
    for (const TimeMark &mark : timeMarks(m_data, std::max(2, int(area.width() / (wide + markGap))))) {
        const qreal x = xOf(double(mark.at - m_data.from) + middle);
        const int half = fontMetrics().horizontalAdvance(mark.text) / 2;
        if (x - half < area.left() - gap || x + half > area.right() + gap)
            continue; // half a word says nothing
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
        painter.drawText(QRectF(x - wide, area.bottom() + gap / 2.0, 2 * wide, fontMetrics().height() + gap / 2.0),
            Qt::AlignHCenter | Qt::AlignTop, mark.text);
    }
}

void TimePlot::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_marked < 0 || m_marked >= m_data.steps())
        return;
    const Colours &colours = Colours::of(palette());
    const QRectF area = chart()->plotArea();
    const qreal x = xOf((double(m_marked) + 0.5) * m_data.step);
    painter->setPen(QPen(colours.text, 1));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const double value = drawnValue(line, m_marked);
        if (m_lines[line].shape != ChartLine::Shape::Line || !std::isfinite(value))
            continue;
        painter->setPen(QPen(colours.surface, 2));
        painter->setBrush(lineColour(m_lines[line], colours));
        painter->drawEllipse(QPointF(x, yOf(value)), 5, 5);
    }
}

void TimePlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
}

void TimePlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
    else if (event->type() == QEvent::FontChange)
        place();
}

} // namespace gatehouse::ui
