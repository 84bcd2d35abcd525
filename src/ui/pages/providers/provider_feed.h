// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/providers/provider_cards.h"

#include <QObject>

class QWidget;

namespace gatehouse::ui {

class ModelFeed;
class Poll;
class Session;
struct Answer;

/// Keeps the cards of the providers fresh while they are seen. Main thread; owned by the viewer.
class ProviderFeed : public QObject
{
    Q_OBJECT
public:
    ProviderFeed(Session &session, QWidget *viewer);

    bool isKnown() const { return m_isKnown; }
    QString problem() const { return m_problem; }
    const QJsonArray &cards() const { return m_cards; }
    const QJsonArray &providers() const { return m_sources.providers; }
    /// The deployments behind the cards.
    ModelFeed &models() { return *m_models; }
    void ask();
    /// The names in the keychain, which says nothing by itself when it changes.
    void askKeychain();
    /// Whether there is a keychain that can be used.
    bool hasKeychain() const { return m_hasKeychain; }

Q_SIGNALS:
    void changed();

private:
    void forgetKeychain();
    void takeProviders(const Answer &answer);
    void rebuild();

    Session &m_session;
    ModelFeed *m_models;
    Poll *m_providerPoll;
    Poll *m_foundPoll;
    Poll *m_dayPoll;
    ProviderSources m_sources;
    QJsonArray m_cards;
    QString m_problem;
    bool m_isKnown = false;
    bool m_hasKeychain = false;
};

} // namespace gatehouse::ui
