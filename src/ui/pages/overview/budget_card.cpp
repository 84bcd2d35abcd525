// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/budget_card.h"

#include "ui/api/poll.h"
#include "ui/pages/overview/row_list.h"
#include "ui/session.h"

#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype most = 5;

} // namespace

BudgetCard::BudgetCard(Session &session, QWidget *parent)
    : Card(tr("Budgets"), parent)
    , m_session(session)
    , m_rows(new RowList(tr("Budgets")))
    , m_keys(follow(u"/key/list"_s))
    , m_teams(follow(u"/v2/team/list"_s))
    , m_providers(follow(u"/provider/budgets"_s))
{
    //: all keys and budgets
    auto *all = new QPushButton(tr("All…"));
    all->setProperty("role", u"quiet"_s);
    all->setAccessibleName(tr("All keys and budgets"));
    addTool(all);
    addContent(m_rows);
    body()->addStretch(1);
    m_keys->setQuery(QUrlQuery(u"return_full_object=true&size=100&sort_by=spend&sort_order=desc"_s));
    m_teams->setQuery(QUrlQuery(u"page_size=100&sort_by=spend&sort_order=desc"_s));
    connect(m_keys, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_lists.keys = answer.json.object().value("keys"_L1).toArray();
        show();
    });
    connect(m_teams, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_lists.teams = answer.json.object().value("teams"_L1).toArray();
        show();
    });
    connect(m_providers, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_lists.providers = answer.json.object().value("providers"_L1).toObject();
        show();
    });
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "budget"_L1 || name == "record_changed"_L1)
            refresh();
    });
    connect(all, &QPushButton::clicked, this, [&session] { session.openPage(u"keys"_s); });
    connect(m_rows, &RowList::chosen, this, [&session](const QString &argument) {
        session.openPage(argument.startsWith("provider:"_L1) ? u"providers"_s : u"keys"_s, argument);
    });
}

Poll *BudgetCard::follow(const QString &path)
{
    return new Poll(m_session, path, std::chrono::seconds(15), this);
}

void BudgetCard::show()
{
    m_rows->setRows(budgetRows(m_lists, QDateTime::currentDateTimeUtc(), most));
    m_rows->setEmptyText(tr("No key, team or provider has a budget. Set one on the Keys page."));
}

void BudgetCard::refresh()
{
    for (Poll *poll : {m_keys, m_teams, m_providers})
        poll->ask();
}

} // namespace gatehouse::ui
