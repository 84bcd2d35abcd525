// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/card.h"

#include "ui/widgets/label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel(Voice::Strong, title))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout(this))
{
    setProperty("role", u"card"_s);
    setAccessibleName(title);
    m_head->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_body->setContentsMargins(14, 10, 14, 12);
    m_body->setSpacing(8);
    m_body->addLayout(m_head);
    m_title->setVisible(!title.isEmpty());
}

void Card::addTool(QWidget *tool)
{
    m_head->addWidget(tool);
}

void Card::addContent(QWidget *content, int stretch)
{
    m_body->addWidget(content, stretch);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

} // namespace gatehouse::ui
