// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/form_column.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {
constexpr int widest = 150; ///< in characters of the font
}

FormColumn::FormColumn(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
{
    auto *middle = new QWidget;
    middle->setMaximumWidth(fontMetrics().averageCharWidth() * widest);
    middle->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 8, 0); // clear of the scroll bar
    m_column->setSpacing(12);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(middle, 1000);
    row->addStretch(1);
}

QScrollArea *FormColumn::inScrollArea()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(this);
    setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace gatehouse::ui
