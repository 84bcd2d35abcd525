// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting_dialog.h"

#include "ui/config/change_dialog.h"
#include "ui/config/setting_field.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

SettingDialog::SettingDialog(Session &session, const Setting &setting, const QString &revision, QWidget *parent)
    : FormDialog(setting.path(), tr("Save…"), parent)
    , m_session(session)
    , m_setting(setting)
    , m_revision(revision)
    , m_field(new SettingField(setting.row, false))
{
    auto *help = makeLabel(Voice::Body, setting.row.value("help"_L1).toString());
    help->setWordWrap(true);
    addWide(help);
    const QString unit = setting.unit();
    const QString standard = settingText(setting, setting.row.value("default"_L1));
    QStringList hints;
    if (!unit.isEmpty()) //: %1 is a unit, such as "seconds"
        hints.append(tr("In %1.").arg(unit));
    if (!standard.isEmpty()) //: %1 is a value
        hints.append(tr("Without it: %1.").arg(standard));
    if (setting.row.value("needs_restart"_L1).toBool())
        hints.append(tr("Counts from the next start of the gateway on."));
    addField(setting.row.value("name"_L1).toString(), m_field, hints.join(u' '));
    if (setting.row.contains("value"_L1)) {
        connect(addSideButton(tr("Back to the default…")), &QPushButton::clicked, this,
            [this] { change(removeEdit(m_setting.pathParts()), tr("Take out %1").arg(m_setting.path())); });
    }
    const QJsonValue value = setting.row.value("value"_L1);
    if (settingProblem(setting, value).isEmpty()) // a secret in clear is not filled in
        m_field->setValue(value);
    connect(this, &FormDialog::submitted, this, &SettingDialog::submit);
}

void SettingDialog::submit()
{
    const QJsonValue value = m_field->value();
    if (const QString problem = settingProblem(m_setting, value); !problem.isEmpty())
        return setProblem(problem);
    //: %1 is a setting, %2 its new value
    change(setEdit(m_setting.pathParts(), value), tr("Set %1 to %2").arg(m_setting.path(), settingText(m_setting, value)));
}

void SettingDialog::change(const QJsonObject &edit, const QString &summary)
{
    applyChange(m_session, editsSeenIn(m_revision, {edit}), summary, this, [this] { accept(); });
}

} // namespace gatehouse::ui
