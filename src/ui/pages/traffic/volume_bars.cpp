// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/volume_bars.h"

#include "ui/widgets/colours.h"

#include <QDateTime>
#include <QFocusEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int barWidth = 10; ///< with its gap
constexpr int barsTall = 40;

QString clock(qint64 time, bool seconds)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

VolumeBars::VolumeBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Requests over time"));
}

QSize VolumeBars::sizeHint() const
{
    return {600, barsTall + fontMetrics().height() + 2};
}

int VolumeBars::room() const
{
    return std::clamp(width() / barWidth, 12, 240);
}

int VolumeBars::barsHeight() const
{
    return height() - fontMetrics().height() - 2;
}

qreal VolumeBars::step() const
{
    return m_histogram.bins.isEmpty() ? 1 : qreal(width()) / qreal(m_histogram.bins.size());
}

qsizetype VolumeBars::binAt(qreal x) const
{
    return std::clamp<qsizetype>(qsizetype(x / step()), 0, std::max<qsizetype>(0, m_histogram.bins.size() - 1));
}

void VolumeBars::setHistogram(const TrafficHistogram &histogram)
{
    m_histogram = histogram;
    update();
}

void VolumeBars::setWindow(const std::optional<TrafficWindow> &window)
{
    m_window = window;
    setAccessibleDescription(window ? windowText(*window) : QString());
    update();
}

QString VolumeBars::tellOf(qsizetype bin) const
{
    const TrafficHistogram::Bin &what = m_histogram.bins[bin];
    QString text = windowText(m_histogram.window(bin)) + u'\n' + tr("%n request(s)", nullptr, what.requests);
    if (what.troubled > 0)
        text += u", "_s + tr("%n failed or refused", nullptr, what.troubled);
    return text;
}

void VolumeBars::paintEvent(QPaintEvent *)
{
    if (m_histogram.bins.isEmpty())
        return;
    const Colours &colours = Colours::of(palette());
    const qreal tall = barsHeight();
    const double most = std::max(4, m_histogram.most()); // one single request must not look like a peak
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    for (qsizetype at = 0; at < m_histogram.bins.size(); ++at) {
        const QRectF place(qreal(at) * step(), 0, step(), tall);
        const bool isChosen = m_window && m_window->has(m_histogram.window(at).begin);
        if (isChosen)
            painter.fillRect(place, colours.selection);
        const auto draw = [&](double value, const QColor &colour) {
            const qreal high = value > 0 ? std::max<qreal>(2, value / most * (tall - 2)) : 1;
            painter.fillRect(QRectF(place.left() + 1, tall - high, std::max<qreal>(1, place.width() - 2), high), colour);
        };
        const TrafficHistogram::Bin &bin = m_histogram.bins[at];
        draw(bin.requests,
            bin.requests == 0           ? colours.border
                : m_window && !isChosen ? blend(colours.accent, colours.window, 0.4)
                                        : colours.accent);
        if (bin.troubled > 0)
            draw(bin.troubled, colours.bad);
    }
    painter.setPen(colours.muted);
    const QRectF line(0, tall + 2, width(), fontMetrics().height());
    const qsizetype last = m_histogram.bins.size() - 1;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, clock(m_histogram.begin, m_histogram.step < 60000));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, clock(m_histogram.window(last).end, m_histogram.step < 60000));
    if (!hasFocus())
        return;
    painter.setPen(QPen(colours.accent, 2));
    painter.drawRect(QRectF(1, 1, width() - 2, tall - 2));
}

void VolumeBars::choose(qsizetype from, qsizetype to)
{
    if (m_histogram.bins.isEmpty())
        return;
    if (from == to && m_window && m_window->has(m_histogram.window(from).begin))
        return Q_EMIT chosen(std::nullopt);
    const auto [first, last] = std::minmax(from, to);
    Q_EMIT chosen(TrafficWindow {m_histogram.window(first).begin, m_histogram.window(last).end});
}

void VolumeBars::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton && !m_histogram.bins.isEmpty() ? binAt(event->position().x()) : -1;
}

void VolumeBars::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype at = binAt(event->position().x());
    if (m_pressed < 0 || at == m_pressed)
        return;
    const auto [first, last] = std::minmax(m_pressed, at);
    setWindow(TrafficWindow {m_histogram.window(first).begin, m_histogram.window(last).end}); // chosen when it is let go
}

void VolumeBars::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        return;
    const qsizetype pressed = std::exchange(m_pressed, -1);
    const qsizetype at = binAt(event->position().x());
    if (at != pressed)
        m_window.reset(); // it only followed the mouse
    choose(pressed, at);
}

void VolumeBars::keyPressEvent(QKeyEvent *event)
{
    const int way = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (way == 0 || m_histogram.bins.isEmpty())
        return QWidget::keyPressEvent(event);
    const qsizetype now = m_window ? m_histogram.binOf(m_window->begin) : m_histogram.bins.size();
    const qsizetype at = std::clamp<qsizetype>(now + way, 0, m_histogram.bins.size() - 1);
    if (at != now)
        choose(at, at);
}

void VolumeBars::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT roomChanged();
}

void VolumeBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

bool VolumeBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_histogram.bins.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tellOf(binAt(help->pos().x())), this);
    return true;
}

} // namespace gatehouse::ui
