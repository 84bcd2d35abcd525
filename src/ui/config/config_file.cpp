// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/config/config_file.h"

#include "ui/session.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ConfigFile::ConfigFile(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1)
            ask();
    });
    connect(&session.events(), &EventFeed::reconnected, this, &ConfigFile::ask);
    connect(&session.client(), &Client::targetChanged, this, [this] {
        m_file = {};
        m_schema = {};
        ask();
    });
    connect(&session, &Session::stateChanged, this, &ConfigFile::ask);
}

void ConfigFile::load()
{
    m_follows = true;
    ask();
}

void ConfigFile::ask()
{
    if (!m_follows || !m_session.isRunning())
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_session.client().get(u"/config/file"_s, this, [this](const Answer &answer) {
        m_asking = false;
        if (std::exchange(m_again, false))
            return ask();
        if (answer.kind == Answer::Kind::Cancelled)
            return;
        m_problem = answer.problem;
        if (answer.isOk())
            m_file = answer.json.object();
        Q_EMIT changed();
    });
}

void ConfigFile::schema(QObject *context, std::function<void(const QJsonArray &)> handler)
{
    if (!m_schema.isEmpty())
        return handler(m_schema);
    m_session.client().get(u"/config/schema"_s, context, [this, handler](const Answer &answer) {
        m_schema = answer.json.object().value("keys"_L1).toArray();
        handler(m_schema);
    });
}

Client::Handler ConfigFile::refreshing(Client::Handler handler)
{
    return [this, handler](const Answer &answer) {
        ask();
        handler(answer);
    };
}

void ConfigFile::preview(const QJsonObject &change, QObject *context, Client::Handler handler)
{
    m_session.client().post(u"/config/file/preview"_s, change, context, std::move(handler));
}

void ConfigFile::save(const QJsonObject &change, QObject *context, Client::Handler handler)
{
    m_session.client().put(u"/config/file"_s, change, context, refreshing(std::move(handler)));
}

void ConfigFile::undo(const QString &revision, QObject *context, Client::Handler handler)
{
    m_session.client().post(
        u"/config/file/undo"_s, QJsonObject {{u"revision"_s, revision}}, context, refreshing(std::move(handler)));
}

} // namespace gatehouse::ui
