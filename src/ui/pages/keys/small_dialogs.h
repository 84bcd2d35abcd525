// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"
#include "ui/widgets/form_dialog.h"

#include <QJsonObject>
#include <QList>

class QComboBox;
class QLineEdit;

/// The small dialogs around keys and budgets.
namespace gatehouse::ui {

class Session;

/// What is lost when these are deleted, in sentences.
QString lossText(const AccountSection &section, const QList<QJsonObject> &records);

/// Replaces a key: the old one is refused from then on, or after a time.
class RotateDialog : public FormDialog
{
    Q_OBJECT
public:
    RotateDialog(Session &session, const QJsonObject &key, QWidget *parent);

Q_SIGNALS:
    /// The gateway's answer, with the new key in clear.
    void rotated(const QJsonObject &answer);

private:
    void submit();

    Session &m_session;
    QString m_token;
    QComboBox *m_grace;
};

/// Chooses how much a budget shall be.
class RaiseDialog : public FormDialog
{
    Q_OBJECT
public:
    RaiseDialog(const QJsonObject &record, QWidget *parent);

Q_SIGNALS:
    void chosen(double dollars);

private:
    QLineEdit *m_amount;
};

} // namespace gatehouse::ui
