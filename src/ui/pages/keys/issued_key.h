// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>
#include <QString>

class QLineEdit;

namespace gatehouse::ui {

/// A key that was just made, shown once: whoever closes this without having copied it has to rotate the key. It is forgotten when
/// the dialog closes.
class IssuedKey : public QDialog
{
    Q_OBJECT
public:
    IssuedKey(const QString &name, const QString &key, QWidget *parent);
    ~IssuedKey() override;

private:
    void forget();

    QString m_key;
    QLineEdit *m_line;
};

} // namespace gatehouse::ui
