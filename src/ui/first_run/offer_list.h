// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/first_run/offer.h"

#include <QList>
#include <QListWidget>

namespace gatehouse::ui {

/// What was found, to be ticked. Nothing is ticked by itself; what is used already cannot be.
class OfferList : public QListWidget
{
    Q_OBJECT
public:
    explicit OfferList(QWidget *parent = nullptr);

    /// Those with an id that is there already take the place of the old ones.
    void add(const QList<Offer> &offers);
    QList<Offer> ticked() const;
    void forgetKeys();

Q_SIGNALS:
    void tickedChanged(int count);

private:
    QList<Offer> m_offers;
};

} // namespace gatehouse::ui
