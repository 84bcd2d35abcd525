// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/diff_dialog.h"

#include "ui/config/diff_view.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace gatehouse::ui {

DiffDialog::DiffDialog(const QString &sentence, const QJsonObject &diff, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Difference"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *view = new DiffView;
    view->setDiff(diff);
    QLabel *text = makeLabel(Voice::Body, sentence);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(text);
    column->addWidget(view, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().height() * 24);
}

} // namespace gatehouse::ui
