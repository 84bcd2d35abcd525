// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/question_dialog.h"

#include "ui/widgets/label.h"

#include <QPushButton>

namespace gatehouse::ui {

QuestionDialog::QuestionDialog(const QString &title, const QString &text, const QString &action, QWidget *parent)
    : FormDialog(title, action, parent)
{
    auto *head = new ElidedLabel;
    setVoice(head, Voice::Heading);
    head->setWholeText(title);
    addWide(head);
    QLabel *paragraph = makeLabel(Voice::Body, text);
    paragraph->setWordWrap(true);
    addWide(paragraph);
    actionButton()->setDefault(false);
    actionButton()->setAutoDefault(false);
}

} // namespace gatehouse::ui
