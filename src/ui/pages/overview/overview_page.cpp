// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/overview_page.h"

#include "ui/api/poll.h"
#include "ui/pages/overview/dashboard.h"
#include "ui/pages/overview/figures.h"
#include "ui/pages/overview/range.h"
#include "ui/pages/overview/welcome.h"
#include "ui/session.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

OverviewPage::OverviewPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_stack(new QStackedWidget)
    , m_quiet(new QWidget)
    , m_welcome(new Welcome(session))
    , m_dashboard(new Dashboard(session, preferences))
    , m_past(new Poll(session, u"/series"_s, std::chrono::seconds(30), this))
{
    for (QWidget *each : {m_quiet, m_welcome, static_cast<QWidget *>(m_dashboard)})
        m_stack->addWidget(each);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_past->setQuery(ranges().back().whole());
    connect(m_past, &Poll::answered, this, [this](const Answer &answer) {
        m_isKnown = true;
        m_hasPast = m_hasPast || !answer.isOk() || total(Figures::fromJson(answer.json.object()).requests) > 0;
        choose();
    });
    connect(&session, &Session::stateChanged, this, &OverviewPage::choose);
    connect(&session.traffic(), &QAbstractItemModel::rowsInserted, this, &OverviewPage::choose);
    choose();
}

void OverviewPage::choose()
{
    QWidget *shown = m_quiet;
    if (!m_session.isRunning())
        shown = m_welcome;
    else if (m_hasPast || m_session.traffic().rowCount() > 0)
        shown = m_dashboard;
    else if (m_isKnown)
        shown = m_welcome;
    if (shown != m_stack->currentWidget())
        m_stack->setCurrentWidget(shown);
}

void OverviewPage::refresh()
{
    m_past->ask();
    m_dashboard->refresh();
}

void OverviewPage::save()
{
    m_dashboard->save();
}

} // namespace gatehouse::ui
