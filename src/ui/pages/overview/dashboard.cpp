// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/dashboard.h"

#include "ui/pages/overview/budget_card.h"
#include "ui/pages/overview/curves.h"
#include "ui/pages/overview/error_card.h"
#include "ui/pages/overview/figure_source.h"
#include "ui/pages/overview/health_card.h"
#include "ui/pages/overview/range.h"
#include "ui/pages/overview/tile_row.h"
#include "ui/pages/overview/top_card.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/yielding_row.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto rangeKey = u"overview/range"_s;
const auto chartKey = u"overview/chart"_s;

QStringList captions()
{
    QStringList all;
    for (const Range &range : ranges())
        all << range.caption();
    return all;
}

} // namespace

Dashboard::Dashboard(Session &session, Preferences &preferences, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_source(new FigureSource(session, this))
    , m_ranges(new Segments(captions(), tr("Range of time")))
    , m_problem(new MessageLine)
    , m_tiles(new TileRow(session, *m_source))
    , m_curves(new Curves(*m_source))
    , m_health(new HealthCard(session))
    , m_top(new TopCard(session))
    , m_budgets(new BudgetCard(session))
    , m_errors(new ErrorCard(session))
{
    auto *whole = new QWidget;
    whole->setProperty("role", u"page"_s);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(m_tiles);
    column->addWidget(m_curves, 1);
    column->addWidget(m_health);
    column->addWidget(makeCards());
    setWidget(whole);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(QCoreApplication::translate("Pages", "Overview"));
    connect(m_curves, &Curves::spanChosen, this,
        [this](const TrafficWindow &span) { m_session.openPage(u"traffic"_s, windowWord(span)); });
    connect(m_ranges, &Segments::chosen, this, &Dashboard::chooseRange);
    connect(m_source, &FigureSource::problemChanged, this,
        [this](const QString &problem) { problem.isEmpty() ? m_problem->clear() : m_problem->say(Mood::Bad, problem); });
    m_curves->setShown(m_preferences.bytes(chartKey).toInt());
    m_ranges->setCurrent(rangeNamed(QString::fromUtf8(m_preferences.bytes(rangeKey))));
    chooseRange(m_ranges->current());
}

QWidget *Dashboard::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel(Voice::Heading, tr("Overview")));
    row->addStretch(1);
    row->addWidget(m_ranges);
    return head;
}

QWidget *Dashboard::makeCards()
{
    auto *cards = new YieldingRow(8);
    cards->add(m_errors, 6);
    cards->add(m_top, 5);
    cards->add(m_budgets, 5);
    return cards;
}

void Dashboard::chooseRange(int at)
{
    const Range &range = ranges()[std::size_t(at)];
    m_source->setRange(range);
    m_top->setRange(range);
}

void Dashboard::refresh()
{
    m_source->refresh();
    m_tiles->refresh();
    m_health->refresh();
    m_top->refresh();
    m_budgets->refresh();
    m_errors->refresh();
}

void Dashboard::save()
{
    m_preferences.setBytes(rangeKey, ranges()[std::size_t(m_ranges->current())].key);
    m_preferences.setBytes(chartKey, QByteArray::number(m_curves->shown()));
}

} // namespace gatehouse::ui
