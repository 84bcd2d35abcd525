// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/api/traffic_feed.h"
#include "ui/gateway_control.h"
#include "ui/models/traffic.h"

#include <QObject>
#include <QTimer>

namespace gatehouse::ui {

/// One gateway as the desktop sees it: its switch, its admin API, and what is known of its traffic. Pages and tray get a
/// reference and share it. Main thread; owned by the desktop, outlives every view.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(GatewayControl &control, QObject *parent = nullptr);

    GatewayControl &control() { return m_control; }
    Client &client() { return m_client; }
    TrafficFeed &feed() { return m_feed; }
    TrafficModel &traffic() { return m_traffic; }

    bool isRunning() const { return m_control.state() == GatewayState::Running; }
    /// "http://127.0.0.1:4000", as people copy it: without a slash at the end.
    QString address() const;
    /// Somebody looks: news must come fast.
    void setWatched(bool watched);
    /// The button: starts what stands, stops what runs.
    void toggle();
    /// The first model the gateway offers; empty while unknown.
    QString exampleModel() const { return m_exampleModel; }
    void askForModels();

Q_SIGNALS:
    void stateChanged();
    void exampleModelChanged();

private:
    void onStateChanged();
    void updatePace();

    GatewayControl &m_control;
    Client m_client;
    TrafficModel m_traffic;
    TrafficFeed m_feed;
    QTimer m_tick;
    GatewayState m_last;
    bool m_watched = false;
    QString m_exampleModel;
};

} // namespace gatehouse::ui
