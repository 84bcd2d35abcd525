// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/live_progress.h"

#include "ui/session.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds gatherFor {100};
constexpr std::chrono::milliseconds tickEvery {200};

} // namespace

LiveProgress::LiveProgress(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_events(session.client())
{
    m_events.setKinds(u"first_token,progress"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherFor);
    m_tick.setInterval(tickEvery);
    connect(&m_events, &EventFeed::happened, this, &LiveProgress::take);
    connect(&m_soon, &QTimer::timeout, this, &LiveProgress::hand);
    connect(&m_tick, &QTimer::timeout, &session.traffic(), &TrafficModel::tick);
    connect(&session, &Session::stateChanged, this, &LiveProgress::update);
    connect(&session.traffic(), &TrafficModel::runningChanged, this, &LiveProgress::update);
}

void LiveProgress::setWatched(bool watched)
{
    m_watched = watched;
    update();
}

void LiveProgress::update()
{
    m_events.setOn(m_watched && m_session.isRunning());
    const bool ticks = m_watched && m_session.traffic().running() > 0;
    if (ticks && !m_tick.isActive())
        m_tick.start();
    else if (!ticks)
        m_tick.stop();
}

void LiveProgress::take(const QString &, const QJsonObject &data)
{
    const qint64 id = data.value("id"_L1).toInteger();
    m_gathered.insert(id, {id, data.value("reply_bytes"_L1).toInteger(), data.value("first_token_ms"_L1).toDouble()});
    if (!m_soon.isActive())
        m_soon.start();
}

void LiveProgress::hand()
{
    m_session.traffic().advance(std::exchange(m_gathered, {}).values());
}

} // namespace gatehouse::ui
