// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/record_delegate.h"

#include "ui/models/record_table.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/gauge.h"

#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int signSize = 14;
constexpr int barHeight = 4;

QIcon iconFor(const RecordSign &sign, const Colours &colours, qreal ratio)
{
    const QString key = u"sign-%1-%2-%3-%4"_s.arg(int(sign.mark)).arg(int(sign.mood)).arg(int(colours.dark)).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = markPixmap(sign.mark, signSize, ratio, moodColour(sign.mood, colours), colours.surface);
        QPixmapCache::insert(key, pixmap);
    }
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // or the style tints it
    return icon;
}

} // namespace

void RecordDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colours &colours = Colours::of(option->palette);
    option->state &= ~QStyle::State_HasFocus; // the whole row shows it
    if (index.data(RecordTable::MutedRole).toBool())
        option->palette.setColor(QPalette::Text, colours.muted);
    const QVariant sign = index.data(RecordTable::SignRole);
    if (!sign.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(signSize, signSize);
    option->icon = iconFor(sign.value<RecordSign>(), colours, option->widget ? option->widget->devicePixelRatioF() : 1);
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(RecordTable::ShareRole);
    if (!share.isValid())
        return;
    const QRect cell = option.rect.adjusted(10, 0, -10, -3);
    paintGauge(*painter, QRectF(cell.left(), cell.bottom() - barHeight, cell.width(), barHeight), share.toDouble(),
        Colours::of(option.palette));
}

} // namespace gatehouse::ui
