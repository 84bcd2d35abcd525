// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/dry_run_panel.h"

#include "ui/pages/routing/routing_state.h"
#include "ui/pages/routing/story_view.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QComboBox *combo(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

void fill(QComboBox *box, std::span<const DryRunChoice> choices)
{
    for (const DryRunChoice &each : choices)
        box->addItem(each.title(), QString::fromLatin1(each.word));
}

QLineEdit *edit(const QString &name, const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    return field;
}

} // namespace

DryRunPanel::DryRunPanel(RoutingState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_model(combo(tr("Model")))
    , m_door(combo(tr("Door")))
    , m_key(combo(tr("Key")))
    , m_failure(combo(tr("If it fails by")))
    , m_tokens(edit(tr("Prompt size"), tr("Tokens, if it matters")))
    , m_tags(edit(tr("Tags"), tr("Separated by commas")))
    , m_run(new QPushButton(tr("Show the way")))
    , m_message(new MessageLine)
    , m_steps(new QVBoxLayout)
{
    m_model->setEditable(true);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    fill(m_door, dryRunDoors());
    fill(m_failure, dryRunFailures());
    m_key->addItem(tr("The administrator’s"), QString());
    m_run->setProperty("role", u"primary"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    column->addWidget(makeForm());
    column->addWidget(m_run);
    column->addWidget(m_message);
    m_steps->setSpacing(12);
    column->addLayout(m_steps);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    area->setMinimumWidth(content->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(m_run, &QPushButton::clicked, this, &DryRunPanel::run);
    connect(m_model->lineEdit(), &QLineEdit::returnPressed, this, &DryRunPanel::run);
    connect(m_tokens, &QLineEdit::returnPressed, this, &DryRunPanel::run);
    connect(m_tags, &QLineEdit::returnPressed, this, &DryRunPanel::run);
}

QWidget *DryRunPanel::makeForm()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field : std::initializer_list<QWidget *> {m_model, m_door, m_key, m_failure, m_tokens, m_tags})
        form->addRow(field->accessibleName(), field);
    return box;
}

void DryRunPanel::setModels(const QStringList &names)
{
    const QString now = m_model->currentText();
    QStringList there;
    for (int at = 0; at < m_model->count(); ++at)
        there.append(m_model->itemText(at));
    if (there == names)
        return;
    m_model->clear();
    m_model->addItems(names);
    m_model->setEditText(now.isEmpty() ? names.value(0) : now);
}

void DryRunPanel::setModel(const QString &name)
{
    m_model->setEditText(name);
}

void DryRunPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askForKeys();
}

// Names of keys, not the keys: nobody can read those.
void DryRunPanel::askForKeys()
{
    const QUrlQuery query({{u"return_full_object"_s, u"true"_s}, {u"size"_s, u"100"_s}});
    m_state.session().client().get(u"/key/list"_s, query, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return;
        const QString now = m_key->currentData().toString();
        m_key->clear();
        m_key->addItem(tr("The administrator’s"), QString());
        for (const QJsonValue each : answer.json.object().value("keys"_L1).toArray()) {
            const QString alias = each["key_alias"_L1].toString();
            m_key->addItem(alias.isEmpty() ? each["key_name"_L1].toString() : alias, each["token"_L1].toString());
        }
        m_key->setCurrentIndex(std::max(m_key->findData(now), 0));
    });
}

DryRunFields DryRunPanel::fields() const
{
    return {m_model->currentText(), m_door->currentData().toString(), m_key->currentData().toString(),
        m_failure->currentData().toString(), m_tokens->text().trimmed(), m_tags->text()};
}

void DryRunPanel::run()
{
    const DryRunFields asked = fields();
    if (const QString problem = problemOf(asked); !problem.isEmpty()) {
        clear();
        return m_message->say(Mood::Bad, problem);
    }
    const int number = ++m_asked;
    m_state.session().client().post(
        u"/route/explain"_s, dryRunQuestion(asked), this, [this, number](const Answer &answer) { take(answer, number); });
}

void DryRunPanel::take(const Answer &answer, int asked)
{
    if (asked != m_asked)
        return;
    clear();
    if (!answer.isOk())
        return m_message->say(Mood::Bad, answer.problem);
    m_message->clear();
    m_story = dryRunStory(answer.json.object());
    showStory();
    Q_EMIT told();
}

void DryRunPanel::clear()
{
    delete std::exchange(m_result, nullptr);
    m_story = {};
    Q_EMIT told();
}

void DryRunPanel::showStory()
{
    m_result = new StoryView(m_story);
    m_steps->addWidget(m_result);
}

} // namespace gatehouse::ui
