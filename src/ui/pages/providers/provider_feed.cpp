// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/provider_feed.h"

#include "ui/api/poll.h"
#include "ui/pages/models/key_choice.h"
#include "ui/pages/models/model_feed.h"
#include "ui/session.h"

#include <QPointer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::ui {

ProviderFeed::ProviderFeed(Session &session, QWidget *viewer)
    : QObject(viewer)
    , m_session(session)
    , m_models(new ModelFeed(session, viewer))
    , m_providerPoll(new Poll(session, u"/providers"_s, 30s, viewer))
    , m_foundPoll(new Poll(session, u"/environment/found"_s, 30s, viewer))
    , m_dayPoll(new Poll(session, u"/series"_s, 15s, viewer))
{
    m_dayPoll->setQuery(
        {{u"dimension"_s, u"deployment"_s}, {u"step"_s, u"60"_s}, {u"open"_s, u"true"_s}, {u"total"_s, u"true"_s}});
    connect(m_dayPoll, &Poll::answered, this, [this](const Answer &answer) {
        if (answer.isOk())
            m_sources.day = answer.json.object().value("series"_L1).toArray();
        rebuild();
    });
    connect(m_providerPoll, &Poll::answered, this, &ProviderFeed::takeProviders);
    connect(m_foundPoll, &Poll::answered, this, [this](const Answer &answer) {
        if (answer.isOk())
            m_sources.found = answer.json.object().value("found"_L1).toArray();
        rebuild();
    });
    connect(m_models, &ModelFeed::changed, this, &ProviderFeed::rebuild);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1)
            m_providerPoll->ask();
    });
    connect(&session, &Session::stateChanged, this, &ProviderFeed::askKeychain);
    askKeychain();
}

void ProviderFeed::ask()
{
    m_models->ask();
    m_providerPoll->ask();
    m_foundPoll->ask();
    m_dayPoll->ask();
    askKeychain();
}

void ProviderFeed::askKeychain()
{
    m_hasKeychain = mayUseKeychain(m_session);
    if (!m_hasKeychain)
        return forgetKeychain();
    const QPointer<ProviderFeed> alive(this);
    m_session.keys()->names([alive](const QStringList &names, const KeyStore::Outcome &outcome) {
        if (!alive || !mayUseKeychain(alive->m_session)) // it went to another gateway in the meantime
            return;
        alive->m_hasKeychain = outcome.isOk() || outcome.isLocked;
        alive->m_sources.keychain = names;
        alive->rebuild();
    });
}

void ProviderFeed::forgetKeychain()
{
    if (m_sources.keychain.isEmpty())
        return;
    m_sources.keychain.clear();
    rebuild();
}

void ProviderFeed::takeProviders(const Answer &answer)
{
    m_problem = answer.problem;
    if (answer.isOk()) {
        m_sources.providers = answer.json.object().value("providers"_L1).toArray();
        m_isKnown = true;
    }
    rebuild();
}

void ProviderFeed::rebuild()
{
    m_sources.rows = m_models->rows();
    m_cards = providerCards(m_sources);
    Q_EMIT changed();
}

} // namespace gatehouse::ui
