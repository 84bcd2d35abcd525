// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/hint_card.h"

#include "ui/models/text.h"
#include "ui/pages/overview/snippets.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int codeLines = 8;

QString answerIn(const QJsonDocument &json)
{
    const QJsonObject first = json.object().value("choices"_L1).toArray().first().toObject();
    return first.value("message"_L1).toObject().value("content"_L1).toString().simplified().left(120);
}

} // namespace

HintCard::HintCard(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_tabs(new QButtonGroup(this))
    , m_code(new QPlainTextEdit)
    , m_keyHint(makeLabel(Voice::Small))
{
    setProperty("role", u"card"_s);
    m_code->setProperty("role", u"code"_s);
    m_code->setReadOnly(true);
    m_code->setTabChangesFocus(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setAccessibleName(tr("Example request"));
    m_keyHint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(10);
    column->addWidget(makeTabs());
    column->addWidget(m_code);
    column->addWidget(m_keyHint);
    column->addWidget(makeFoot());
    connect(&m_session, &Session::stateChanged, this, &HintCard::showCode);
    connect(&m_session, &Session::exampleModelChanged, this, &HintCard::showCode);
    showCode();
}

QWidget *HintCard::makeTabs()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    int id = 0;
    for (const Snippet &snippet : snippets()) {
        auto *tab = new QPushButton(QString::fromUtf8(snippet.name));
        tab->setProperty("role", u"segment"_s);
        tab->setCheckable(true);
        tab->setChecked(id == 0);
        //: for screen readers; %1 is a client such as curl
        tab->setAccessibleName(tr("Show the example for %1").arg(tab->text()));
        m_tabs->addButton(tab, id++);
        row->addWidget(tab);
    }
    connect(m_tabs, &QButtonGroup::idToggled, this, &HintCard::showCode);
    row->addStretch(1);
    m_copy = new CopyButton(tr("Copy"), [this] { return code(); });
    m_copy->setAccessibleName(tr("Copy the example"));
    row->addWidget(m_copy);
    return bar;
}

QWidget *HintCard::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_test = new QPushButton(tr("Send a test request"));
    m_test->setToolTip(tr("Asks the model above to say hello. With a real provider this costs a few tokens."));
    auto *programs = new QPushButton(tr("Connect a program…"));
    programs->setToolTip(tr("What to set in Claude Code, Codex, editors and libraries"));
    m_outcome = makeLabel(Voice::Muted);
    m_outcome->setWordWrap(true);
    row->addWidget(m_test);
    row->addWidget(programs);
    row->addWidget(m_outcome, 1);
    connect(programs, &QPushButton::clicked, this, [this] { m_session.openPage(u"connect"_s); });
    connect(m_test, &QPushButton::clicked, this, &HintCard::sendTest);
    return foot;
}

QString HintCard::code() const
{
    return m_code->toPlainText();
}

void HintCard::showCode()
{
    const bool needsKey = !m_session.control().adminKey().isEmpty();
    const SnippetWords words {m_session.address(), m_session.exampleModel(), needsKey};
    const QString text = snippets()[std::size_t(std::max(0, m_tabs->checkedId()))].text(words);
    if (text != code())
        m_code->setPlainText(text);
    const QFontMetrics metrics(fixedFont(this));
    m_code->setFont(fixedFont(this));
    m_code->setFixedHeight(metrics.lineSpacing() * codeLines + 26);
    m_keyHint->setVisible(needsKey);
    //: do not translate YOUR_KEY and master_key
    m_keyHint->setText(tr("Replace YOUR_KEY by a key of this gateway, for example the master_key of its configuration."));
    m_test->setEnabled(m_session.isRunning() && !m_session.exampleModel().isEmpty());
}

void HintCard::sendTest()
{
    const QJsonObject message {{u"role"_s, u"user"_s}, {u"content"_s, u"Say hello in five words."_s}};
    const QJsonObject body {{u"model"_s, m_session.exampleModel()}, {u"messages"_s, QJsonArray {message}}};
    m_test->setEnabled(false);
    say(tr("Asking %1…").arg(m_session.exampleModel()), false);
    QElapsedTimer clock;
    clock.start();
    m_session.client().post(u"/v1/chat/completions"_s, QJsonDocument(body), this, [this, clock](const Answer &answer) {
        m_test->setEnabled(m_session.isRunning());
        m_session.feed().refresh();
        if (answer.isOk()) //: %1 is a duration, %2 the model's answer
            say(tr("Answered in %1: %2").arg(durationText(double(clock.elapsed())), answerIn(answer.json)), false);
        else
            say(answer.problem, true);
    });
}

void HintCard::say(const QString &text, bool bad)
{
    m_outcome->setProperty("role", bad ? u"bad"_s : u"muted"_s);
    m_outcome->style()->unpolish(m_outcome);
    m_outcome->style()->polish(m_outcome);
    m_outcome->setText(text);
}

void HintCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && m_test)
        showCode();
}

} // namespace gatehouse::ui
