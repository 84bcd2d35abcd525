// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

#include <QList>

class QListWidget;
class QStackedWidget;

namespace gatehouse::ui {

class ClientView;
class Preferences;
class Session;

/// The programs that can send their requests through this gateway, and what to set in each. Files of this computer are read when
/// the page is seen, and written only when somebody says so.
class ConnectPage : public Page
{
    Q_OBJECT
public:
    ConnectPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// @param argument "client:KEY", of the table of clients.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    void save() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addClients(Preferences &preferences);
    void showStates();
    void askForModels();

    Session &m_session;
    Preferences &m_preferences;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<ClientView *> m_views;
};

} // namespace gatehouse::ui
