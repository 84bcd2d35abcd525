// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/upstream/client.h"
#include "gateway/upstream/deadlines.h"
#include "gateway/upstream/handle.h"
#include "gateway/upstream/head_reader.h"

#include <curl/curl.h>

#include <optional>

namespace gatehouse::upstream {

class Lane;

/// A libcurl handle and the attempt it serves just now. Owned by the Engine's pool and used again and again. libcurl's callbacks
/// only note down what came; the listener hears of it in deliver(), outside of libcurl, where it may do whatever it likes.
class Transfer final : private wire::BodyListener
{
public:
    explicit Transfer(Engine *engine);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    std::unique_ptr<Attempt> begin(Outgoing outgoing, AttemptListener *listener);
    void cancel();
    void pause();
    void resume();

    void onDone(CURLcode code);
    void onDeadline();
    /// Calls the listener with what has come. Sets nothing after the call in which the attempt or the Client died.
    void deliver(const bool &engineIsAlive);
    /// The Client dies: no more calls, either way.
    void abandon();

    Deadline deadline;
    bool isReady = false;  ///< stands in the Engine's list of transfers to deliver
    std::size_t place = 0; ///< in the Engine's pool

private:
    static std::size_t onHeaderLine(char *data, std::size_t, std::size_t size, void *self);
    static int onRequest(void *self, char *localAddress, char *remoteAddress, int localPort, int remotePort);
    static std::size_t onBody(char *data, std::size_t, std::size_t size, void *self);
    static std::size_t onRoom(char *room, std::size_t, std::size_t size, void *self);
    std::size_t takeLine(std::string_view line);
    std::size_t takeBody(std::string_view bytes);
    std::size_t giveUpload(std::span<char> room);
    void onBodyReady() override;
    void sendOn();
    bool isUploading() const { return m_outgoing.upload && !m_isUploaded; }
    std::chrono::milliseconds uploadLimit() const;

    void schedule();
    Instant nextDeadline() const;
    Error timeoutError() const;
    void end(Result<> outcome);
    void readOn();
    void leaveLane();
    void recycle();
    bool hasNews() const;
    bool deliverHead(const bool &engineIsAlive);
    bool deliverBytes(const bool &engineIsAlive);
    void deliverEnd();

    Engine *m_engine;
    Handle m_handle;

    // The attempt it serves.
    std::uint64_t m_serial = 0; ///< rises with each attempt: tells whether the one a call began with is still there
    Attempt *m_attempt = nullptr;
    AttemptListener *m_listener = nullptr;
    Lane *m_lane = nullptr;
    Outgoing m_outgoing;
    HeadReader m_head;
    Instant m_started {};
    Instant m_lastByte {}; ///< that came, or of an upload that went
    std::size_t m_received = 0;
    bool m_asked = false; ///< the request has gone out once
    bool m_headTold = false;
    bool m_paused = false;
    bool m_curlPaused = false;
    std::uint64_t m_uploaded = 0;
    bool m_isUploaded = false;  ///< all of the upload has been given to libcurl
    bool m_uploadWaits = false; ///< for its source
    std::optional<Error> m_uploadError;
    std::string m_bytes;
    std::string m_refusal; ///< why we ourselves broke off
    std::optional<Result<>> m_outcome;
};

} // namespace gatehouse::upstream
