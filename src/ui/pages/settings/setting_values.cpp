// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/setting_values.h"

#include "ui/pages/settings/config_editor.h"
#include "ui/pages/settings/setting.h"
#include "ui/session.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

SettingValues::SettingValues(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_gateway(session.client().baseUrl())
{
    connect(&session.config(), &ConfigFile::changed, this, &SettingValues::load);
    connect(&session, &Session::stateChanged, this, &SettingValues::changed);
    connect(&session.client(), &Client::targetChanged, this, &SettingValues::forgetOther);
    session.config().load();
}

void SettingValues::forgetOther()
{
    const QUrl gateway = m_session.client().baseUrl();
    if (gateway == m_gateway)
        return; // it has another key
    m_gateway = gateway;
    m_rows = {};
    m_byPath.clear();
    m_tree = {};
    m_revision.clear();
    m_waiting.clear();
    Q_EMIT forgotten();
    Q_EMIT changed();
}

QString SettingValues::problem() const
{
    if (!m_session.isRunning())
        return ConfigEditor::tr("The gateway is stopped. Start it to change its configuration.");
    if (!m_problem.isEmpty())
        return m_problem;
    return m_session.config().isKnown() && !m_session.config().isWritable() ? m_session.config().whyNotWritable() : QString();
}

bool SettingValues::canChange() const
{
    return isKnown() && problem().isEmpty();
}

void SettingValues::load()
{
    m_problem = m_session.config().problem();
    if (!m_problem.isEmpty())
        return Q_EMIT changed();
    m_session.client().get(u"/config/tree"_s, this, [this](const Answer &answer) {
        if (answer.kind == Answer::Kind::Cancelled)
            return;
        m_problem = answer.problem;
        if (!answer.isOk())
            return Q_EMIT changed();
        m_tree = answer.json.object().value("tree"_L1).toObject();
        m_revision = answer.json.object().value("revision"_L1).toString();
        takeSchema();
    });
}

void SettingValues::takeSchema()
{
    m_session.config().schema(this, [this](const QJsonArray &keys) {
        m_rows = settingRows(keys, m_tree);
        m_byPath.clear();
        for (const QJsonValue row : m_rows)
            m_byPath.insert(row["path"_L1].toString(), row.toObject());
        Q_EMIT changed();
        askWhatWaits();
    });
}

// A change of nothing tells in what the file differs from the one that the gateway was started with.
void SettingValues::askWhatWaits()
{
    m_session.config().preview({{u"edits"_s, QJsonArray()}}, this, [this](const Answer &answer) {
        QStringList waiting;
        for (const QJsonValue path : answer.json.object().value("needs_restart"_L1).toArray())
            waiting.append(path.toString());
        if (waiting == m_waiting)
            return;
        m_waiting = waiting;
        Q_EMIT changed();
    });
}

} // namespace gatehouse::ui
