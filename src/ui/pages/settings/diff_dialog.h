// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>
#include <QJsonObject>

namespace gatehouse::ui {

/// Two texts side by side, line by line, to be looked at. Shown by open(); deletes itself.
class DiffDialog : public QDialog
{
    Q_OBJECT
public:
    DiffDialog(const QString &sentence, const QJsonObject &diff, QWidget *parent);
};

} // namespace gatehouse::ui
