// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/palette_delegate.h"

#include "ui/widgets/colours.h"

#include <QPainter>

namespace gatehouse::ui {

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = Colours::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.selection);
        painter->drawRoundedRect(option.rect, 7, 7);
    }
    const QRect room = option.rect.adjusted(10, 0, -10, 0);
    const QString kind = index.data(KindRole).toString();
    const int kindWidth = option.fontMetrics.horizontalAdvance(kind);
    painter->setPen(colours.muted);
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, kind);
    painter->setPen(colours.text);
    const QString title = index.data(Qt::DisplayRole).toString();
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(title, Qt::ElideRight, room.width() - kindWidth - 16));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(0, rowHeight(option.widget));
}

} // namespace gatehouse::ui
