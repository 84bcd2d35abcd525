// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/record_table.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace gatehouse::ui {

class AliasCard;
class MessageLine;
class ModelActions;
class ModelFeed;
class ModelOrder;
class Preferences;
class RecordView;
class Segments;
class Session;

/// The deployments behind each model name: what they are, how they do, what they cost, and all that can be done with them; and
/// the other names models are known by.
class ModelsPage : public Page
{
    Q_OBJECT
public:
    ModelsPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "model:gpt-4o" shows that group, "add" opens the dialog for a new one.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool copy() override;
    bool leave() override;
    void save() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeDeployments();
    void showRows();
    void showCount();
    void showState();
    void showSelection();
    void fillMenu(QMenu &menu);
    QJsonObject chosen() const;

    Session &m_session;
    Preferences &m_preferences;
    ModelFeed *m_feed;
    ModelActions *m_actions;
    RecordTable m_table;
    RecordView *m_view;
    ModelOrder *m_order;
    Segments *m_parts;
    QStackedWidget *m_stack;
    AliasCard *m_aliases;
    MessageLine *m_problem;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_add;
    QPushButton *m_edit;
    QToolButton *m_more;
    QString m_wished; ///< a group to be shown as soon as it is known
};

} // namespace gatehouse::ui
