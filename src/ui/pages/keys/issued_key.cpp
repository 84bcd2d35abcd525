// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/issued_key.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/secret_line.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

IssuedKey::IssuedKey(const QString &name, const QString &key, QWidget *parent)
    : QDialog(parent)
    , m_key(key)
    , m_line(new QLineEdit(key))
{
    setWindowTitle(tr("The new key"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    auto *head = new ElidedLabel;
    setVoice(head, Voice::Heading);
    head->setWholeText(name.isEmpty() ? tr("The new key") : name);
    QLabel *text =
        makeLabel(Voice::Body, tr("Copy it now: it is shown only this once. The gateway keeps only a fingerprint of it."));
    text->setWordWrap(true);
    m_line->setReadOnly(true);
    m_line->setFont(fixedFont(this));
    m_line->setAccessibleName(tr("The new key"));
    m_line->setCursorPosition(0);
    auto *copy = new CopyButton(tr("Copy key"), [this] { return m_key; });
    auto *done = new QPushButton(tr("Done"));
    done->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_line, 1);
    line->addWidget(copy);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(done);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 16, 20, 16);
    whole->setSpacing(12);
    whole->addWidget(head);
    whole->addWidget(text);
    whole->addLayout(line);
    whole->addSpacing(4);
    whole->addLayout(foot);
    copy->setDefault(true);
    copy->setFocus();
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::finished, this, &IssuedKey::forget);
}

IssuedKey::~IssuedKey()
{
    forget();
}

void IssuedKey::forget()
{
    forgetSecret(*m_line);
    m_key.clear();
}

} // namespace gatehouse::ui
