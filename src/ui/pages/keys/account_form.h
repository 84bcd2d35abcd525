// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/field_editor.h"
#include "ui/pages/keys/section.h"
#include "ui/widgets/form_dialog.h"

#include <QHash>
#include <QJsonObject>

namespace gatehouse::ui {

struct Answer;
class Session;

/// Makes or edits a key, team, user, customer or budget: the fields of its section, and what the gateway says to them.
class AccountForm : public FormDialog
{
    Q_OBJECT
public:
    /// @param record what is edited; empty: something new.
    AccountForm(Session &session, const AccountSection &section, const QJsonObject &record, QWidget *parent);

Q_SIGNALS:
    /// The gateway's answer; a key is in it in clear, once.
    void created(const QJsonObject &answer);
    /// @param change the body that was sent.
    void updated(const QJsonObject &change);

private:
    void addFields(bool more);
    void showMore();
    FieldValues values() const;
    QString problem() const;
    void submit();
    void take(const Answer &answer, const QJsonObject &body);

    Session &m_session;
    const AccountSection &m_section;
    QJsonObject m_record;
    FieldValues m_before;
    QHash<QString, FieldEditor> m_editors; ///< by member; of fields that are shown
    QPushButton *m_more = nullptr;
};

} // namespace gatehouse::ui
