// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonObject>

class QComboBox;
class QLineEdit;

namespace gatehouse::ui {

class RecordTable;
class RecordView;
class Session;

/// Who belongs to a team: adds, removes, makes somebody its admin. Each change holds at once.
class MembersDialog : public FormDialog
{
    Q_OBJECT
public:
    MembersDialog(Session &session, const QJsonObject &team, QWidget *parent);

Q_SIGNALS:
    void changed();

private:
    void load();
    void add();
    void removeSelected();
    void setRole(const QString &role);
    void post(const QString &path, const QJsonObject &body);

    Session &m_session;
    QString m_team;
    RecordTable *m_table;
    RecordView *m_view;
    QLineEdit *m_who;
    QComboBox *m_role;
};

} // namespace gatehouse::ui
