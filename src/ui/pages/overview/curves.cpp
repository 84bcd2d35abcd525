// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/curves.h"

#include "ui/models/text.h"
#include "ui/pages/overview/figure_source.h"
#include "ui/pages/overview/range.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/time_chart.h"
#include "ui/widgets/yielding_row.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString count(double value)
{
    return countText(qRound64(value));
}

QString money(double value)
{
    return moneyText(value);
}

QString duration(double value)
{
    return value == 0 ? QLocale().toString(0) : durationText(value);
}

ChartLine bars(const QString &name, QString (*text)(double), int colour)
{
    return {.name = name, .text = text, .shape = ChartLine::Shape::Bars, .colour = colour};
}

/// What flows: a caption, its lines, and their values in the figures.
struct Flow {
    QString (*caption)();
    QList<ChartLine> (*lines)();
    QList<QList<double>> (*values)(const Figures &figures);
    double least;
};

constexpr std::array flows = {
    Flow {[] { return QCoreApplication::translate("Curves", "Requests"); },
        [] {
            ChartLine failed = bars(QCoreApplication::translate("Curves", "Failed or refused"), count, 1);
            failed.tone = ChartLine::Tone::Bad;
            //: requests that got an answer
            return QList {bars(QCoreApplication::translate("Curves", "Answered"), count, 0), failed};
        },
        [](const Figures &figures) {
            return QList {difference(figures.requests, figures.errors), figures.errors};
        },
        1},
    Flow {[] { return QCoreApplication::translate("Curves", "Tokens"); },
        [] {
            //: tokens of questions, those not read from a provider's cache
            return QList {bars(QCoreApplication::translate("Curves", "Input"), count, 0),
                bars(QCoreApplication::translate("Curves", "Cached input"), count, 2),
                //: tokens of answers
                bars(QCoreApplication::translate("Curves", "Output"), count, 1)};
        },
        [](const Figures &figures) {
            return QList {difference(figures.input, figures.cached), figures.cached, figures.output};
        },
        1},
    Flow {[] { return QCoreApplication::translate("Curves", "Spend"); },
        [] { return QList {bars(QCoreApplication::translate("Curves", "Spend"), money, 3)}; },
        [](const Figures &figures) { return QList<QList<double>> {figures.spend}; }, 0},
};

QList<ChartLine> latencyLines()
{
    //: a percentile: half of the answers took no longer
    return {{.name = Curves::tr("Median"), .text = duration, .colour = 0},
        //: a percentile: 95 of 100 answers took no longer
        {.name = Curves::tr("95 %"), .text = duration, .colour = 1},
        {.name = Curves::tr("First token"), .text = duration, .colour = 2, .dashed = true}};
}

} // namespace

Curves::Curves(FigureSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_choice(new Segments({flows[0].caption(), flows[1].caption(), flows[2].caption()}, tr("What the chart shows")))
    , m_flow(new TimeChart(tr("Over time")))
    , m_latency(new TimeChart(tr("Latency over time")))
{
    m_latency->setLines(latencyLines());
    auto *flow = new Card(tr("Over time"));
    flow->addTool(m_choice);
    flow->addContent(m_flow, 1);
    auto *latency = new Card(tr("Latency"));
    auto *level = new QWidget; // so that both charts begin at the same height
    level->setFixedSize(1, m_choice->sizeHint().height());
    latency->addTool(level);
    latency->addContent(m_latency, 1);
    auto *row = new YieldingRow(8);
    row->add(flow, 3);
    row->add(latency, 2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(row);
    connect(m_flow, &TimeChart::markedChanged, m_latency, &TimeChart::setMarked);
    connect(m_latency, &TimeChart::markedChanged, m_flow, &TimeChart::setMarked);
    connect(m_choice, &Segments::chosen, this, &Curves::choose);
    connect(&source, &FigureSource::curvesChanged, this, &Curves::show);
    for (TimeChart *chart : {m_flow, m_latency}) {
        chart->setMinimumHeight(fontMetrics().height() * 12);
        connect(chart, &TimeChart::stepChosen, this, &Curves::openSpan);
    }
    choose(0);
}

int Curves::shown() const
{
    return m_choice->current();
}

void Curves::setShown(int at)
{
    m_choice->setCurrent(at);
}

void Curves::choose(int at)
{
    const Flow &flow = flows[std::size_t(at)];
    m_flow->setLines(flow.lines(), flow.least);
    if (m_source.curves().steps() > 0)
        show();
}

void Curves::openSpan(qsizetype at)
{
    const Figures &figures = m_source.curves();
    if (at >= figures.steps() || !(figures.requests[at] > 0))
        return; // it would lead to nothing
    constexpr qint64 second = 1000;
    const qint64 begin = m_flow->data().startOf(at) * second;
    Q_EMIT spanChosen({begin, begin + figures.step * second, m_source.range().countsEnds()});
}

void Curves::show()
{
    const Figures &figures = m_source.curves();
    //: instead of a chart; %1 is "the last hour" or another time
    const QString none = tr("No requests in %1.").arg(m_source.range().sentence());
    m_flow->setEmptyText(none);
    m_latency->setEmptyText(none);
    m_flow->setData(figures.chart(flows[std::size_t(m_choice->current())].values(figures)));
    m_latency->setData(figures.chart({figures.p50, figures.p95, figures.firstToken}));
}

} // namespace gatehouse::ui
