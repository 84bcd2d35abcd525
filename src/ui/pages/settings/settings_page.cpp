// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/settings_page.h"

#include "ui/session.h"

namespace gatehouse::ui {

SettingsPage::SettingsPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
{
}

} // namespace gatehouse::ui
