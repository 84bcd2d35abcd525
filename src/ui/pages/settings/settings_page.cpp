// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/settings_page.h"

#include "ui/pages/settings/callback_card.h"
#include "ui/pages/settings/config_editor.h"
#include "ui/pages/settings/fact_card.h"
#include "ui/pages/settings/general_section.h"
#include "ui/pages/settings/restart_notice.h"
#include "ui/pages/settings/setting_form.h"
#include "ui/pages/settings/setting_values.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/preferences.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {
const auto sectionKey = u"settings/section"_s;
}

SettingsPage::SettingsPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_preferences(preferences)
    , m_values(new SettingValues(session, this))
    , m_list(makeList())
    , m_sections(new QStackedWidget)
    , m_settings(new SettingsSection(session))
    , m_editor(new ConfigEditor(session))
{
    addSections(session);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 36);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(new RestartNotice(session, *m_values));
    right->addWidget(m_sections, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::showSection);
    connect(m_list, &QListWidget::itemActivated, this, &SettingsPage::enterSection);
    m_list->setCurrentRow(0);
    reveal(u"section:"_s + QString::fromUtf8(preferences.bytes(sectionKey)));
}

QListWidget *SettingsPage::makeList()
{
    auto *list = new QListWidget;
    list->setProperty("role", u"sections"_s);
    list->setAccessibleName(tr("Kinds of settings"));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

void SettingsPage::addSections(Session &session)
{
    const auto form = [&](SettingTopic topic) { return new SettingForm(session, *m_values, topic); };
    add("window", tr("Window"), new GeneralSection(session, m_preferences));

    SettingForm *server = form(SettingTopic::Server);
    server->addTop(new FactCard(
        session, [&session](const QJsonObject &info) { return serverFacts(info, session.address()); },
        tr("Address, port, threads and certificate are said when Gatehouse is started: --host, --port, --workers, "
           "--ssl-certfile-path. Pages of any server may call it from a browser (CORS).")));
    add("server", tr("Server"), server);

    add("budgets", tr("Budgets"), form(SettingTopic::Budgets));
    SettingForm *storage = form(SettingTopic::Storage);
    auto *kept = new FactCard(session, [this](const QJsonObject &info) { return storageFacts(info, m_values->tree()); }, {});
    connect(m_values, &SettingValues::changed, kept, &FactCard::again);
    storage->addTop(kept);
    add("storage", tr("Storage"), storage);

    add("network", tr("Network"), form(SettingTopic::Network));
    SettingForm *logging = form(SettingTopic::Logging);
    logging->addTop(new CallbackCard(session, *m_values));
    add("logging", tr("Logging and callbacks"), logging);
    add("all", tr("All settings"), m_settings);
    add("file", tr("Configuration file"), m_editor);
}

void SettingsPage::add(const char *key, const QString &title, QWidget *section)
{
    m_keys.append(key);
    m_sections->addWidget(section);
    m_list->addItem(title);
}

void SettingsPage::showSection(int at)
{
    if (at >= 0)
        m_sections->setCurrentIndex(at);
}

void SettingsPage::enterSection()
{
    const QWidget *section = m_sections->currentWidget();
    for (QWidget *next = section->nextInFocusChain(); next != section; next = next->nextInFocusChain()) {
        const bool canBeEntered = section->isAncestorOf(next) && next->isVisible() && next->isEnabled();
        if (canBeEntered && (next->focusPolicy() & Qt::TabFocus) && !next->focusProxy())
            return next->setFocus(Qt::TabFocusReason);
    }
}

void SettingsPage::open(QWidget *section)
{
    m_list->setCurrentRow(m_sections->indexOf(section));
}

void SettingsPage::reveal(const QString &argument)
{
    if (argument.startsWith("section:"_L1)) {
        const QString key = argument.section(u':', 1);
        for (qsizetype at = 0; at < m_keys.size(); ++at) {
            if (key == QLatin1StringView(m_keys[at]))
                m_list->setCurrentRow(int(at));
        }
        return;
    }
    if (argument.startsWith("setting:"_L1))
        return openSetting(argument.section(u':', 1));
    open(m_editor);
    m_editor->reveal(argument);
}

void SettingsPage::openSetting(const QString &path)
{
    for (SettingForm *form : findChildren<SettingForm *>()) {
        if (form->reveal(path))
            open(form);
    }
}

void SettingsPage::focusFilter()
{
    if (m_sections->currentWidget() == m_editor)
        return m_editor->focusFind();
    open(m_settings);
    m_settings->focusFilter();
}

bool SettingsPage::leave()
{
    if (m_sections->currentWidget() == m_settings && m_settings->leave())
        return true;
    if (m_list->hasFocus())
        return false;
    m_list->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void SettingsPage::save()
{
    m_preferences.setBytes(sectionKey, m_keys[m_list->currentRow()]);
}

bool SettingsPage::isEdited() const
{
    return m_editor->isEdited();
}

} // namespace gatehouse::ui
