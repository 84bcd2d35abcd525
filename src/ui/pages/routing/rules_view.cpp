// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/rules_view.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/routing/routing_state.h"
#include "ui/pages/routing/strategies.h"
#include "ui/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QLabel *hint(const QString &text)
{
    QLabel *label = makeLabel(Voice::Small, text);
    label->setWordWrap(true);
    return label;
}

const Rule &ruleNamed(const QString &key)
{
    const auto found =
        std::find_if(rules().begin(), rules().end(), [&](const Rule &each) { return key == QLatin1StringView(each.key); });
    Q_ASSERT(found != rules().end());
    return *found;
}

} // namespace

RulesView::RulesView(RoutingState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_how(hint({}))
    , m_needs(hint({}))
    , m_message(new MessageLine)
    , m_save(new QPushButton(tr("Save…")))
    , m_discard(new QPushButton(tr("Discard changes")))
{
    m_save->setProperty("role", u"primary"_s);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(makeCards());
    m_form->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_message, 100);
    buttons->addStretch(1); // while there is nothing to say
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(area, 1);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &RulesView::save);
    connect(m_discard, &QPushButton::clicked, this, &RulesView::discard);
    connect(&state, &RoutingState::treeChanged, this, &RulesView::showFile);
    connect(&state.session(), &Session::stateChanged, this, &RulesView::askForDefaults);
    showDefaults();
    askForDefaults();
    showFile();
}

QWidget *RulesView::makeCards()
{
    m_form = new QWidget;
    auto *grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    Card *strategy = makeCard(tr("How a deployment is picked"), RuleGroup::Strategy,
        tr("The check leaves out whom the prompt is too long for, or whose rpm or tpm is used up."));
    strategy->body()->insertWidget(2, m_needs);
    strategy->body()->insertWidget(2, m_how);
    grid->addWidget(strategy, 0, 0);
    grid->addWidget(makeCard(tr("When a request fails"), RuleGroup::Retries,
                        tr("Tries stay within the model; what is of no use to try again is not.")),
        0, 1);
    grid->addWidget(makeCard(tr("How long to wait"), RuleGroup::Timeouts), 1, 1);
    grid->addWidget(makeCard(tr("When a deployment rests"), RuleGroup::Rests,
                        tr("With 3, the default, the share of failures decides. A provider’s Retry-After counts first.")),
        2, 1);
    grid->addWidget(makePolicyCard(), 1, 0, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    return m_form;
}

Card *RulesView::makeCard(const QString &title, RuleGroup group, const QString &help)
{
    auto *card = new Card(title);
    QFormLayout *form = nullptr;
    for (const Rule &rule : rules()) {
        if (rule.group != group)
            continue;
        if (!form || rule.kind == RuleKind::Switch) {
            auto *box = new QWidget;
            form = new QFormLayout(box);
            form->setContentsMargins(0, 0, 0, 0);
            form->setHorizontalSpacing(12);
            form->setVerticalSpacing(8);
            form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
            card->addContent(box);
        }
        form->addRow(rule.title(), makeField(rule));
    }
    if (!help.isEmpty())
        card->addContent(hint(help));
    card->body()->addStretch(1);
    return card;
}

Card *RulesView::makePolicyCard()
{
    auto *card = new Card(tr("By kind of error"));
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(makeLabel(Voice::Small, tr("Tries after the first")), 0, 1);
    grid->addWidget(makeLabel(Voice::Small, tr("Failures allowed")), 0, 2);
    int row = 1;
    for (const Rule &rule : rules()) {
        if (rule.group != RuleGroup::RetriesByError)
            continue;
        grid->addWidget(makeLabel(Voice::Body, rule.title()), row, 0);
        grid->addWidget(makeField(rule), row++, 1);
    }
    row = 1;
    for (const Rule &rule : rules()) {
        if (rule.group == RuleGroup::FailsByError)
            grid->addWidget(makeField(rule), row++, 2);
    }
    card->addContent(box);
    card->addContent(hint(tr("What is empty goes by the numbers for all errors.")));
    card->body()->addStretch(1);
    return card;
}

QWidget *RulesView::makeField(const Rule &rule)
{
    const QString key = QString::fromLatin1(rule.key);
    QString name = rule.title();
    if (rule.group == RuleGroup::RetriesByError)
        name = tr("%1, tries after the first").arg(name);
    if (rule.group == RuleGroup::FailsByError)
        name = tr("%1, failures allowed").arg(name);
    QWidget *field = nullptr;
    if (rule.kind == RuleKind::Count || rule.kind == RuleKind::Seconds) {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::textChanged, this, &RulesView::showState);
        connect(line, &QLineEdit::returnPressed, this, &RulesView::save);
        field = line;
    } else {
        auto *box = new QComboBox;
        connect(box, &QComboBox::currentIndexChanged, this, &RulesView::showState);
        field = box;
    }
    field->setAccessibleName(name);
    m_fields.insert(key, field);
    return field;
}

