// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace gatehouse::ui {

/// A row of the Palette: its title, and at the right what kind of thing it is.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int KindRole = Qt::UserRole;
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight(const QWidget *beside) { return beside->fontMetrics().height() + 16; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gatehouse::ui
