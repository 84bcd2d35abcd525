// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/settings_section.h"

#include "ui/pages/settings/config_editor.h"
#include "ui/pages/settings/setting.h"
#include "ui/pages/settings/setting_dialog.h"
#include "ui/session.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/record_view.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

QString text(const QJsonObject &row, QLatin1StringView key)
{
    return row.value(key).toString();
}

QString valueText(const QJsonObject &row)
{
    const Setting setting {row};
    if (row.contains("value"_L1))
        return settingText(setting, row.value("value"_L1));
    if (row.value("is_apart"_L1).toBool())
        return {};
    const QString standard = settingText(setting, row.value("default"_L1));
    //: the value of a setting that is not set; %1 is that value
    return standard.isEmpty() ? QString() : QCoreApplication::translate("Settings", "%1 (default)").arg(standard);
}

std::optional<RecordSign> valueSign(const QJsonObject &row)
{
    if (!row.contains("value"_L1))
        return {};
    return RecordSign {Mark::Tick, Mood::Good};
}

constexpr std::array columns = {
    RecordColumn {.name = "name",
        .title = [] { return say(QT_TRANSLATE_NOOP("Settings", "Setting")); },
        .text = [](const QJsonObject &row) { return text(row, "path"_L1).section(u'.', 1); }, // of two "ttl" each is known
        .width = 34},
    RecordColumn {.name = "value",
        .title = [] { return say(QT_TRANSLATE_NOOP("Settings", "Value")); },
        .text = valueText,
        .width = 24,
        .sign = valueSign},
    RecordColumn {.name = "section",
        .title = [] { return say(QT_TRANSLATE_NOOP("Settings", "Section")); },
        .text = [](const QJsonObject &row) { return text(row, "section"_L1); },
        .width = 17,
        .muted = true},
    RecordColumn {.name = "help",
        .title = [] { return say(QT_TRANSLATE_NOOP("Settings", "What it does")); },
        .text = [](const QJsonObject &row) { return text(row, "help"_L1); },
        .width = 60,
        .tip = [](const QJsonObject &row) { return text(row, "help"_L1); },
        .muted = true},
};

} // namespace

SettingsSection::SettingsSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(columns, u"path"_s)
    , m_filter(new QLineEdit)
    , m_view(new RecordView(m_table, tr("Settings")))
    , m_message(new MessageLine)
{
    m_filter->setPlaceholderText(tr("Find a setting: retries, timeout, budget…"));
    m_filter->setAccessibleName(tr("Find a setting"));
    m_filter->setClearButtonEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_filter);
    column->addWidget(m_message);
    column->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, m_view, &RecordView::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &RecordView::chosen, this, &SettingsSection::edit);
    connect(&session.config(), &ConfigFile::changed, this, &SettingsSection::load);
    connect(&session.config(), &ConfigFile::changed, this, &SettingsSection::showState);
    connect(&session, &Session::stateChanged, this, &SettingsSection::showState);
    showState();
    session.config().load();
}

void SettingsSection::showState()
{
    if (!m_session.isRunning())
        m_view->setEmptyText(ConfigEditor::tr("The gateway is stopped. Start it to change its configuration."));
    else // what went wrong stands above the table
        m_view->setEmptyText(m_session.config().problem().isEmpty() ? tr("Asking the gateway for its settings…") : QString());
}

void SettingsSection::load()
{
    if (!m_session.config().problem().isEmpty())
        return m_message->say(Mood::Bad, m_session.config().problem());
    m_session.client().get(u"/config/tree"_s, this, [this](const Answer &answer) {
        m_message->say(Mood::Bad, answer.problem);
        if (answer.isOk()) {
            m_tree = answer.json.object().value("tree"_L1).toObject();
            m_revision = answer.json.object().value("revision"_L1).toString();
        }
        showRows();
    });
}

void SettingsSection::showRows()
{
    m_session.config().schema(this, [this](const QJsonArray &keys) { m_table.setRecords(settingRows(keys, m_tree)); });
}

void SettingsSection::edit(const QString &path)
{
    const int row = m_table.rowOf(path);
    if (row < 0)
        return;
    const Setting setting {m_table.at(row)};
    if (!setting.isPlain())
        return m_session.openPage(u"settings"_s, u"path:"_s + path);
    (new SettingDialog(m_session, setting, m_revision, this))->open();
}

void SettingsSection::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool SettingsSection::leave()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

} // namespace gatehouse::ui
