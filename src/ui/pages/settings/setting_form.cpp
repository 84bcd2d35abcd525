// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting_form.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/settings/form_column.h"
#include "ui/pages/settings/setting_row.h"
#include "ui/pages/settings/setting_values.h"
#include "ui/session.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

SettingForm::SettingForm(Session &session, SettingValues &values, SettingTopic topic, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_values(values)
    , m_message(new MessageLine)
{
    m_bar = makeBar();
    auto *content = new FormColumn;
    m_column = content->column();
    m_column->addWidget(m_message);
    for (const SettingGroup &group : settingGroups()) {
        if (group.topic == topic)
            addGroup(group);
    }
    m_column->addStretch(1);
    m_area = content->inScrollArea();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(8);
    whole->addWidget(m_area, 1);
    whole->addWidget(m_bar);
    connect(&values, &SettingValues::forgotten, this, &SettingForm::discard);
    connect(&values, &SettingValues::changed, this, &SettingForm::showValues);
    auto *keys = new QShortcut(QKeySequence::Save, this);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, this, &SettingForm::save);
    showValues();
}

QWidget *SettingForm::makeBar()
{
    auto *bar = new QFrame;
    bar->setProperty("role", u"changes"_s);
    m_count = makeLabel(Voice::Strong);
    m_save = new QPushButton(tr("Save…"));
    m_save->setProperty("role", u"primary"_s);
    m_discard = new QPushButton(tr("Discard"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &SettingForm::discard);
    connect(m_save, &QPushButton::clicked, this, &SettingForm::save);
    bar->hide();
    return bar;
}

void SettingForm::addTop(QWidget *widget)
{
    m_column->insertWidget(1, widget); // below the message
}

void SettingForm::addGroup(const SettingGroup &group)
{
    Group made {new Card(group.shownTitle()), {}};
    made.card->body()->setSpacing(0);
    for (const SettingPlace &place : group.places) {
        auto *row = new SettingRow(place.shownTitle());
        if (!made.rows.isEmpty()) {
            m_rules.insert(row, makeRule());
            made.card->addContent(m_rules.value(row));
        }
        made.card->addContent(row);
        made.rows.append(row);
        m_paths.insert(row, QString::fromLatin1(place.path));
        m_twins.insert(row, QString::fromLatin1(place.twin));
        connect(row, &SettingRow::edited, this, &SettingForm::showBar);
        connect(row, &SettingRow::fileWished, this,
            [this](const QString &path) { m_session.openPage(u"settings"_s, u"path:"_s + path); });
    }
    m_groups.append(made);
    m_column->addWidget(made.card);
}

void SettingForm::showValues()
{
    const QString problem = m_values.problem();
    const bool isWaiting = !m_values.isKnown() && problem.isEmpty();
    m_message->say(isWaiting ? Mood::Busy : Mood::Warn, isWaiting ? tr("Asking the gateway for its settings…") : problem);
    for (const Group &group : m_groups) {
        bool isAny = false;
        for (SettingRow *row : group.rows) {
            const Setting setting {m_values.row(m_paths.value(row))};
            const bool isThere = !setting.row.isEmpty(); // an older gateway does not know all of them
            row->setVisible(isThere);
            if (QWidget *rule = m_rules.value(row))
                rule->setVisible(isThere && isAny);
            isAny = isAny || isThere;
            if (!isThere)
                continue;
            row->setTwin({m_values.row(m_twins.value(row))});
            row->setSetting(setting);
            row->setChangeable(m_values.canChange());
        }
        group.card->setVisible(isAny);
    }
    // A wheel that scrolls the page must not change what it passes over.
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    orderTabs();
    showBar();
    if (!m_wished.isEmpty())
        QMetaObject::invokeMethod(this, &SettingForm::showWished, Qt::QueuedConnection);
}

// Fields are made when it is known of which kind they are, so the order in which they came says nothing.
void SettingForm::orderTabs()
{
    QList<QWidget *> stops;
    for (const Group &group : m_groups) {
        for (const SettingRow *row : group.rows)
            stops.append(row->tabStops());
    }
    stops.append({m_discard, m_save});
    for (qsizetype at = 1; at < stops.size(); ++at)
        setTabOrder(stops[at - 1], stops[at]);
}

bool SettingForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *box = qobject_cast<QComboBox *>(watched);
    if (!box || event->type() != QEvent::Wheel || box->hasFocus())
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

int SettingForm::changes() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(
            std::count_if(group.rows.begin(), group.rows.end(), [](const SettingRow *row) { return row->edit().has_value(); }));
    return count;
}

void SettingForm::showBar()
{
    const int count = changes();
    if (count == 0 || m_revision.isEmpty())
        m_revision = m_values.revision();
    m_count->setText(tr("%n settings changed, not saved yet", nullptr, count));
    m_save->setEnabled(m_values.canChange());
    m_bar->setVisible(count > 0);
}

QString SettingForm::summary() const
{
    QString last;
    for (const Group &group : m_groups) {
        for (const SettingRow *row : group.rows) {
            const std::optional<QJsonObject> edit = row->edit();
            if (!edit)
                continue;
            //: %1 is a setting, %2 its new value
            last = edit->value("op"_L1) == "set"_L1 ? tr("Set %1 to %2").arg(row->setting().path(), row->wantedText())
                                                    : tr("Take out %1").arg(row->setting().path());
        }
    }
    const int count = changes();
    return count == 1 ? last : tr("Change %n settings", nullptr, count);
}

void SettingForm::save()
{
    QJsonArray edits;
    for (const Group &group : m_groups) {
        for (SettingRow *row : group.rows) {
            if (!row->check())
                return m_area->ensureWidgetVisible(row);
            if (const std::optional<QJsonObject> edit = row->edit())
                edits.append(*edit);
        }
    }
    if (edits.isEmpty() || !m_values.canChange())
        return;
    applyChange(m_session, editsSeenIn(m_values.revision(), edits), summary(), this, [this] {
        for (const Group &group : m_groups) {
            for (SettingRow *row : group.rows)
                row->keep();
        }
        showBar();
    });
}

void SettingForm::discard()
{
    for (const Group &group : m_groups) {
        for (SettingRow *row : group.rows)
            row->discard();
    }
    showBar();
}

bool SettingForm::reveal(const QString &path)
{
    if (!m_paths.key(path, nullptr))
        return false;
    m_wished = path;
    // Not before it is laid out, or nobody knows where it is.
    QMetaObject::invokeMethod(this, &SettingForm::showWished, Qt::QueuedConnection);
    return true;
}

void SettingForm::showWished()
{
    SettingRow *row = m_paths.key(m_wished, nullptr);
    if (!row || !row->isVisible())
        return;
    m_wished.clear();
    m_area->ensureWidgetVisible(row);
    row->setFocus(Qt::ShortcutFocusReason);
}

} // namespace gatehouse::ui
