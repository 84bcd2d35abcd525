// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_feed.h"

#include "ui/api/poll.h"
#include "ui/session.h"

#include <QDateTime>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::ui {

ModelFeed::ModelFeed(Session &session, QWidget *viewer)
    : QObject(viewer)
    , m_session(session)
    , m_infoPoll(new Poll(session, u"/model/info"_s, 30s, viewer))
    , m_filePoll(new Poll(session, u"/config/file/models"_s, 30s, viewer))
    , m_healthPoll(new Poll(session, u"/health/deployments"_s, 5s, viewer))
{
    connect(m_infoPoll, &Poll::answered, this, &ModelFeed::takeInfo);
    connect(m_filePoll, &Poll::answered, this, &ModelFeed::takeFile);
    connect(m_healthPoll, &Poll::answered, this, &ModelFeed::takeHealth);
    connect(&session.events(), &EventFeed::reconnected, this, &ModelFeed::ask);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1 || name == "record_changed"_L1)
            ask();
        else if (name == "breaker"_L1)
            m_healthPoll->ask();
    });
    connect(&session.client(), &Client::targetChanged, this, [this] {
        m_sums.clear();
        m_isKnown = false;
    });
}

QJsonObject ModelFeed::row(const QString &id) const
{
    for (const QJsonValue row : m_rows) {
        if (row["id"_L1].toString() == id)
            return row.toObject();
    }
    return {};
}

void ModelFeed::ask()
{
    m_infoPoll->ask();
    m_filePoll->ask();
    m_healthPoll->ask();
}

void ModelFeed::takeInfo(const Answer &answer)
{
    m_problem = answer.problem;
    if (answer.isOk()) {
        m_sources.info = answer.json.object().value("data"_L1).toArray();
        m_isKnown = true;
    }
    rebuild();
}

void ModelFeed::takeFile(const Answer &answer)
{
    m_file = answer.isOk() ? answer.json.object() : QJsonObject();
    // While the file has errors the gateway runs with another text, and nobody knows which entry became what.
    const bool isInUse = m_file.value("revision"_L1) == m_file.value("in_use"_L1);
    m_sources.file = isInUse ? m_file.value("models"_L1).toArray() : QJsonArray();
    m_sources.revision = fileRevision();
    rebuild();
}

void ModelFeed::takeHealth(const Answer &answer)
{
    if (answer.isOk())
        m_sources.health = answer.json.object().value("deployments"_L1).toArray();
    rebuild();
    askSums();
}

void ModelFeed::askSums(bool isSecond)
{
    if (std::exchange(m_asksSums, true))
        return;
    const QUrlQuery query = m_sums.query(QDateTime::currentSecsSinceEpoch());
    m_session.client().get(u"/series"_s, query, this, [this, isSecond](const Answer &answer) {
        m_asksSums = false;
        const QJsonObject told = answer.json.object();
        if (answer.isOk())
            m_sums.take(told, QDateTime::currentSecsSinceEpoch());
        m_sources.sums = m_sums.sums();
        rebuild();
        if (answer.isOk() && !isSecond && told.value("step"_L1).toInt() == 60)
            askSums(true); // the minute that is not over yet
    });
}

void ModelFeed::rebuild()
{
    QJsonArray rows = modelRows(m_sources);
    if (!m_isKnown)
        rows = {};
    m_rows = std::move(rows);
    Q_EMIT changed();
}

} // namespace gatehouse::ui
