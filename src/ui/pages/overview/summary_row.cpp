// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/summary_row.h"

#include "ui/models/text.h"
#include "ui/models/traffic.h"
#include "ui/models/traffic_summary.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/tile.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

SummaryRow::SummaryRow(TrafficModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_requests(new Tile(tr("Requests, last minute")))
    , m_tokens(new Tile(tr("Tokens")))
    , m_errors(new Tile(tr("Errors")))
    //: the middle value of how long answers took
    , m_latency(new Tile(tr("Median duration")))
    , m_bars(new Bars)
{
    m_requests->setPicture(m_bars);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_requests, 8);
    row->addWidget(m_tokens, 5);
    row->addWidget(m_errors, 5);
    row->addWidget(m_latency, 5);
    refresh();
}

void SummaryRow::refresh()
{
    const TrafficSummary minute = TrafficSummary::of(m_model, QDateTime::currentDateTimeUtc());
    const QString requests = countText(minute.requests);
    //: more than; %1 is a number, the window does not remember more requests than that
    m_requests->setFigure(minute.partial ? tr("> %1").arg(requests) : requests, tr("%n under way", nullptr, minute.running));
    m_tokens->setFigure(countText(minute.inputTokens + minute.outputTokens),
        //: numbers of tokens: %1 in the questions, %2 in the answers
        tr("%1 in, %2 out").arg(countText(minute.inputTokens), countText(minute.outputTokens)));
    const int troubled = minute.failed + minute.refused;
    m_errors->setFigure(countText(troubled),
        //: numbers of requests: %1 failed at a provider, %2 refused by the gateway
        tr("%1 failed, %2 refused").arg(countText(minute.failed), countText(minute.refused)), troubled > 0);
    m_latency->setFigure(durationText(minute.medianMs),
        //: %1 is a duration: the middle value of the time until answers began
        tr("First token: %1").arg(durationText(minute.medianFirstMs)));
    QList<Bars::Bar> bars;
    for (const TrafficSummary::Bar &bar : minute.history)
        bars.append({double(bar.requests), double(bar.troubled)});
    m_bars->setBars(bars);
}

} // namespace gatehouse::ui
