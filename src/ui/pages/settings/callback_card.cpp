// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/callback_card.h"

#include "ui/api/poll.h"
#include "ui/pages/settings/callback_row.h"
#include "ui/pages/settings/form_row.h"
#include "ui/pages/settings/setting_values.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

CallbackCard::CallbackCard(Session &session, SettingValues &values, QWidget *parent)
    : Card(tr("Callbacks and alerts"), parent)
    , m_session(session)
    , m_values(values)
    , m_inUse(new Poll(session, u"/callbacks/list"_s, std::chrono::seconds(30), this))
    , m_sinks(new Poll(session, u"/active/callbacks"_s, std::chrono::seconds(5), this))
    , m_problem(new MessageLine)
    , m_none(makeLabel(Voice::Muted, tr("Nobody is told of requests. Name callbacks and channels of alerts below.")))
    , m_file(new QPushButton(tr("Edit in the file…")))
{
    m_none->setWordWrap(true);
    m_file->setToolTip(tr("Addresses and keys of single callbacks: callback_settings"));
    addTool(m_file);
    body()->setSpacing(0);
    addContent(m_problem);
    addContent(m_none);
    connect(m_file, &QPushButton::clicked, this, [this] { m_session.openPage(u"settings"_s, u"path:callback_settings"_s); });
    connect(&values, &SettingValues::changed, this, [this] {
        m_inUse->ask(); // another configuration names others
        m_sinks->ask();
        showStates();
    });
    connect(&session.client(), &Client::targetChanged, this, [this] { m_news = {}; });
    connect(m_inUse, &Poll::answered, this, [this](const Answer &answer) {
        if (answer.isOk())
            m_news.inUse = answer.json.object();
        showStates();
    });
    connect(m_sinks, &Poll::answered, this, [this](const Answer &answer) {
        m_problem->say(Mood::Bad, answer.problem);
        if (answer.isOk())
            m_news.sinks = answer.json.object().value("sinks"_L1).toArray();
        showStates();
    });
    showStates();
}

void CallbackCard::showStates()
{
    m_news.tree = m_values.tree();
    m_news.problems = m_session.config().problems();
    const QList<CallbackState> states = callbackStates(m_news);
    while (m_rows.size() < states.size())
        addRow();
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const bool isThere = at < states.size();
        m_rows[at].row->setVisible(isThere);
        m_rows[at].rule->setVisible(isThere && at > 0);
        if (isThere)
            m_rows[at].row->setState(states[at]);
    }
    m_none->setVisible(states.isEmpty() && m_values.isKnown());
}

void CallbackCard::addRow()
{
    const Row made {makeRule(), new CallbackRow(m_session)};
    addContent(made.rule);
    addContent(made.row);
    setTabOrder(m_rows.isEmpty() ? static_cast<QWidget *>(m_file) : m_rows.last().row, made.row);
    m_rows.append(made);
}

} // namespace gatehouse::ui
