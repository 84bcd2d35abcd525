// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/time_chart.h"

#include "ui/models/chart_axis.h"
#include "ui/models/text.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"
#include "ui/widgets/time_plot.h"

#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int swatch = 10;
constexpr int gap = 6;
constexpr int between = 18;

QString valueText(const ChartLine &line, double value)
{
    return std::isnan(value) ? dash() : line.text(value);
}

} // namespace

QColor lineColour(const ChartLine &line, const Colours &colours)
{
    switch (line.tone) {
    case ChartLine::Tone::Bad: return colours.bad;
    case ChartLine::Tone::Quiet: return colours.idle;
    case ChartLine::Tone::Series: break;
    }
    return colours.series[std::size_t(line.colour) % colours.series.size()];
}

TimeChart::TimeChart(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFont(tabular(font()));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimeChart::setLines(const QList<ChartLine> &lines, double least)
{
    m_lines = lines;
    m_least = least;
    m_data = {};
    m_marked = -1;
    if (m_plot) {
        m_plot->setMarked(-1);
        m_plot->setLines(lines);
    }
    update();
}

void TimeChart::setData(const ChartData &data)
{
    if (!m_plot) {
        m_plot = new TimePlot(this);
        m_plot->setLines(m_lines);
        placePlot();
    }
    m_data = data;
    m_marked = std::min(m_marked, data.steps() - 1);
    m_plot->setData(data, m_least);
    m_plot->setMarked(m_marked);
    const bool empty = data.isEmpty() && !m_emptyText.isEmpty();
    m_plot->setVisible(!empty);
    setAccessibleDescription(m_marked < 0 ? summary() : readout());
    update();
}

void TimeChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QString TimeChart::readout() const
{
    if (m_marked < 0 || m_marked >= m_data.steps())
        return {};
    QString text = stepText(m_data, m_marked);
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        text += u" · "_s + m_lines[line].name + u' ' + valueText(m_lines[line], m_data.value(line, m_marked));
    return text;
}

QString TimeChart::summary() const
{
    if (m_data.isEmpty())
        return m_emptyText;
    QStringList parts;
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const qsizetype peak = m_data.peak(line);
        if (peak >= 0) //: what a chart shows, read to the blind: %1 is a name, %2 its largest value, %3 a time
            parts << tr("%1: most %2 at %3")
                         .arg(m_lines[line].name, valueText(m_lines[line], m_data.value(line, peak)), stepText(m_data, peak));
    }
    return parts.join(u"; "_s);
}

void TimeChart::setMarked(qsizetype at)
{
    at = at < 0 || m_data.steps() == 0 ? -1 : std::min(at, m_data.steps() - 1);
    if (at == m_marked)
        return;
    m_marked = at;
    if (m_plot)
        m_plot->setMarked(at);
    setAccessibleDescription(at < 0 ? summary() : readout());
    update();
}

void TimeChart::mark(qsizetype at)
{
    if (at == m_marked)
        return;
    setMarked(at);
    Q_EMIT markedChanged(m_marked);
}

QSize TimeChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 11};
}

QSize TimeChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 7};
}

int TimeChart::headHeight() const
{
    return fontMetrics().height() + gap;
}

void TimeChart::placePlot()
{
    if (m_plot)
        m_plot->setGeometry(rect().adjusted(1, headHeight(), -1, -1));
}

void TimeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintNames(painter);
    if (m_data.isEmpty())
        paintEmpty(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Colours::of(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, headHeight() - 2, -1, -1), 6, 6);
}

void TimeChart::paintNames(QPainter &painter) const
{
    const Colours &colours = Colours::of(palette());
    const int high = fontMetrics().height();
    int x = 2;
    const auto write = [&](const QString &text, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(QRect(x, 0, width() - x, high), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += fontMetrics().horizontalAdvance(text);
    };
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(lineColour(m_lines[line], colours));
        const bool bars = m_lines[line].shape == ChartLine::Shape::Bars;
        painter.drawRect(QRect(x, (high - (bars ? swatch : 3)) / 2, swatch, bars ? swatch : 3));
        x += swatch + gap;
        write(m_lines[line].name, colours.muted);
        x += gap;
        if (m_marked >= 0)
            write(valueText(m_lines[line], m_data.value(line, m_marked)), colours.text);
        x += between;
    }
    if (m_marked < 0)
        return;
    const QString when = stepText(m_data, m_marked);
    x = std::max(x, width() - fontMetrics().horizontalAdvance(when) - 2);
    write(when, colours.muted);
}

void TimeChart::paintEmpty(QPainter &painter) const
{
    painter.setPen(Colours::of(palette()).muted);
    painter.drawText(rect().adjusted(0, headHeight(), 0, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

qsizetype TimeChart::stepAt(const QMouseEvent &event) const
{
    return m_plot && m_plot->isVisible() ? m_plot->stepAt(m_plot->mapFrom(this, event.position().toPoint())) : -1;
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    mark(stepAt(*event));
    const bool leads = m_marked >= 0 && isSignalConnected(QMetaMethod::fromSignal(&TimeChart::stepChosen));
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? stepAt(*event) : -1;
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    const qsizetype pressed = std::exchange(m_pressed, -1);
    if (pressed >= 0 && event->button() == Qt::LeftButton && stepAt(*event) == pressed)
        Q_EMIT stepChosen(pressed);
}

void TimeChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    mark(-1);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_data.steps() - 1;
    switch (event->key()) {
    case Qt::Key_Left: return mark(m_marked < 0 ? last : std::max<qsizetype>(m_marked - 1, 0));
    case Qt::Key_Right: return mark(m_marked < 0 ? last : std::min(m_marked + 1, last));
    case Qt::Key_Home: return mark(std::min<qsizetype>(0, last));
    case Qt::Key_End: return mark(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_marked >= 0)
            return Q_EMIT stepChosen(m_marked);
        return QWidget::keyPressEvent(event);
    default: return QWidget::keyPressEvent(event);
    }
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    mark(-1);
    update();
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePlot();
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        placePlot();
        updateGeometry();
    }
}

} // namespace gatehouse::ui
