// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/settings_page.h"

#include "ui/pages/settings/config_editor.h"
#include "ui/pages/settings/general_section.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/session.h"
#include "ui/widgets/segments.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

SettingsPage::SettingsPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_tabs(new Segments({tr("General"), tr("All settings"), tr("Configuration file")}, tr("Kinds of settings")))
    , m_sections(new QStackedWidget)
    , m_settings(new SettingsSection(session))
    , m_editor(new ConfigEditor(session))
{
    m_sections->addWidget(new GeneralSection(session, preferences));
    m_sections->addWidget(m_settings);
    m_sections->addWidget(m_editor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_tabs);
    column->addWidget(m_sections, 1);
    connect(m_tabs, &Segments::chosen, m_sections, &QStackedWidget::setCurrentIndex);
}

void SettingsPage::reveal(const QString &argument)
{
    m_tabs->setCurrent(m_sections->indexOf(m_editor));
    m_sections->setCurrentWidget(m_editor);
    m_editor->reveal(argument);
}

void SettingsPage::focusFilter()
{
    if (m_sections->currentWidget() == m_editor)
        return m_editor->focusFind();
    m_tabs->setCurrent(m_sections->indexOf(m_settings));
    m_settings->focusFilter();
}

bool SettingsPage::leave()
{
    return m_sections->currentWidget() == m_settings && m_settings->leave();
}

} // namespace gatehouse::ui
