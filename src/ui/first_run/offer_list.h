// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/first_run/offer.h"

#include <QList>
#include <QListWidget>

namespace gatehouse::ui {

/// What was found, to be ticked. Nothing is ticked by itself; what is used already cannot be; of two ways to one provider the one
/// that was ticked last is taken.
class OfferList : public QListWidget
{
    Q_OBJECT
public:
    explicit OfferList(QWidget *parent = nullptr);

    /// Those with an id that is there already take the place of the old ones.
    void add(const QList<Offer> &offers);
    QList<Offer> ticked() const;
    /// These are in use now: they cannot be ticked again, and nobody needs their keys any more.
    void settle(const QList<Offer> &added);

Q_SIGNALS:
    void tickedChanged(int count);

private:
    void showRow(int row);
    void onChanged(const QListWidgetItem *line);

    QList<Offer> m_offers;
};

} // namespace gatehouse::ui
