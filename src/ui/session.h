// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/api/client.h"
#include "ui/api/event_feed.h"
#include "ui/api/traffic_feed.h"
#include "ui/config/config_file.h"
#include "ui/gateway_control.h"
#include "ui/key_store.h"
#include "ui/models/traffic.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <utility>

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
    /// What happens beside requests: configuration, records, breakers, budgets. On while somebody looks.
    EventFeed &events() { return m_events; }
    /// Its configuration file, and the way to change it.
    ConfigFile &config() { return m_config; }
    /// The keychain of whoever sits here; null where there is none.
    KeyStore *keys() { return m_keys; }
    void setKeys(KeyStore *keys) { m_keys = keys; }
    TrafficModel &traffic() { return m_traffic; }
    const TrafficModel &traffic() const { return m_traffic; }

    bool isRunning() const { return m_control.state() == GatewayState::Running; }
    /// "http://127.0.0.1:4000", as people copy it: without a slash at the end.
    QString address() const;
    /// Somebody looks: news must come fast.
    void setWatched(bool watched);
    /// The button: starts what stands, stops what runs.
    void toggle();
    /// The first model the gateway offers; empty while unknown.
    QString exampleModel() const { return m_exampleModel; }
    void setExampleModel(const QString &model);
    void askForModels();
    /// Another page of the same window: its key in pages.cpp ("traffic"), and what to show there in that page's own words.
    void openPage(const QString &page, const QString &argument = {}) { Q_EMIT pageWished(page, argument); }
    /// One line at the foot of the window for a while: something was done. With an action, a button that does it ("Undo").
    void announce(const QString &text, const QString &action = {}, const std::function<void()> &act = {})
    {
        Q_EMIT announced(text, action, act);
    }

Q_SIGNALS:
    /// Another appearance was chosen in the preferences.
    void appearanceWished();
    void pageWished(const QString &page, const QString &argument);
    void announced(const QString &text, const QString &action, const std::function<void()> &act);
    void stateChanged();
    void exampleModelChanged();

private:
    void onStateChanged();
    void forget();
    void updatePace();

    GatewayControl &m_control;
    Client m_client;
    TrafficModel m_traffic;
    TrafficFeed m_feed;
    EventFeed m_events;
    ConfigFile m_config;
    KeyStore *m_keys = nullptr;
    QTimer m_tick;
    GatewayState m_last;
    bool m_watched = false;
    QString m_exampleModel;
};

} // namespace gatehouse::ui
