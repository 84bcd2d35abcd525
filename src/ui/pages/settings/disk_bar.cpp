// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/disk_bar.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

DiskBar::DiskBar(QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", u"notice"_s);
    QLabel *text =
        makeLabel(Voice::Body, tr("The file was changed elsewhere while you were editing it here. Nothing is lost yet."));
    text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [this, row](const QString &caption, const QString &help, auto wish) {
        auto *button = new QPushButton(caption);
        button->setToolTip(help);
        connect(button, &QPushButton::clicked, this, wish);
        row->addWidget(button);
        return button;
    };
    add(tr("Show difference"), tr("What saving your text would change in the file as it is now"), &DiskBar::differenceWished);
    m_both = add(tr("Keep both"), tr("Put both changes together: they are in different places"), &DiskBar::bothWished);
    add(tr("Take theirs"), tr("Show the file as it is now; undo brings your text back"), &DiskBar::theirsWished);
    add(tr("Keep mine"), tr("Go on with your text; saving it replaces theirs, which stays among the versions"),
        &DiskBar::mineWished);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 14, 10);
    column->setSpacing(8);
    column->addWidget(text);
    column->addLayout(row);
    hide();
}

void DiskBar::offer(bool canMerge)
{
    m_both->setVisible(canMerge);
    show();
}

} // namespace gatehouse::ui
