// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/guardrails/guardrails_page.h"

#include "ui/api/poll.h"
#include "ui/background.h"
#include "ui/models/plain_tip.h"
#include "ui/models/text.h"
#include "ui/pages/guardrails/guardrail_hint.h"
#include "ui/pages/guardrails/guardrail_trial.h"
#include "ui/session.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/yielding_row.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr auto interval = std::chrono::seconds(15);
constexpr int firstCount = 4; ///< column from which on there are figures

QString leafText(const QJsonValue &value)
{
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            parts.append(each.key() + u": "_s + leafText(each.value()));
        return parts.join(u", "_s);
    }
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue each : value.toArray())
            parts.append(leafText(each));
        return parts.join(u", "_s);
    }
    return value.toVariant().toString();
}

/// A list of things has a line for each of them.
void addParam(QTreeWidget &tree, const QString &name, const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    const bool hasParts = !list.isEmpty() && list.first().isObject();
    auto *line = new QTreeWidgetItem(&tree, {name, hasParts ? QString() : leafText(value)});
    line->setToolTip(1, plainTip(line->text(1)));
    for (const QJsonValue each : hasParts ? list : QJsonArray()) {
        auto *part = new QTreeWidgetItem(line, {QString(), leafText(each)});
        part->setToolTip(1, plainTip(part->text(1)));
    }
    line->setExpanded(true);
}

QTreeWidget *makeLines(const QStringList &heads, const QString &name)
{
    auto *lines = new QTreeWidget;
    lines->setProperty("role", u"lines"_s);
    lines->setAccessibleName(name);
    lines->setHeaderLabels(heads);
    lines->setRootIsDecorated(false);
    lines->setUniformRowHeights(true);
    return lines;
}

} // namespace

GuardrailsPage::GuardrailsPage(Session &session, Preferences &, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_poll(new Poll(session, u"/v2/guardrails/list"_s, interval, this))
    , m_problem(new MessageLine)
    , m_hint(new GuardrailHint(session))
    , m_content(makeContent())
{
    m_hint->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_problem);
    column->addWidget(m_hint);
    column->addWidget(m_content, 1);
    column->addStretch(0);
    connect(m_poll, &Poll::answered, this, &GuardrailsPage::take);
    connect(&session, &Session::stateChanged, this, &GuardrailsPage::showState);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1)
            m_poll->ask();
    });
    showState();
}

QWidget *GuardrailsPage::makeContent()
{
    m_table = makeLines(
        {tr("Name"), tr("Kind"), tr("Looks at"), tr("For"), tr("Passed"), tr("Stepped in"), tr("Failed")}, tr("Guardrails"));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    for (int column = firstCount; column < m_table->columnCount(); ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_params = makeLines({tr("Setting"), tr("Value")}, tr("Settings of the guardrail"));
    m_params->setSelectionMode(QAbstractItemView::NoSelection);
    m_settings = new Card(tr("Settings"));
    m_settings->addContent(m_params, 1);
    m_trial = new GuardrailTrial(m_session);
    auto *below = new YieldingRow(12);
    below->add(m_settings, 1);
    below->add(m_trial, 1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_table);
    column->addWidget(below, 1);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &GuardrailsPage::showSelected);
    return content;
}

void GuardrailsPage::take(const Answer &answer)
{
    m_problem->say(Mood::Bad, answer.isOk() ? QString() : answer.problem);
    if (!answer.isOk())
        return showState();
    m_isKnown = true;
    QList<GuardrailRow> rows = guardrailRows(answer.json.object());
    for (GuardrailRow &row : rows) { // what was counted stays until it is counted anew
        for (const GuardrailRow &old : m_rows) {
            if (old.id == row.id)
                row.counts = old.counts;
        }
    }
    m_rows = rows;
    showRows();
    askForCounts();
}

/// They stand among all the other metrics, which may be many.
void GuardrailsPage::askForCounts()
{
    if (m_rows.isEmpty())
        return;
    m_session.client().getRaw(u"/metrics"_s, this, [this](const Answer &answer, const QByteArray &metrics) {
        if (!answer.isOk())
            return;
        inBackground(
            this, [metrics] { return guardrailCounts(metrics); },
            [this](const QHash<QString, GuardrailCounts> &counts) {
                for (GuardrailRow &row : m_rows)
                    row.counts = counts.value(row.name);
                showRows();
            });
    });
}

void GuardrailsPage::showRows()
{
    const int chosen = std::max(0, m_table->indexOfTopLevelItem(m_table->currentItem()));
    const QSignalBlocker quiet(m_table);
    m_table->clear();
    for (const GuardrailRow &row : m_rows) {
        //: for which calls a guardrail runs
        const QString whom = row.isDefault ? tr("every call") : tr("who asks for it");
        auto *line = new QTreeWidgetItem(m_table,
            {row.name, row.kind, row.when, whom, countText(row.counts.passed), countText(row.counts.intervened),
                countText(row.counts.failed)});
        for (int column = firstCount; column < m_table->columnCount(); ++column)
            line->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    const int rows = std::clamp(m_table->topLevelItemCount(), 3, 10);
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + rows * m_table->sizeHintForRow(0) + 10);
    m_table->setCurrentItem(m_table->topLevelItem(chosen));
    if (!m_wished.isEmpty())
        reveal(u"guardrail:"_s + m_wished);
    showState();
    showSelected();
}

void GuardrailsPage::showState()
{
    const bool isEmpty = m_isKnown && m_rows.isEmpty();
    m_hint->setVisible(isEmpty);
    m_content->setVisible(!isEmpty);
    if (!m_session.isRunning() && !m_isKnown)
        m_problem->say(Mood::Idle, tr("The gateway is stopped. Start it to see its guardrails."));
}

void GuardrailsPage::showSelected()
{
    const int at = m_table->indexOfTopLevelItem(m_table->currentItem());
    const GuardrailRow row = at >= 0 ? m_rows.value(at) : GuardrailRow();
    m_trial->setGuardrail(row.name);
    m_settings->setTitle(row.name.isEmpty() ? tr("Settings") : tr("Settings of %1").arg(row.name));
    if (row.params == m_shownParams)
        return; // and stays scrolled to where it is
    m_shownParams = row.params;
    m_params->clear();
    for (auto each = row.params.begin(); each != row.params.end(); ++each)
        addParam(*m_params, each.key(), each.value());
    m_params->resizeColumnToContents(0);
}

void GuardrailsPage::reveal(const QString &argument)
{
    const QString name = argument.section(u':', 1);
    m_wished = name;
    for (int at = 0; at < int(m_rows.size()); ++at) {
        if (m_rows[at].name != name)
            continue;
        m_wished.clear();
        m_table->setCurrentItem(m_table->topLevelItem(at));
    }
}

void GuardrailsPage::focusFilter()
{
    m_trial->focusText();
}

void GuardrailsPage::refresh()
{
    m_poll->ask();
}

} // namespace gatehouse::ui
