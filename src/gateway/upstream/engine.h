// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/upstream/client.h"
#include "gateway/upstream/deadlines.h"
#include "gateway/upstream/proxy.h"
#include "gateway/upstream/socket_watch.h"

#include <QBasicTimer>

#include <curl/curl.h>

#include <vector>

namespace gatehouse::upstream {

class Lane;
class Transfer;

/// What a Client is made of: the lanes, the watched sockets, one timer, the pool of transfers. Owned by the Client, on its
/// thread. Events go into libcurl first and to the listeners after; see Transfer::deliver().
class Engine : public QObject
{
public:
    explicit Engine(Settings settings);
    ~Engine() override;

    std::unique_ptr<Attempt> send(Outgoing outgoing, AttemptListener *listener);

    // for the watches and lanes
    void onSocket(Lane *lane, int socket, int events);
    void watch(Lane *lane, int socket, int what);
    /// The timer fires at \a when or before.
    void wakeBy(Instant when);

    // for the transfers
    const Settings &settings() const { return m_settings; }
    const ProxyEnvironment &proxies() const { return m_proxies; }
    CURLSH *share() const { return m_share; }
    /// The time at which the event at hand began.
    Instant now() const { return m_now; }
    void tick() { m_now = std::chrono::steady_clock::now(); }
    Deadlines &deadlines() { return m_deadlines; }
    Lane *laneWithRoom();
    void markReady(Transfer *transfer);
    void takeBack(Transfer *transfer);
    static int onSocketOpened(void *engine, curl_socket_t socket, curlsocktype);
    static int onSocketClosing(void *engine, curl_socket_t socket);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    Transfer *idleTransfer();
    SocketWatch *watchOf(int socket);
    void forget(int socket);
    void runLanes();
    void runDeadlines();
    void retireLanes();
    void trimIdle();
    void rearm();
    void deliver();

    Settings m_settings;
    ProxyEnvironment m_proxies;
    CURLSH *m_share;
    Instant m_now;
    Instant m_wakeAt = Instant::max();
    QBasicTimer m_timer;
    Deadlines m_deadlines;
    std::vector<std::unique_ptr<SocketWatch>> m_watches; ///< by socket number
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<std::unique_ptr<Transfer>> m_transfers;
    std::vector<Transfer *> m_idle;
    std::vector<Transfer *> m_ready;
    bool *m_alive = nullptr; ///< set while delivering: cleared by the destructor to tell the frames above it
};

} // namespace gatehouse::upstream
