// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/traffic_delegate.h"

#include "ui/models/traffic.h"
#include "ui/models/traffic_columns.h"
#include "ui/widgets/colours.h"

#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int markSize = 14;
constexpr int leastOfName = 10; ///< characters: less would say nothing
constexpr int cellMargins = 22; ///< of the style sheet and the style

QIcon iconFor(TrafficRow::State state, const Colours &colours, qreal ratio)
{
    const QString key = u"traffic-%1-%2-%3"_s.arg(int(state)).arg(int(colours.dark)).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = markPixmap(markOf(state), markSize, ratio, moodColour(moodOf(state), colours), colours.surface);
        QPixmapCache::insert(key, pixmap);
    }
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // or the style tints it
    return icon;
}

/// "fast → claud…-4-5": the model asked for stays whole, where there is room for it.
QString fitted(const QString &models, const QFontMetrics &metrics, int width)
{
    const QString arrow = u" → "_s;
    const qsizetype at = models.indexOf(arrow);
    if (at < 0 || metrics.horizontalAdvance(models) <= width)
        return models;
    const QString asked = models.left(at + arrow.size());
    const int room = width - metrics.horizontalAdvance(asked);
    const bool hasRoom = room >= metrics.averageCharWidth() * leastOfName;
    return hasRoom ? asked + metrics.elidedText(models.mid(asked.size()), Qt::ElideMiddle, room) : models;
}

} // namespace

Mark markOf(TrafficRow::State state)
{
    switch (state) {
    case TrafficRow::State::Running: return Mark::Ring;
    case TrafficRow::State::Completed: return Mark::Check;
    case TrafficRow::State::Failed: return Mark::Cross;
    case TrafficRow::State::Refused: return Mark::Slash;
    case TrafficRow::State::Abandoned: break;
    }
    return Mark::Half;
}

Mood moodOf(TrafficRow::State state)
{
    switch (state) {
    case TrafficRow::State::Running: return Mood::Busy;
    case TrafficRow::State::Completed: return Mood::Good;
    case TrafficRow::State::Failed: return Mood::Bad;
    case TrafficRow::State::Refused: return Mood::Warn;
    case TrafficRow::State::Abandoned: break;
    }
    return Mood::Idle;
}

void TrafficDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colours &colours = Colours::of(option->palette);
    option->textElideMode = index.column() == int(TrafficColumn::Model) ? Qt::ElideMiddle : Qt::ElideRight;
    option->state &= ~QStyle::State_HasFocus; // the whole row shows it
    if (index.data(TrafficModel::MutedRole).toBool()) {
        option->palette.setColor(QPalette::Text, colours.muted);
        option->palette.setColor(QPalette::HighlightedText, colours.muted);
    }
    if (index.column() == int(TrafficColumn::Model))
        option->text = fitted(option->text, option->fontMetrics, option->rect.width() - cellMargins);
    if (index.column() != int(TrafficColumn::State))
        return;
    const auto state = TrafficRow::State(index.data(TrafficModel::StateRole).toInt());
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {markSize, markSize};
    option->icon = iconFor(state, colours, ratio);
}

} // namespace gatehouse::ui
