// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/page.h"

#include <QHash>
#include <QJsonObject>

class QLabel;
class QLineEdit;
class QMenu;
class QScrollArea;
class QWidget;

namespace gatehouse::ui {

class CardGrid;
class LocalServers;
class MessageLine;
class Preferences;
class ProviderCard;
class ProviderFeed;
class Session;

/// The providers that are used or could be: their keys, how they do, and the models they have.
class ProvidersPage : public Page
{
    Q_OBJECT
public:
    ProvidersPage(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    /// "provider:openai" shows its card, "add" opens the dialog for another.
    void reveal(const QString &argument) override;
    void focusFilter() override;
    void refresh() override;
    bool leave() override;

private:
    QWidget *makeToolBar();
    QWidget *makeContent();
    void showCards();
    void showState();
    ProviderCard *cardOf(const QJsonObject &record);
    void fillMenu(QMenu &menu, ProviderCard *card);
    void test(ProviderCard *card);
    void testDeployment(ProviderCard *card);
    void discover(const QJsonObject &card);
    void addLocal(const QJsonObject &server);
    void add(const QString &provider = {}, const QString &base = {});
    void openModels(const QJsonObject &provider, const QJsonObject &params);

    Session &m_session;
    ProviderFeed *m_feed;
    QHash<QString, ProviderCard *> m_cards;
    class QPushButton *m_add;
    QLineEdit *m_filter;
    MessageLine *m_problem;
    QLabel *m_empty;
    QLabel *m_usedTitle;
    QLabel *m_foundTitle;
    CardGrid *m_used;
    CardGrid *m_found;
    LocalServers *m_local;
    QScrollArea *m_scroll;
};

} // namespace gatehouse::ui
