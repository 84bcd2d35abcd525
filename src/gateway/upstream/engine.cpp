// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/engine.h"

#include "gateway/upstream/lane.h"
#include "gateway/upstream/transfer.h"

#include <algorithm>

#include <unistd.h>

namespace gatehouse::upstream {

namespace {

constexpr std::chrono::seconds laneRest {120};
constexpr std::size_t idleTransfersKept = 256;

CURLSH *sharedCaches()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    // Shared between the lanes; without locks, because they are all on one thread.
    CURLSH *share = curl_share_init();
    curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    return share;
}

} // namespace

Engine::Engine(Settings settings)
    : m_settings(std::move(settings))
    , m_proxies(ProxyEnvironment::read())
    , m_share(sharedCaches())
    , m_now(std::chrono::steady_clock::now())
{
}

Engine::~Engine()
{
    if (m_alive)
        *m_alive = false;
    for (const auto &transfer : m_transfers)
        transfer->abandon();
    m_transfers.clear();
    m_lanes.clear();
    curl_share_cleanup(m_share);
    curl_global_cleanup();
}

std::unique_ptr<Attempt> Engine::send(Outgoing outgoing, AttemptListener *listener)
{
    tick();
    std::unique_ptr<Attempt> attempt = idleTransfer()->begin(std::move(outgoing), listener);
    if (!m_ready.empty() && !m_alive)
        wakeBy(m_now);
    return attempt;
}

Transfer *Engine::idleTransfer()
{
    if (m_idle.empty()) {
        m_transfers.push_back(std::make_unique<Transfer>(this));
        m_transfers.back()->place = m_transfers.size() - 1;
        return m_transfers.back().get();
    }
    Transfer *transfer = m_idle.back();
    m_idle.pop_back();
    return transfer;
}

void Engine::takeBack(Transfer *transfer)
{
    m_idle.push_back(transfer);
}

void Engine::trimIdle()
{
    while (!m_alive && m_idle.size() > idleTransfersKept) {
        Transfer *transfer = m_idle.back();
        m_idle.pop_back();
        std::replace(m_ready.begin(), m_ready.end(), transfer, static_cast<Transfer *>(nullptr));
        const std::size_t place = transfer->place;
        std::swap(m_transfers[place], m_transfers.back());
        m_transfers[place]->place = place;
        m_transfers.pop_back();
    }
}

Lane *Engine::laneWithRoom()
{
    for (const auto &lane : m_lanes) {
        if (!lane->isFull())
            return lane.get();
    }
    m_lanes.push_back(std::make_unique<Lane>(this));
    return m_lanes.back().get();
}

void Engine::retireLanes()
{
    // Its connections go too: by now the servers have closed most of them. The first lane stays: it keeps the authorities.
    const auto isRested = [this](const auto &lane) { return lane->isIdle() && lane->idleSince() + laneRest <= m_now; };
    if (!m_lanes.empty())
        m_lanes.erase(std::remove_if(m_lanes.begin() + 1, m_lanes.end(), isRested), m_lanes.end());
}

void Engine::onSocket(Lane *lane, int socket, int events)
{
    tick();
    lane->act(socket, events);
    deliver();
}

void Engine::watch(Lane *lane, int socket, int what)
{
    SocketWatch *watch = watchOf(socket);
    if (what != CURL_POLL_REMOVE)
        watch->want(what, lane);
    else if (watch->isKept())
        watch->release();
    else
        forget(socket);
}

SocketWatch *Engine::watchOf(int socket)
{
    const auto index = static_cast<std::size_t>(socket);
    if (index >= m_watches.size())
        m_watches.resize(std::max(index + 1, m_watches.size() * 2));
    if (!m_watches[index])
        m_watches[index] = std::make_unique<SocketWatch>(this, socket);
    return m_watches[index].get();
}

void Engine::forget(int socket)
{
    if (static_cast<std::size_t>(socket) < m_watches.size())
        m_watches[static_cast<std::size_t>(socket)].reset();
}

int Engine::onSocketOpened(void *engine, curl_socket_t socket, curlsocktype)
{
    static_cast<Engine *>(engine)->watchOf(socket)->keep();
    return CURL_SOCKOPT_OK;
}

int Engine::onSocketClosing(void *engine, curl_socket_t socket)
{
    static_cast<Engine *>(engine)->forget(socket);
    return ::close(socket);
}

void Engine::wakeBy(Instant when)
{
    if (when >= m_wakeAt)
        return;
    m_wakeAt = when;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(when - m_now);
    m_timer.start(static_cast<int>(std::clamp<std::int64_t>(wait.count(), 0, 3'600'000)), Qt::PreciseTimer, this);
}

void Engine::timerEvent(QTimerEvent *)
{
    tick();
    m_timer.stop();
    m_wakeAt = Instant::max();
    runLanes();
    runDeadlines();
    retireLanes();
    trimIdle();
    rearm();
    deliver();
}

void Engine::runLanes()
{
    for (const auto &lane : m_lanes) {
        if (lane->deadline() <= m_now)
            lane->act(CURL_SOCKET_TIMEOUT, 0);
    }
}

void Engine::runDeadlines()
{
    while (Deadline *first = m_deadlines.first()) {
        if (first->at > m_now)
            return;
        first->owner->onDeadline();
    }
}

void Engine::rearm()
{
    Instant next = m_deadlines.first() ? m_deadlines.first()->at : Instant::max();
    for (const auto &lane : m_lanes) {
        const bool mayRetire = lane->isIdle() && lane != m_lanes.front();
        next = std::min({next, lane->deadline(), mayRetire ? lane->idleSince() + laneRest : Instant::max()});
    }
    wakeBy(next);
}

void Engine::markReady(Transfer *transfer)
{
    if (transfer->isReady)
        return;
    transfer->isReady = true;
    m_ready.push_back(transfer);
}

void Engine::deliver()
{
    if (m_alive != nullptr) // a listener runs an event loop of its own; the frame that called it goes on where it stands
        return;
    bool alive = true;
    m_alive = &alive;
    // What becomes ready meanwhile waits for the next turn, so that endless quick failures cannot hold up the loop.
    const std::size_t count = m_ready.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (Transfer *transfer = m_ready[i]) {
            transfer->isReady = false;
            transfer->deliver(alive);
        }
        if (!alive)
            return;
    }
    m_ready.erase(m_ready.begin(), m_ready.begin() + static_cast<std::ptrdiff_t>(count));
    m_alive = nullptr;
    if (!m_ready.empty())
        wakeBy(m_now);
}

} // namespace gatehouse::upstream
