// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/offer_list.h"

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
    connect(this, &QListWidget::itemChanged, this, [this] { Q_EMIT tickedChanged(int(ticked().size())); });
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
        QListWidgetItem *line = item(row);
        const bool canTick = !offer.isUsed && !offer.models.isEmpty();
        line->setText(offer.title + u"\n"_s + (offer.isUsed ? tr("%1 · in use already").arg(offer.hint) : offer.hint));
        line->setToolTip(offer.hint);
        line->setFlags(canTick ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::ItemIsSelectable);
        if (canTick && line->data(Qt::CheckStateRole).isNull())
            line->setCheckState(Qt::Unchecked);
    }
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

void OfferList::forgetKeys()
{
    for (Offer &offer : m_offers)
        offer.key.fill('\0');
}

} // namespace gatehouse::ui
