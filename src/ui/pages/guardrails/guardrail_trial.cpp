// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/guardrails/guardrail_trial.h"

#include "ui/pages/guardrails/guardrail_rows.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/pill.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

GuardrailTrial::GuardrailTrial(Session &session, QWidget *parent)
    : Card(tr("Test on a text"), parent)
    , m_session(session)
    , m_text(new QPlainTextEdit)
    , m_run(new QPushButton(tr("Test")))
    , m_outcome(new Pill)
    , m_message(new MessageLine)
    , m_made(new QPlainTextEdit)
{
    m_text->setAccessibleName(tr("Text to test"));
    m_text->setPlaceholderText(tr("What somebody might ask, or a model might answer"));
    m_text->setTabChangesFocus(true);
    m_text->setProperty("role", u"field"_s);
    m_made->setAccessibleName(tr("What the guardrail made of it"));
    m_made->setReadOnly(true);
    m_made->setTabChangesFocus(true);
    m_made->setProperty("role", u"code"_s);
    m_made->hide();
    addContent(m_text, 1);
    addContent(m_made, 1);
    addContent(m_message);
    addContent(makeFoot());
    auto *run = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    run->setContext(Qt::WidgetWithChildrenShortcut);
    connect(run, &QShortcut::activated, this, &GuardrailTrial::run);
    connect(m_run, &QPushButton::clicked, this, &GuardrailTrial::run);
    connect(&session, &Session::stateChanged, this, &GuardrailTrial::showState);
    showState();
}

QWidget *GuardrailTrial::makeFoot()
{
    m_run->setProperty("role", u"primary"_s);
    m_run->setToolTip(tr("Ctrl+Enter. Asks the guardrail alone; no model is asked."));
    m_outcome->hide();
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_run);
    row->addWidget(m_outcome);
    row->addStretch(1);
    return foot;
}

void GuardrailTrial::setGuardrail(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    //: %1 is the name of a guardrail
    setTitle(name.isEmpty() ? tr("Test on a text") : tr("Test %1 on a text").arg(name));
    m_outcome->hide();
    m_made->hide();
    m_message->clear();
    showState();
}

void GuardrailTrial::focusText()
{
    m_text->setFocus();
    m_text->selectAll();
}

void GuardrailTrial::showState()
{
    m_run->setEnabled(m_session.isRunning() && !m_name.isEmpty() && !m_isRunning);
}

void GuardrailTrial::run()
{
    const QString text = m_text->toPlainText();
    if (!m_run->isEnabled())
        return;
    if (text.trimmed().isEmpty()) {
        m_message->say(Mood::Warn, tr("Write a text first."));
        return m_text->setFocus();
    }
    m_isRunning = true;
    m_outcome->hide();
    m_made->hide();
    m_message->say(Mood::Busy, tr("Asking the guardrail…"));
    showState();
    const QJsonDocument body(QJsonObject {{u"guardrail_name"_s, m_name}, {u"text"_s, text}});
    m_session.client().post(u"/guardrails/apply_guardrail"_s, body, this, [this, text, name = m_name](const Answer &answer) {
        m_isRunning = false;
        showState();
        if (name == m_name)
            take(answer, text);
    });
}

void GuardrailTrial::take(const Answer &answer, const QString &text)
{
    using Kind = GuardrailOutcome::Kind;
    const GuardrailOutcome outcome = guardrailOutcome(answer.status, answer.json.object(), text);
    m_message->clear();
    m_made->setPlainText(outcome.text);
    m_made->setVisible(outcome.kind == Kind::Masked);
    m_outcome->show();
    switch (outcome.kind) {
    case Kind::Passed: return m_outcome->setState(Mark::Check, Mood::Good, tr("Passes unchanged"));
    case Kind::Masked: return m_outcome->setState(Mark::Half, Mood::Warn, tr("Masked"));
    case Kind::Blocked:
        m_outcome->setState(Mark::Slash, Mood::Bad, tr("Blocked"));
        return m_message->say(Mood::Bad, outcome.text);
    case Kind::Failed: break;
    }
    m_outcome->setState(Mark::Alert, Mood::Bad, tr("Could not judge"));
    m_message->say(Mood::Bad, outcome.text.isEmpty() ? answer.problem : outcome.text);
}

} // namespace gatehouse::ui
