// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/timing_tab.h"

#include "ui/models/text.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int gap = 12;

/// Finer than elsewhere: here small stretches are compared.
QString fineText(double milliseconds)
{
    if (milliseconds >= 10)
        return durationText(milliseconds);
    //: %1 is a number of milliseconds
    return TimingTab::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', 2));
}

QString durationOf(const TrafficSpan &span)
{
    const QString text = fineText(span.end - span.begin);
    return span.isRunning ? text + u"…"_s : text;
}

} // namespace

Waterfall::Waterfall(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(TimingTab::tr("Timing"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void Waterfall::setSpans(const QList<TrafficSpan> &spans, const std::optional<double> &first)
{
    m_spans = spans;
    m_first = first;
    m_whole = 1;
    QStringList lines;
    for (const TrafficSpan &span : spans) {
        m_whole = std::max(m_whole, span.end);
        //: a stretch of time: %1 what, %2 how long, %3 after how long it began
        lines.append(TimingTab::tr("%1: %2, after %3").arg(span.name, durationOf(span), fineText(span.begin)));
    }
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

int Waterfall::rowHeight() const
{
    return fontMetrics().height() + 8;
}

QSize Waterfall::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, rowHeight() * int(m_spans.size()) + 4};
}

QColor Waterfall::colourOf(const TrafficSpan &span) const
{
    const Colours &colours = Colours::of(palette());
    if (span.isFailed)
        return colours.bad;
    switch (span.kind) {
    case TrafficSpan::Kind::Whole: return colours.control;
    case TrafficSpan::Kind::Gateway: return colours.idle;
    case TrafficSpan::Kind::Waiting: return blend(colours.accent, colours.surface, 0.45);
    case TrafficSpan::Kind::Reading: return colours.accent;
    case TrafficSpan::Kind::Telling: return colours.good;
    }
    return colours.idle;
}

void Waterfall::paintSpan(QPainter &painter, const TrafficSpan &span, const QRectF &row)
{
    const Colours &colours = Colours::of(palette());
    const qreal names = std::min<qreal>(row.width() * 0.3, fontMetrics().averageCharWidth() * 34);
    const qreal times = fontMetrics().horizontalAdvance(u"00 min 00 s…"_s) + gap;
    const QRectF place(
        row.left() + names + gap, row.top(), std::max<qreal>(40, row.width() - names - times - 2 * gap), row.height());
    painter.setPen(colours.text);
    painter.drawText(QRectF(row.left(), row.top(), names, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(span.name, Qt::ElideMiddle, int(names)));
    const qreal left = place.left() + place.width() * span.begin / m_whole;
    const qreal wide = std::max<qreal>(2, place.width() * (span.end - span.begin) / m_whole);
    const qreal tall = span.kind == TrafficSpan::Kind::Whole ? 4 : row.height() - 12;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(span));
    painter.drawRoundedRect(QRectF(std::min(left, place.right() - 2), row.center().y() - tall / 2, wide, tall), 2, 2);
    painter.setPen(colours.muted);
    painter.drawText(
        QRectF(place.right() + gap, row.top(), times, row.height()), Qt::AlignVCenter | Qt::AlignRight, durationOf(span));
    if (!m_first || span.kind != TrafficSpan::Kind::Whole)
        return;
    const qreal mark = place.left() + place.width() * std::min(1.0, *m_first / m_whole);
    painter.setPen(QPen(colours.text, 2));
    painter.drawLine(QPointF(mark, row.center().y() - 6), QPointF(mark, row.center().y() + 6));
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qreal top = 2;
    for (const TrafficSpan &span : m_spans) {
        paintSpan(painter, span, QRectF(0, top, width(), rowHeight()));
        top += rowHeight();
    }
}

TimingTab::TimingTab(QWidget *parent)
    : RecordTab(parent)
    , m_waterfall(new Waterfall)
    , m_note(makeLabel(Voice::Muted))
{
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 4, 8, 0);
    rows->setSpacing(8);
    rows->addWidget(m_waterfall);
    rows->addWidget(m_note);
    rows->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    page->setAutoFillBackground(false); // the area turns it on: the card's ground shall show
    area->viewport()->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
}

void TimingTab::setRecord(const SharedRecord &record)
{
    const TrafficRow &row = record->row;
    const double now = row.startedAt.isValid() ? double(row.startedAt.msecsTo(QDateTime::currentDateTimeUtc())) : 0;
    m_waterfall->setSpans(spansOf(*record, now), row.firstTokenMs);
    QStringList notes;
    if (row.firstTokenMs) //: %1 is a duration; "the mark" is drawn above
        notes.append(tr("The mark is where the answer began: after %1.").arg(fineText(*row.firstTokenMs)));
    const double streamed = row.durationMs.value_or(now) - row.firstTokenMs.value_or(0);
    if (row.stream && row.firstTokenMs && streamed > 0 && row.outputTokens > 1) //: %1 is a number
        notes.append(
            tr("%1 tokens a second from then on.").arg(QLocale().toString(double(row.outputTokens) * 1000 / streamed, 'f', 1)));
    m_note->setText(notes.join(u' '));
}

} // namespace gatehouse::ui
