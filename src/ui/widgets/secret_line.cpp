// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/secret_line.h"

#include <QLineEdit>

namespace gatehouse::ui {

QLineEdit *makeSecretLine()
{
    constexpr int longest = 64 * 1024; // Google's keys are whole files
    auto *line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    line->setMaxLength(longest);
    return line;
}

void forgetSecret(QLineEdit &line)
{
    line.setText({}); // not clear(), which can be undone
}

} // namespace gatehouse::ui
