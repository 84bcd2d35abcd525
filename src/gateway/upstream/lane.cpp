// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/lane.h"

#include "gateway/upstream/engine.h"
#include "gateway/upstream/transfer.h"

namespace gatehouse::upstream {

Lane::Lane(Engine *engine)
    : m_engine(engine)
    , m_multi(curl_multi_init())
{
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Lane::onSocketWanted);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Lane::onTimerWanted);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    // Room for each transfer's connection and for idle ones to other hosts.
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, static_cast<long>(capacity * 4));
}

Lane::~Lane()
{
    curl_multi_cleanup(m_multi);
}

bool Lane::add(CURL *easy)
{
    if (curl_multi_add_handle(m_multi, easy) != CURLM_OK)
        return false;
    ++m_active;
    act(CURL_SOCKET_TIMEOUT, 0);
    return true;
}

void Lane::remove(CURL *easy)
{
    curl_multi_remove_handle(m_multi, easy);
    if (--m_active == 0)
        m_idleSince = m_engine->now();
    m_engine->wakeBy(m_deadline);
}

void Lane::act(curl_socket_t socket, int events)
{
    step(socket, events);
    // It often asks to be called again at once: a turn of the event loop would cost time and a timer.
    for (int turn = 0; turn < 4 && m_deadline <= m_engine->now(); ++turn)
        step(CURL_SOCKET_TIMEOUT, 0);
    m_engine->wakeBy(m_deadline);
}

void Lane::step(curl_socket_t socket, int events)
{
    // libcurl does not call back to say that no deadline is left after one has passed.
    if (socket == CURL_SOCKET_TIMEOUT)
        m_deadline = Instant::max();
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    collectDone();
}

void Lane::collectDone()
{
    int left = 0;
    while (CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *transfer = nullptr;
        const CURLcode code = message->data.result; // the message dies with remove()
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        reinterpret_cast<Transfer *>(transfer)->onDone(code);
    }
}

int Lane::onSocketWanted(CURL *, curl_socket_t socket, int what, void *lane, void *)
{
    auto *self = static_cast<Lane *>(lane);
    self->m_engine->watch(self, socket, what);
    return 0;
}

int Lane::onTimerWanted(CURLM *, long milliseconds, void *lane)
{
    auto *self = static_cast<Lane *>(lane);
    self->m_deadline = milliseconds < 0 ? Instant::max() : self->m_engine->now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

} // namespace gatehouse::upstream
