// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/tile.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Tile::Tile(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_name(new ElidedLabel)
    , m_figure(makeLabel(Voice::Figure, u"–"_s))
    , m_remark(makeLabel(Voice::Small))
    , m_row(new QHBoxLayout)
{
    setProperty("role", u"card"_s);
    setVoice(m_name, Voice::Muted);
    m_name->setWholeText(name);
    m_remark->setWordWrap(true);
    m_row->setSpacing(12);
    m_row->addWidget(m_figure);
    m_row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(2);
    column->addWidget(m_name);
    column->addLayout(m_row);
    column->addWidget(m_remark);
    column->addStretch(1);
}

void Tile::setFigure(const QString &figure, const QString &remark, bool alarming)
{
    m_figure->setText(figure);
    m_remark->setText(remark);
    setAccessibleName(m_name->wholeText() + u": "_s + figure);
    setAccessibleDescription(remark);
    const QString role = alarming ? u"bad"_s : u"plain"_s;
    if (m_figure->property("role").toString() == role)
        return;
    m_figure->setProperty("role", role);
    m_figure->style()->unpolish(m_figure);
    m_figure->style()->polish(m_figure);
}

void Tile::setPicture(QWidget *picture)
{
    m_row->addWidget(picture, 3, Qt::AlignBottom);
}

QString Tile::figure() const
{
    return m_figure->text();
}

} // namespace gatehouse::ui
