// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/error_card.h"

#include "ui/api/poll.h"
#include "ui/pages/overview/error_causes.h"
#include "ui/pages/overview/row_list.h"
#include "ui/session.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype most = 5;

} // namespace

ErrorCard::ErrorCard(Session &session, QWidget *parent)
    : Card(tr("Recent errors"), parent)
    , m_rows(new RowList(tr("Recent errors")))
    , m_poll(new Poll(session, u"/traffic"_s, std::chrono::seconds(5), this))
{
    addContent(m_rows);
    body()->addStretch(1);
    m_poll->setQuery(QUrlQuery(u"errors=true&limit=200"_s));
    connect(m_poll, &Poll::answered, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        m_rows->setRows(errorRows(answer.json.object().value("data"_L1).toArray(), most));
        m_rows->setEmptyText(tr("None among the last requests."));
    });
    connect(m_rows, &RowList::chosen, this, [&session](const QString &argument) { session.openPage(u"traffic"_s, argument); });
    connect(m_rows, &RowList::acted, this,
        [&session](const QString &argument) { session.openPage(argument.section(u' ', 0, 0), argument.section(u' ', 1)); });
}

void ErrorCard::refresh()
{
    m_poll->ask();
}

} // namespace gatehouse::ui
