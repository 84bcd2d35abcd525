// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/playground/playground_page.h"

#include "ui/background.h"
#include "ui/models/traffic_record.h"
#include "ui/pages/playground/column_row.h"
#include "ui/pages/playground/model_column.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto columnsKey = u"playground/columns"_s;

} // namespace

PlaygroundPage::PlaygroundPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_text(new QPlainTextEdit)
    , m_run(new QPushButton)
    , m_add(new QPushButton(tr("Add column")))
    , m_message(new MessageLine)
    , m_columns(new ColumnRow(session))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeQuestion());
    column->addWidget(m_message);
    column->addWidget(makeNotice());
    column->addWidget(m_columns, 1);
    auto *run = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    run->setContext(Qt::WidgetWithChildrenShortcut);
    connect(run, &QShortcut::activated, this, &PlaygroundPage::runOrStop);
    connect(&session, &Session::stateChanged, this, &PlaygroundPage::askForModels);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1)
            askForModels();
    });
    connect(m_columns, &ColumnRow::changed, this, &PlaygroundPage::showState);
    connect(m_columns, &ColumnRow::askWished, this, [this](ModelColumn *asked) { ask({asked}); });
    connect(m_columns, &ColumnRow::curlWished, this, &PlaygroundPage::copyCurl);
    m_columns->restore(QJsonDocument::fromJson(preferences.bytes(columnsKey)).array());
    showNotice();
}

QWidget *PlaygroundPage::makeQuestion()
{
    m_text->setAccessibleName(tr("Question"));
    m_text->setPlaceholderText(tr("What shall the models answer?"));
    m_text->setTabChangesFocus(true);
    m_text->setProperty("role", u"field"_s);
    m_run->setProperty("role", u"primary"_s);
    m_run->setToolTip(tr("Ctrl+Enter; Esc stops"));
    m_add->setToolTip(tr("Another model for the same question, up to four"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_run);
    buttons->addWidget(m_add);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addLayout(buttons);
    box->setFixedHeight(buttons->sizeHint().height()); // the question is as high as its buttons
    connect(m_run, &QPushButton::clicked, this, &PlaygroundPage::runOrStop);
    connect(m_add, &QPushButton::clicked, m_columns, &ColumnRow::addAnother);
    connect(m_text, &QPlainTextEdit::textChanged, m_message, &MessageLine::clear);
    return box;
}

QWidget *PlaygroundPage::makeNotice()
{
    m_notice = new QWidget;
    m_noticeText = makeLabel(Voice::Muted);
    m_noticeText->setWordWrap(true);
    m_noticeAction = new QPushButton;
    m_noticeAction->setProperty("role", u"quiet"_s);
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_noticeText, 1);
    row->addWidget(m_noticeAction);
    connect(m_noticeAction, &QPushButton::clicked, this, [this] {
        if (m_hasNoModel)
            return m_session.openPage(u"models"_s, u"add"_s);
        m_before.clear();
        m_leftOut = 0;
        showNotice();
    });
    return m_notice;
}

void PlaygroundPage::save()
{
    m_preferences.setBytes(columnsKey, QJsonDocument(m_columns->taste()).toJson(QJsonDocument::Compact));
}

void PlaygroundPage::runOrStop()
{
    if (!leave())
        ask(m_columns->columns());
}

void PlaygroundPage::ask(const QList<ModelColumn *> &columns)
{
    if (m_text->toPlainText().trimmed().isEmpty()) {
        m_message->say(Mood::Warn, tr("Write a question first."));
        return m_text->setFocus();
    }
    m_message->clear();
    const ChatQuestion asked = question();
    for (ModelColumn *each : columns)
        each->ask(asked);
}

void PlaygroundPage::copyCurl(const ModelColumn *column)
{
    copyText(column->filled(question()).curl(m_session.address()));
    m_session.announce(tr("Copied. Put a key of this gateway into GATEHOUSE_KEY before you run it."));
}

ChatQuestion PlaygroundPage::question() const
{
    ChatQuestion question;
    question.text = m_text->toPlainText();
    question.before = m_before;
    return question;
}

void PlaygroundPage::showState()
{
    m_run->setText(m_columns->isAnyRunning() ? tr("Stop all") : tr("Ask all"));
    m_add->setEnabled(!m_columns->isFull());
}

void PlaygroundPage::showNotice()
{
    QStringList said;
    if (!m_before.isEmpty())
        said.append(tr("%n earlier message(s) of the conversation go along.", nullptr, int(m_before.size())));
    if (m_leftOut > 0)
        said.append(tr("%n file(s), calls of tools or their results stay behind: only text goes along.", nullptr, m_leftOut));
    m_noticeText->setText(m_hasNoModel ? tr("This gateway offers no model yet.") : said.join(u' '));
    m_noticeAction->setText(m_hasNoModel ? tr("Add a model…") : tr("Leave them out"));
    m_noticeAction->setVisible(m_hasNoModel || !m_before.isEmpty());
    m_notice->setVisible(!m_noticeText->text().isEmpty());
}

void PlaygroundPage::askForModels()
{
    if (!m_session.isRunning())
        return showNotice();
    m_session.client().get(u"/v1/models"_s, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        QStringList models;
        const QJsonArray listed = answer.json.object().value("data"_L1).toArray();
        for (const QJsonValue model : listed) {
            if (const QString id = model["id"_L1].toString(); !id.isEmpty() && !id.contains(u'*'))
                models.append(id);
        }
        setModels(models);
    });
}

void PlaygroundPage::setModels(const QStringList &models)
{
    m_hasNoModel = models.isEmpty();
    m_columns->setModels(models);
    showNotice();
}

void PlaygroundPage::reveal(const QString &argument)
{
    const QString what = argument.section(u':', 1);
    if (argument.startsWith("call:"_L1))
        return load(what);
    ColumnSetup setup = m_columns->first().fields().setup();
    setup.model = what;
    m_columns->first().fields().setSetup(setup);
    m_text->setFocus();
}

void PlaygroundPage::load(const QString &callId)
{
    m_session.client().getRaw(u"/traffic/"_s + callId, this, [this](const Answer &answer, const QByteArray &body) {
        if (!answer.isOk())
            return m_message->say(Mood::Bad, answer.problem);
        inBackground(
            this,
            [body] {
                const auto record = TrafficRecord::fromJson(body);
                return record && record->isCaptured ? questionOf(*record) : CapturedQuestion();
            },
            [this](const CapturedQuestion &captured) { takeCaptured(captured); });
    });
}

void PlaygroundPage::takeCaptured(const CapturedQuestion &captured)
{
    const ChatQuestion &question = captured.question;
    if (question.text.isEmpty() && question.before.isEmpty())
        return m_message->say(Mood::Warn, tr("The gateway kept no question of this request that is text."));
    m_before = question.before;
    m_leftOut = captured.leftOut;
    m_text->setPlainText(question.text);
    m_columns->first().fields().setSetup({question.model, question.system, question.temperature, question.mostTokens});
    showNotice();
    m_text->setFocus();
}

void PlaygroundPage::focusFilter()
{
    m_text->setFocus();
    m_text->selectAll();
}

void PlaygroundPage::refresh()
{
    askForModels();
    m_session.feed().refresh();
}

bool PlaygroundPage::leave()
{
    const bool ran = m_columns->isAnyRunning();
    m_columns->stop();
    return ran;
}

void PlaygroundPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    askForModels();
}

} // namespace gatehouse::ui
