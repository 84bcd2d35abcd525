// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/callback_row.h"

#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

CallbackRow::CallbackRow(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(makeLabel(Voice::Body))
    , m_pill(new Pill)
    , m_figures(makeLabel(Voice::Small))
    , m_test(new QPushButton(tr("Test")))
    , m_trouble(new MessageLine)
    , m_answer(new MessageLine)
{
    m_figures->setFont(tabular(m_figures->font()));
    m_figures->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_name);
    head->addWidget(m_pill);
    head->addStretch(1);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addLayout(head);
    text->addWidget(m_figures);
    auto *line = new QHBoxLayout;
    line->setSpacing(24);
    line->addLayout(text, 1);
    line->addWidget(m_test, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_trouble);
    column->addWidget(m_answer);
    setFocusProxy(m_test);
    connect(m_test, &QPushButton::clicked, this, &CallbackRow::test);
}

void CallbackRow::setState(const CallbackState &state)
{
    m_state = state;
    m_name->setText(state.name);
    m_pill->setState(state.mark, state.mood, state.word);
    m_pill->setVisible(!state.word.isEmpty());
    const QString told = tr("Told of %1").arg(state.told);
    m_figures->setText(state.figures.isEmpty() ? told : told + u" · "_s + state.figures);
    m_test->setVisible(state.canBeTested);
    m_test->setAccessibleName(tr("Test %1").arg(state.name));
    m_test->setToolTip(tr("Sends a made-up report and says what came back"));
    m_trouble->say(state.mood, state.trouble);
}

void CallbackRow::test()
{
    m_test->setEnabled(false);
    m_answer->say(Mood::Busy, tr("Waiting for its answer…"));
    QUrlQuery query;
    query.addQueryItem(u"service"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_state.name)));
    m_session.client().get(u"/health/services"_s, query, this, [this](const Answer &answer) {
        m_test->setEnabled(true);
        const QString told = answer.json.object().value("message"_L1).toString();
        m_answer->say(answer.isOk() ? Mood::Good : Mood::Bad, answer.isOk() ? told : answer.problem);
    });
}

} // namespace gatehouse::ui
