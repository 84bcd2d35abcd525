// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/form_dialog.h"

#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

FormDialog::FormDialog(const QString &title, const QString &action, QWidget *parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout)
    , m_message(new MessageLine)
    , m_buttons(new QHBoxLayout)
    , m_action(new QPushButton(action))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    m_column->setSpacing(10);
    m_action->setProperty("role", u"primary"_s);
    m_action->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(m_action);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 16, 20, 16);
    whole->setSpacing(14);
    whole->addLayout(m_column, 1);
    whole->addWidget(m_message);
    whole->addLayout(m_buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &FormDialog::submitted);
}

void FormDialog::addField(const QString &label, QWidget *field, const QString &help)
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setHorizontalSpacing(14);
        m_form->setVerticalSpacing(10);
        m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_column->addLayout(m_form);
    }
    field->setAccessibleName(label);
    field->setAccessibleDescription(help);
    if (help.isEmpty())
        return m_form->addRow(label, field);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(field);
    QLabel *small = makeLabel(Voice::Small, help);
    small->setWordWrap(true);
    column->addWidget(small);
    auto *name = new QLabel(label);
    name->setBuddy(field);
    m_form->addRow(name, box);
}

void FormDialog::addHeading(const QString &text)
{
    m_form = nullptr;
    m_column->addWidget(makeLabel(Voice::Strong, text));
}

void FormDialog::addWide(QWidget *widget, int stretch)
{
    m_form = nullptr;
    m_column->addWidget(widget, stretch);
}

QPushButton *FormDialog::addSideButton(const QString &caption)
{
    auto *button = new QPushButton(caption);
    button->setAutoDefault(false);
    m_buttons->insertWidget(0, button);
    return button;
}

void FormDialog::setBusy(const QString &sentence)
{
    setWorking(true);
    m_message->say(Mood::Busy, sentence);
}

void FormDialog::setProblem(const QString &sentence)
{
    setWorking(false);
    m_message->say(Mood::Bad, sentence);
}

void FormDialog::setSuccess(const QString &sentence)
{
    setWorking(false);
    m_message->say(Mood::Good, sentence);
}

void FormDialog::setNotice(const QString &sentence)
{
    setWorking(false);
    m_message->say(Mood::Warn, sentence);
}

void FormDialog::setWorking(bool working)
{
    m_action->setEnabled(!working);
}

} // namespace gatehouse::ui
