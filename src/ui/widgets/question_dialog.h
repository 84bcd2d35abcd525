// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/form_dialog.h"

namespace gatehouse::ui {

/// Asks before something is lost. The button is not the default: Enter alone destroys nothing.
class QuestionDialog : public FormDialog
{
    Q_OBJECT
public:
    QuestionDialog(const QString &title, const QString &text, const QString &action, QWidget *parent);
};

} // namespace gatehouse::ui
