// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/settings/setting.h"
#include "ui/widgets/form_dialog.h"

namespace gatehouse::ui {

class Session;

/// One setting: what it is for, a field of its type, and the way back to the default.
class SettingDialog : public FormDialog
{
    Q_OBJECT
public:
    SettingDialog(Session &session, const Setting &setting, QWidget *parent);

private:
    QWidget *makeField();
    void submit();
    void change(const QJsonObject &edit, const QString &summary);

    Session &m_session;
    Setting m_setting;
    std::function<QString()> m_typed;
};

} // namespace gatehouse::ui
