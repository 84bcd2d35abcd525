// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/setting.h"
#include "ui/widgets/form_dialog.h"

namespace gatehouse::ui {

class Session;
class SettingField;

/// One setting: what it is for, a field of its type, and the way back to the default.
class SettingDialog : public FormDialog
{
    Q_OBJECT
public:
    /// @param revision of the file in which the value was seen.
    SettingDialog(Session &session, const Setting &setting, const QString &revision, QWidget *parent);

private:
    void submit();
    void change(const QJsonObject &edit, const QString &summary);

    Session &m_session;
    Setting m_setting;
    QString m_revision;
    SettingField *m_field;
};

} // namespace gatehouse::ui
