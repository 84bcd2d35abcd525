// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

Session::Session(GatewayControl &control, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_feed(m_client)
    , m_events(m_client)
    , m_config(*this)
    , m_last(GatewayState::Stopped)
{
    connect(&m_control, &GatewayControl::stateChanged, this, &Session::onStateChanged);
    connect(&m_feed, &TrafficFeed::received, &m_traffic, &TrafficModel::apply);
    connect(&m_feed, &TrafficFeed::restarted, &m_traffic, &TrafficModel::beginEpoch);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, &m_traffic, &TrafficModel::tick);
    onStateChanged();
}

QString Session::address() const
{
    QString text = m_control.baseUrl().toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

void Session::setWatched(bool watched)
{
    m_watched = watched;
    updatePace();
}

void Session::toggle()
{
    switch (m_control.state()) {
    case GatewayState::Stopped:
    case GatewayState::Failed: return m_control.start();
    case GatewayState::Starting:
    case GatewayState::Running: return m_control.stop();
    case GatewayState::Stopping: return;
    }
}

void Session::setExampleModel(const QString &model)
{
    m_exampleModel = model;
    Q_EMIT exampleModelChanged();
}

void Session::askForModels()
{
    m_client.get(u"/v1/models"_s, {}, this, [this](const Answer &answer) {
        const QJsonArray models = answer.json.object().value("data"_L1).toArray();
        for (const auto &model : models) {
            const QString id = model.toObject().value("id"_L1).toString();
            if (id.isEmpty() || id.contains(u'*'))
                continue;
            return setExampleModel(id);
        }
    });
}

void Session::onStateChanged()
{
    const GatewayState now = m_control.state();
    const bool began = now == GatewayState::Running && m_last != GatewayState::Running;
    const bool ended = now != GatewayState::Running && now != GatewayState::Stopping;
    m_last = now;
    if (m_client.baseUrl() != m_control.baseUrl())
        forget();
    m_client.setTarget(m_control.baseUrl(), m_control.adminKey());
    updatePace();
    if (began) {
        m_feed.restart();
        askForModels();
    } else if (ended) {
        m_feed.restart();
    }
    Q_EMIT stateChanged();
}

/// Another gateway: nothing of the last one is true of it.
void Session::forget()
{
    m_feed.restart();
    m_traffic.clear();
    setExampleModel({});
}

void Session::updatePace()
{
    const bool answers = m_last == GatewayState::Running || m_last == GatewayState::Stopping;
    if (!answers)
        m_feed.setPace(TrafficFeed::Pace::Off);
    else
        m_feed.setPace(m_watched ? TrafficFeed::Pace::Live : TrafficFeed::Pace::Slow);
    m_events.setOn(answers && m_watched);
    if (answers && m_watched)
        m_tick.start();
    else
        m_tick.stop();
}

} // namespace gatehouse::ui
