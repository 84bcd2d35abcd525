// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/upstream/deadlines.h"

#include <curl/curl.h>

#include <cstddef>

namespace gatehouse::upstream {

class Engine;

/// One libcurl multi handle with the connections it keeps. Owned by the Engine. There are several because libcurl walks
/// past every busy connection to a host when it looks for a free one: with thousands of open streams in one multi handle
/// that walk would cost more than the request.
class Lane
{
public:
    static constexpr std::size_t capacity = 64;

    explicit Lane(Engine *engine);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    bool isFull() const { return m_active >= capacity; }
    bool isIdle() const { return m_active == 0; }
    /// Starts the transfer and sends what can be sent at once.
    bool add(CURL *easy);
    void remove(CURL *easy);
    /// Tells libcurl of an event on a socket, or with CURL_SOCKET_TIMEOUT that its deadline has passed.
    void act(curl_socket_t socket, int events);
    /// When libcurl wants to be called without an event; Instant::max() = not.
    Instant deadline() const { return m_deadline; }
    Instant idleSince() const { return m_idleSince; }

private:
    static int onSocketWanted(CURL *, curl_socket_t socket, int what, void *lane, void *);
    static int onTimerWanted(CURLM *, long milliseconds, void *lane);
    void step(curl_socket_t socket, int events);
    void collectDone();

    Engine *m_engine;
    CURLM *m_multi;
    std::size_t m_active = 0;
    Instant m_deadline = Instant::max();
    Instant m_idleSince {};
};

} // namespace gatehouse::upstream
