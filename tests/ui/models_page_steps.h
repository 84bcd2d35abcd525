// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "live_stage.h"

#include "ui/widgets/record_view.h"

#include <QAction>

namespace gatehouse::ui::test {

/// The table of the page "models".
RecordView *deployments(QWidget *page);
/// The dialog with that title; null: it is not open.
QDialog *dialogCalled(const QString &title);
/// The change that is shown, as soon as it can be saved; null: there is none.
QDialog *shownChange();
/// Confirms the change that is shown, and waits until it is in use.
void saveChange();
/// What the menu of the current row offers; null: nothing is called so.
QAction *actionIn(QWidget *page, const QString &text);
/// The shown rows of the first column, from above.
QStringList groupsOf(QWidget *page);
/// The first row of a group as a line of CSV.
QString cell(QWidget *page, const QString &group);
/// Selects the last row of a group and gives the table the keys.
void choose(QWidget *page, const QString &group);

} // namespace gatehouse::ui::test
