// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

#include <QJsonObject>
#include <QList>

#include <functional>

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
    /// One after the other; stops at the first that is refused. @param then once all are done.
    void post(const QString &path, const QList<QJsonObject> &bodies, const std::function<void()> &then = {});
    void end(const QString &problem);

    Session &m_session;
    QString m_team;
    RecordTable *m_table;
    RecordView *m_view;
    QLineEdit *m_who;
    QComboBox *m_role;
};

} // namespace gatehouse::ui
