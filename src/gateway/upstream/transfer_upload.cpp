// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The part of a Transfer that sends a body which is read as it goes.
#include "gateway/upstream/engine.h"
#include "gateway/upstream/lane.h"
#include "gateway/upstream/transfer.h"

#include <algorithm>

namespace gatehouse::upstream {

std::chrono::milliseconds Transfer::uploadLimit() const
{
    const Timeouts &limits = m_outgoing.timeouts;
    if (limits.firstByte.count() > 0 && limits.total.count() > 0)
        return std::min(limits.firstByte, limits.total);
    return std::max(limits.firstByte, limits.total);
}

std::size_t Transfer::onRoom(char *room, std::size_t, std::size_t size, void *self)
{
    return static_cast<Transfer *>(self)->giveUpload({room, size});
}

std::size_t Transfer::giveUpload(std::span<char> room)
{
    auto piece = m_outgoing.upload->read(room);
    if (!piece) {
        m_uploadError = std::move(piece).error();
        return CURL_READFUNC_ABORT;
    }
    m_lastByte = m_engine->now();
    m_uploaded += piece->size;
    if (piece->isEnd || m_uploaded == m_outgoing.upload->length()) { // with a length libcurl does not ask for the end
        m_isUploaded = true;
        m_started = m_lastByte;
    }
    m_uploadWaits = !piece->size && !piece->isEnd;
    schedule();
    return m_uploadWaits ? std::size_t(CURL_READFUNC_PAUSE) : piece->size;
}

void Transfer::onBodyReady()
{
    m_engine->tick();
    sendOn();
    if (hasNews())
        m_engine->wakeBy(m_engine->now());
}

/// Has libcurl ask for more of the upload.
void Transfer::sendOn()
{
    if (!m_lane || !m_uploadWaits)
        return;
    m_uploadWaits = false;
    m_lastByte = m_engine->now();
    schedule();
    if (const CURLcode code = curl_easy_pause(m_handle.curl(), m_curlPaused ? CURLPAUSE_RECV : CURLPAUSE_CONT); code != CURLE_OK)
        onDone(code);
    else
        m_engine->wakeBy(m_lane->deadline());
}

} // namespace gatehouse::upstream
