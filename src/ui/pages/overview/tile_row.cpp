// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/tile_row.h"

#include "ui/api/poll.h"
#include "ui/models/text.h"
#include "ui/pages/overview/figure_source.h"
#include "ui/pages/overview/range.h"
#include "ui/session.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/tile.h"

#include <QGridLayout>

#include <array>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype bars = 30;

/// So many bars as there is room for; the more steps, the more of them are one bar.
QList<Bars::Bar> barsOf(const QList<double> &values, const QList<double> &troubled = {})
{
    const qsizetype join = std::max<qsizetype>(1, (values.size() + bars - 1) / bars);
    const QList<double> whole = summed(values, join);
    const QList<double> part = summed(troubled, join);
    QList<Bars::Bar> made;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const auto number = [at](
                                const QList<double> &list) { return at < list.size() && std::isfinite(list[at]) ? list[at] : 0; };
        made.append({number(whole), number(part)});
    }
    return made;
}

/// Bars show how a figure moves: the tallest is always as tall as there is room.
QList<Bars::Bar> scaled(QList<Bars::Bar> values)
{
    double most = 0;
    for (const Bars::Bar &bar : values)
        most = std::max(most, bar.whole);
    for (Bars::Bar &bar : values)
        bar.whole = most > 0 ? bar.whole / most * 100 : 0;
    return values;
}

QString milliseconds(const QList<double> &one)
{
    return one.isEmpty() || std::isnan(one.first()) ? dash() : durationText(one.first());
}

} // namespace

TileRow::TileRow(Session &session, FigureSource &source, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_source(source)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    m_requests = make(tr("Requests"));
    m_tokens = make(tr("Tokens"));
    m_spend = make(tr("Spend today"));
    //: how many requests were answered well, in percent
    m_success = make(tr("Success"));
    //: the middle value of how long answers took
    m_latency = make(tr("Median latency"));
    m_first = make(tr("Time to first token"));
    m_days = new Poll(session, u"/global/spend/logs"_s, std::chrono::seconds(10), this);
    connect(m_days, &Poll::answered, this, [this](const Answer &answer) {
        if (answer.isOk())
            takeDays(answer.json.array());
    });
    place();
    connect(&source, &FigureSource::curvesChanged, this, &TileRow::showCurves);
    connect(&source, &FigureSource::wholeChanged, this, &TileRow::showWhole);
}

TileRow::Pictured TileRow::make(const QString &name)
{
    const Pictured made {new Tile(name), new Bars};
    made.tile->setPicture(made.bars);
    made.bars->setMinimumWidth(1); // the figure goes first
    made.tile->setMinimumWidth(0);
    made.tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    made.tile->setParent(this);
    return made;
}

/// All six in one row where there is room, else in two.
void TileRow::place()
{
    const std::array tiles {m_requests.tile, m_tokens.tile, m_spend.tile, m_success.tile, m_latency.tile, m_first.tile};
    constexpr int wide = 20; // characters
    const int all = int(tiles.size());
    const int columns = width() >= all * wide * fontMetrics().averageCharWidth() ? all : all / 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int at = 0; at < all; ++at) {
        m_grid->addWidget(tiles[std::size_t(at)], at / columns, at % columns);
        m_grid->setColumnStretch(at, at < columns ? 1 : 0);
    }
}

void TileRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void TileRow::showCurves()
{
    const Figures &curves = m_source.curves();
    QList<double> tokens = curves.input;
    for (qsizetype at = 0; at < tokens.size(); ++at)
        tokens[at] += curves.output[at];
    m_requests.bars->setBars(barsOf(curves.requests, curves.errors));
    m_tokens.bars->setBars(scaled(barsOf(tokens)));
    m_success.bars->setBars(barsOf(curves.errors, curves.errors));
    m_latency.bars->setBars(scaled(barsOf(curves.p50)));
    m_first.bars->setBars(scaled(barsOf(curves.firstToken)));
}

void TileRow::showWhole()
{
    const Figures &whole = m_source.whole();
    const double requests = total(whole.requests);
    const double errors = total(whole.errors);
    const double input = total(whole.input);
    m_requests.tile->setFigure(countText(qint64(requests)), tr("%n under way", nullptr, whole.inFlight));
    m_tokens.tile->setFigure(countText(qint64(input + total(whole.output))),
        //: numbers of tokens: %1 in the questions, %2 in the answers, and how much of %1 came from a cache
        tr("%1 in, %2 out, %3 cached")
            .arg(countText(qint64(input)), countText(qint64(total(whole.output))),
                percentText(input > 0 ? total(whole.cached) / input : 0)));
    m_success.tile->setFigure(requests > 0 ? percentText((requests - errors) / requests) : dash(),
        tr("%n failed or refused", nullptr, int(errors)), errors * 10 > requests);
    //: %1 is a duration that 95 of 100 answers did not exceed
    m_latency.tile->setFigure(milliseconds(whole.p50), tr("95 %: %1").arg(milliseconds(whole.p95)));
    m_first.tile->setFigure(milliseconds(whole.firstToken), tr("95 %: %1").arg(milliseconds(whole.firstToken95)));
}

void TileRow::takeDays(const QJsonArray &days)
{
    m_month = MonthSpend::fromJson(days, QDateTime::currentDateTimeUtc().date());
    showSpend();
    const QJsonObject question = m_month.question(days);
    if (question == m_asked || question.value("data"_L1).toArray().isEmpty())
        return;
    m_asked = question;
    m_session.client().post(u"/global/predict/spend/logs"_s, question, this, [this](const Answer &answer) {
        m_atMonthEnd = answer.isOk() ? m_month.atMonthEnd(answer.json.object()) : std::nullopt;
        showSpend();
    });
}

void TileRow::showSpend()
{
    QString remark = tr("%1 this month").arg(moneyText(m_month.month));
    if (m_atMonthEnd) //: sums of money: %1 was spent this month, %2 will have been at its end
        remark = tr("%1 this month, about %2 at its end")
                     .arg(moneyText(m_month.month), moneyText(std::max(*m_atMonthEnd, m_month.month)));
    m_spend.tile->setFigure(moneyText(m_month.today), remark);
    m_spend.bars->setBars(scaled(barsOf(m_month.days)));
}

void TileRow::refresh()
{
    m_days->ask();
}

} // namespace gatehouse::ui
