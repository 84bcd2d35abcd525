// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/choice_list.h"

#include "ui/models/plain_tip.h"

#include <algorithm>

namespace gatehouse::ui {

ChoiceList::ChoiceList(QWidget *parent)
    : QListWidget(parent)
{
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceList::add(const QString &name, bool isTicked)
{
    auto *item = new QListWidgetItem(name, this);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(plainTip(name));
}

void ChoiceList::setChoices(const QStringList &names)
{
    const QStringList before = ticked();
    clear();
    for (const QString &name : before) {
        if (!names.contains(name))
            add(name, true);
    }
    for (const QString &name : names)
        add(name, before.contains(name));
    updateGeometry();
}

void ChoiceList::setTicked(const QStringList &names)
{
    for (int at = 0; at < count(); ++at)
        item(at)->setCheckState(names.contains(item(at)->text()) ? Qt::Checked : Qt::Unchecked);
    for (const QString &name : names) {
        if (findItems(name, Qt::MatchExactly).isEmpty())
            add(name, true);
    }
    updateGeometry();
}

QStringList ChoiceList::ticked() const
{
    QStringList names;
    for (int at = 0; at < count(); ++at) {
        if (item(at)->checkState() == Qt::Checked)
            names.append(item(at)->text());
    }
    return names;
}

QSize ChoiceList::sizeHint() const
{
    constexpr int fewest = 2;
    constexpr int most = 5;
    const int row = std::max(sizeHintForRow(0), fontMetrics().height() + 4);
    return {fontMetrics().averageCharWidth() * 40, row * std::clamp(count(), fewest, most) + 2 * frameWidth() + 6};
}

} // namespace gatehouse::ui
