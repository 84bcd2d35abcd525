// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/health_card.h"

#include "ui/api/poll.h"
#include "ui/pages/overview/range.h"
#include "ui/pages/overview/row_list.h"
#include "ui/session.h"

#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype most = 12;
constexpr int columnWidth = 50; // characters

} // namespace

HealthCard::HealthCard(Session &session, QWidget *parent)
    : Card(tr("Deployments"), parent)
    , m_states(new Poll(session, u"/health/deployments"_s, std::chrono::seconds(5), this))
    , m_past(new Poll(session, u"/series"_s, std::chrono::seconds(15), this))
    , m_rows(new RowList(tr("Deployments"), columnWidth))
    , m_more(new QPushButton)
{
    m_more->setProperty("role", u"quiet"_s);
    m_more->hide();
    addTool(m_more);
    addContent(m_rows);
    m_past->setQuery(ranges()[std::size_t(rangeNamed(u"1h"_s))].wholeBy(u"deployment"_s));
    connect(m_states, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_deployments = answer.json.object().value("deployments"_L1).toArray();
        show();
    });
    connect(m_past, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_attempts = attemptsOf(answer.json.object());
        show();
    });
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "breaker"_L1 || name == "config_changed"_L1)
            m_states->ask();
    });
    connect(m_rows, &RowList::chosen, this, [&session](const QString &argument) { session.openPage(u"routing"_s, argument); });
    connect(m_more, &QPushButton::clicked, this, [&session] { session.openPage(u"routing"_s, u"deployments"_s); });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible())
            show();
    });
}

void HealthCard::show()
{
    m_rows->setRows(healthRows(m_deployments, m_attempts, QDateTime::currentDateTimeUtc(), most));
    m_rows->setEmptyText(tr("No models yet. Add one on the Models page."));
    const int left = int(m_deployments.size() - m_rows->count());
    m_more->setText(tr("%n more…", nullptr, left));
    m_more->setVisible(left > 0);
    if (!isCountingDown(m_deployments))
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

void HealthCard::refresh()
{
    m_states->ask();
    m_past->ask();
}

} // namespace gatehouse::ui