void RulesView::askForDefaults()
{
    if (!m_defaults.isEmpty() || !m_state.session().isRunning())
        return;
    m_state.session().config().schema(this, [this](const QJsonArray &schema) {
        m_defaults = ruleDefaults(schema);
        showDefaults();
    });
}

// A default stands in its field without being said by the file.
void RulesView::showDefaults()
{
    for (const Rule &rule : rules()) {
        const QString key = QString::fromLatin1(rule.key);
        const QString usual = m_defaults.value(key);
        if (auto *line = qobject_cast<QLineEdit *>(m_fields[key])) {
            line->setPlaceholderText(usual.isEmpty() ? tr("Not set") : tr("%1 (default)").arg(usual));
            continue;
        }
        auto *box = qobject_cast<QComboBox *>(m_fields[key]);
        const QString now = box->currentData().toString();
        box->clear();
        const bool isSwitch = rule.kind == RuleKind::Switch;
        const QString word = !isSwitch ? usual : usual == "true"_L1 ? tr("On") : tr("Off");
        box->addItem(word.isEmpty() ? tr("Default") : tr("%1 (default)").arg(word), QString());
        if (isSwitch) {
            box->addItem(tr("On"), u"true"_s);
            box->addItem(tr("Off"), u"false"_s);
        } else {
            for (const StrategyInfo &each : strategies())
                box->addItem(QString::fromLatin1(each.name), QString::fromLatin1(each.name));
        }
        setText(key, now);
    }
}

QString RulesView::textOf(const QString &key) const
{
    if (const auto *line = qobject_cast<QLineEdit *>(m_fields[key]))
        return line->text().trimmed();
    return qobject_cast<QComboBox *>(m_fields[key])->currentData().toString();
}

void RulesView::setText(const QString &key, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(m_fields[key]))
        return line->setText(text);
    auto *box = qobject_cast<QComboBox *>(m_fields[key]);
    if (box->findData(text) < 0) // a strategy that we have no words for
        box->addItem(text, text);
    box->setCurrentIndex(box->findData(text));
}

QHash<QString, QString> RulesView::wanted() const
{
    QHash<QString, QString> texts;
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field)
        texts.insert(field.key(), textOf(field.key()));
    return texts;
}

void RulesView::showFile()
{
    const RuleValues file = rulesIn(m_state.tree());
    for (auto value = file.begin(); value != file.end(); ++value) {
        const bool isTouched = m_shown.contains(value.key()) && textOf(value.key()) != m_shown[value.key()].text;
        if (!isTouched)
            setText(value.key(), value->text);
        //: %1 is a section of the configuration file
        m_fields[value.key()]->setToolTip(value->section.isEmpty() ? QString() : tr("Set in %1").arg(value->section));
    }
    m_shown = file;
    m_form->setEnabled(m_state.isEditable());
    showState();
}

QString RulesView::problem() const
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) {
        const QString text = textOf(field.key());
        const QString wrong = text == m_shown.value(field.key()).text ? QString() : problemOf(ruleNamed(field.key()), text);
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

void RulesView::showState()
{
    if (m_fields.size() < qsizetype(rules().size()))
        return; // still being made
    const QString typed = textOf(u"routing_strategy"_s);
    const StrategyInfo &strategy =
        strategyNamed(typed.isEmpty() ? m_defaults.value(u"routing_strategy"_s, u"simple-shuffle"_s) : typed);
    m_how->setText(strategy.how());
    m_needs->setText(strategy.needs());
    m_needs->setVisible(!strategy.needs().isEmpty());
    const bool isChanged = !ruleEdits(m_state.tree(), wanted()).isEmpty();
    const QString wrong = problem();
    m_save->setEnabled(isChanged && wrong.isEmpty() && m_state.isEditable());
    m_discard->setEnabled(isChanged);
    if (!wrong.isEmpty())
        m_message->say(Mood::Bad, wrong);
    else
        m_message->say(Mood::Idle, m_state.whyNotEditable());
}

void RulesView::discard()
{
    for (auto value = m_shown.cbegin(); value != m_shown.cend(); ++value)
        setText(value.key(), value->text);
    showState();
}

void RulesView::save()
{
    if (!m_save->isEnabled())
        return;
    const QJsonObject change = editsSeenIn(m_state.revision(), ruleEdits(m_state.tree(), wanted()));
    applyChange(m_state.session(), change, tr("Change the rules of routing"), window(), [this] { m_state.refresh(); });
}

} // namespace gatehouse::ui
