// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/first_run/offer.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui {

class MessageLine;
class OfferList;
class Session;

/// From a fresh start to the first answered request: what was found is ticked and added, or a file is imported, or the built-in
/// model answers without any key; then the lines to paste into a client, and the first request as it comes in.
class FirstRun : public QDialog
{
    Q_OBJECT
public:
    FirstRun(Session &session, QWidget *parent);

Q_SIGNALS:
    /// "Add a provider…" was chosen.
    void providerWished();

private:
    QWidget *makeChoices();
    QWidget *makeReady();
    QWidget *makeWays();
    void look();
    void showFound();
    void import();
    void read(const QString &file);
    void importText(const QString &text);
    void addTicked();
    void keepKeys(const QList<Offer> &offers, qsizetype from);
    void giveUp(const QString &problem);
    void save(const QList<Offer> &offers);
    void chooseExample(const QList<Offer> &offers);
    void becomeReady();
    void watchFirst();

    Session &m_session;
    QStackedWidget *m_steps;
    OfferList *m_offers = nullptr;
    QLabel *m_nothing = nullptr;
    MessageLine *m_message = nullptr;
    QPushButton *m_add = nullptr;
    MessageLine *m_first = nullptr;
    QHash<QString, QString> m_kept; ///< under which name the keychain has the key of an offer, by its id
    int m_looking = 0;              ///< questions not answered yet
    int m_before = 0;               ///< rows of traffic when the lines to paste were shown
};

} // namespace gatehouse::ui
