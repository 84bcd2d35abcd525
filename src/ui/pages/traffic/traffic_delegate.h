// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_row.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/pill.h"

#include <QStyledItemDelegate>

namespace gatehouse::ui {

Mark markOf(TrafficRow::State state);
Mood moodOf(TrafficRow::State state);

/// Cells of the table of requests: a mark before the state, quiet text where the column says little.
class TrafficDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace gatehouse::ui
