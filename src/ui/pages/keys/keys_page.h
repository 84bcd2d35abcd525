// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"
#include "ui/pages/page.h"

#include <QList>

class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace gatehouse::ui {

class AccountActions;
class AccountDetail;
class Preferences;
class SectionView;
class Segments;
class Session;

/// Keys, teams, users, customers and budgets: a table each, with what the selected one spends beside it.
class KeysPage : public Page
{
    Q_OBJECT
public:
    KeysPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "keys", "teams" …, "key:<hash>", "team:<id>", "user:<id>", "customer:<id>", "new" to issue a key.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeToolBar();
    SectionView *section(int at);
    SectionView *current();
    void showSection(int at);
    void onChanged();
    void onDone(const QString &sectionKey, const QString &id);
    void askWhoWeAre();

    Session &m_session;
    Preferences &m_preferences;
    AccountActions *m_actions;
    Segments *m_segments;
    QLineEdit *m_search;
    class QLabel *m_count;
    QPushButton *m_add;
    QSplitter *m_split;
    QStackedWidget *m_stack;
    AccountDetail *m_detail;
    QList<SectionView *> m_sections; ///< null until it is first shown
    bool m_knowsRole = false;
};

} // namespace gatehouse::ui
