// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/offer_list.h"

#include "ui/models/plain_tip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

OfferList::OfferList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Found on this computer"));
    setSpacing(2);
    setUniformItemSizes(true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemChanged, this, &OfferList::onChanged);
}

void OfferList::add(const QList<Offer> &offers)
{
    for (const Offer &offer : offers) {
        int row = 0;
        while (row < m_offers.size() && m_offers[row].id != offer.id)
            ++row;
        if (row == m_offers.size()) {
            m_offers.append(offer);
            addItem(new QListWidgetItem);
        }
        m_offers[row] = offer;
        showRow(row);
    }
}

void OfferList::showRow(int row)
{
    const Offer &offer = m_offers[row];
    QListWidgetItem *line = item(row);
    const bool canTick = !offer.isUsed && !offer.models.isEmpty();
    line->setText(offer.title + u"\n"_s + (offer.isUsed ? tr("%1 · in use already").arg(offer.hint) : offer.hint));
    line->setToolTip(plainTip(offer.hint));
    line->setFlags(canTick ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::ItemIsSelectable);
    if (!canTick)
        line->setData(Qt::CheckStateRole, {});
    else if (line->data(Qt::CheckStateRole).isNull())
        line->setCheckState(Qt::Unchecked);
}

/// Two entries for one provider would share its requests between two keys, which nobody has asked for here.
void OfferList::onChanged(const QListWidgetItem *line)
{
    const int changed = row(line);
    const QString provider = m_offers[changed].provider;
    for (int other = 0; other < count() && line->checkState() == Qt::Checked && !provider.isEmpty(); ++other) {
        if (other != changed && m_offers[other].provider == provider && item(other)->checkState() == Qt::Checked)
            item(other)->setCheckState(Qt::Unchecked);
    }
    Q_EMIT tickedChanged(int(ticked().size()));
}

QList<Offer> OfferList::ticked() const
{
    QList<Offer> chosen;
    for (int row = 0; row < int(m_offers.size()); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            chosen.append(m_offers[row]);
    }
    return chosen;
}

void OfferList::settle(const QList<Offer> &added)
{
    for (int row = 0; row < int(m_offers.size()); ++row) {
        Offer &offer = m_offers[row];
        const auto isIt = [&offer](const Offer &each) { return each.id == offer.id; };
        if (std::none_of(added.begin(), added.end(), isIt))
            continue;
        offer.isUsed = true;
        offer.key.clear();
        showRow(row);
    }
}

} // namespace gatehouse::ui
