// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/transfer.h"

#include "gateway/upstream/engine.h"
#include "gateway/upstream/explain.h"
#include "gateway/upstream/lane.h"

#include <algorithm>
#include <utility>

namespace gatehouse::upstream {

namespace {

constexpr std::size_t pieceLimit = 256 * 1024;
constexpr std::size_t keptCapacity = 128 * 1024;

} // namespace

Transfer::Transfer(Engine *engine)
    : m_engine(engine)
    , m_handle(engine)
{
    deadline.owner = this;
    CURL *easy = m_handle.curl();
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeaderLine);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &Transfer::onRoom);
    curl_easy_setopt(easy, CURLOPT_READDATA, this);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &Transfer::onRequest);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
}

Transfer::~Transfer()
{
    leaveLane();
    m_engine->deadlines().remove(&deadline);
}

std::unique_ptr<Attempt> Transfer::begin(Outgoing outgoing, AttemptListener *listener)
{
    auto attempt = std::make_unique<Attempt>(this);
    ++m_serial;
    m_asked = false;
    m_attempt = attempt.get();
    m_listener = listener;
    m_outgoing = std::move(outgoing);
    m_started = m_lastByte = m_engine->now();
    if (m_outgoing.upload)
        m_outgoing.upload->listen(this);
    if (Result<> prepared = m_handle.set(m_outgoing); !prepared) {
        end(std::move(prepared));
        return attempt;
    }
    schedule();
    m_lane = m_engine->laneWithRoom();
    if (!m_lane->add(m_handle.curl())) {
        m_lane = nullptr;
        end(Failure {Error {Fault::Internal, "libcurl did not take the request"}});
    }
    return attempt;
}

// libcurl is about to send the request. When a kept connection dies before any byte of the answer it would send it once more
// on another: the provider might answer, and bill, twice. Whether to try again is for those who see the whole call.
int Transfer::onRequest(void *self, char *, char *, int, int)
{
    auto *transfer = static_cast<Transfer *>(self);
    if (!std::exchange(transfer->m_asked, true))
        return CURL_PREREQFUNC_OK;
    transfer->m_refusal = "it closed the connection before the first byte";
    return CURL_PREREQFUNC_ABORT;
}

Instant Transfer::nextDeadline() const
{
    const Timeouts &limits = m_outgoing.timeouts;
    Instant next = Instant::max();
    if (isUploading() && !m_head.isComplete())
        return m_uploadWaits || uploadLimit().count() == 0 ? next : m_lastByte + uploadLimit();
    if (limits.total.count() > 0)
        next = m_started + limits.total;
    if (!m_head.isComplete() && limits.firstByte.count() > 0)
        next = std::min(next, m_started + limits.firstByte);
    if (m_head.isComplete() && limits.idle.count() > 0 && !m_paused)
        next = std::min(next, m_lastByte + limits.idle);
    return next;
}

/// The queue may hold an earlier deadline than the true one: bytes only move m_lastByte, and onDeadline() looks again.
void Transfer::schedule()
{
    const Instant next = nextDeadline();
    if (next == Instant::max() || (deadline.place && deadline.at <= next))
        return;
    m_engine->deadlines().set(&deadline, next);
    m_engine->wakeBy(next);
}

void Transfer::onDeadline()
{
    const Instant next = nextDeadline();
    m_engine->deadlines().remove(&deadline);
    if (next > m_engine->now())
        return schedule();
    Error error = timeoutError();
    leaveLane();
    end(Failure {std::move(error)});
}

Error Transfer::timeoutError() const
{
    const Timeouts &limits = m_outgoing.timeouts;
    const Instant now = m_engine->now();
    const std::string whom = placeOf(m_handle.url());
    if (isUploading() && !m_head.isComplete())
        return {Fault::Timeout,
            "The time-out of " + inWords(uploadLimit()) + " passed while " + whom + " took nothing of the request"};
    if (limits.total.count() > 0 && m_started + limits.total <= now)
        return {Fault::Timeout,
            "The total time-out of " + inWords(limits.total) + " passed before " + whom + " had answered in full"};
    if (!m_head.isComplete())
        return {
            Fault::Timeout, "The first byte time-out of " + inWords(limits.firstByte) + " passed without an answer from " + whom};
    return {Fault::Timeout, "The idle time-out of " + inWords(limits.idle) + " passed without another byte from " + whom};
}

void Transfer::cancel()
{
    m_engine->tick();
    m_attempt = nullptr;
    leaveLane();
    recycle();
}

void Transfer::pause()
{
    m_paused = true;
}

void Transfer::resume()
{
    if (!m_paused)
        return;
    m_engine->tick();
    m_paused = false;
    m_lastByte = m_engine->now();
    readOn();
    if (!m_outcome)
        schedule();
    if (hasNews()) {
        m_engine->markReady(this);
        m_engine->wakeBy(m_engine->now());
    }
}

/// Lets libcurl go on, which hands over at once what it had kept.
void Transfer::readOn()
{
    if (!m_lane || !m_curlPaused)
        return;
    m_curlPaused = false;
    const int stillPaused = m_uploadWaits ? CURLPAUSE_SEND : CURLPAUSE_CONT;
    if (const CURLcode code = curl_easy_pause(m_handle.curl(), stillPaused); code != CURLE_OK)
        onDone(code);
    else
        m_engine->wakeBy(m_lane->deadline());
}

void Transfer::abandon()
{
    if (m_attempt)
        m_attempt->m_transfer = nullptr;
    m_attempt = nullptr;
}

void Transfer::leaveLane()
{
    if (Lane *lane = std::exchange(m_lane, nullptr))
        lane->remove(m_handle.curl());
}

std::size_t Transfer::onHeaderLine(char *data, std::size_t, std::size_t size, void *self)
{
    return static_cast<Transfer *>(self)->takeLine({data, size});
}

std::size_t Transfer::onBody(char *data, std::size_t, std::size_t size, void *self)
{
    return static_cast<Transfer *>(self)->takeBody({data, size});
}

std::size_t Transfer::takeLine(std::string_view line)
{
    const bool wasComplete = m_head.isComplete();
    if (!m_head.takeLine(line)) {
        m_refusal = m_head.complaint();
        return 0;
    }
    if (m_head.isComplete() && !wasComplete) {
        m_lastByte = m_engine->now();
        if (isUploading())
            m_started = m_lastByte;
        schedule();
        m_engine->markReady(this);
    }
    return line.size();
}

std::size_t Transfer::takeBody(std::string_view bytes)
{
    // libcurl reads a hundred buffers in a row where so much is there: too much for the listener to hold back.
    if (m_paused || m_bytes.size() >= pieceLimit) {
        m_curlPaused = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    m_received += bytes.size();
    if (m_head.status() >= 400 && m_received > m_engine->settings().maxErrorBody) {
        m_refusal = "it is an error longer than " + std::to_string(m_engine->settings().maxErrorBody) + " bytes";
        return 0;
    }
    m_lastByte = m_engine->now();
    m_bytes.append(bytes);
    m_engine->markReady(this);
    return bytes.size();
}

void Transfer::onDone(CURLcode code)
{
    const int osError = m_handle.osError();
    leaveLane();
    if (m_uploadError)
        return end(Failure {*std::exchange(m_uploadError, std::nullopt)});
    if (!m_refusal.empty())
        return end(
            Failure {Error {Fault::ApiConnection, "The answer of " + placeOf(m_handle.url()) + " cannot be used: " + m_refusal}});
    if (code == CURLE_OK && m_head.isComplete())
        return end({});
    if (m_handle.metPrivatePlace())
        return end(Failure {Error {Fault::Forbidden, placeOf(m_handle.url()) + " is not a public address"}});
    if (code == CURLE_OK)
        code = CURLE_WEIRD_SERVER_REPLY;
    end(Failure {explain({.code = code,
        .osError = osError,
        .url = m_handle.url(),
        .text = m_handle.errorText(),
        .answered = m_head.isComplete(),
        .connectLimit = m_outgoing.timeouts.connect})});
}

void Transfer::end(Result<> outcome)
{
    m_engine->deadlines().remove(&deadline);
    m_outcome = std::move(outcome);
    m_engine->markReady(this);
}

bool Transfer::hasNews() const
{
    return m_listener && ((m_head.isComplete() && !m_headTold) || !m_bytes.empty() || m_outcome);
}

void Transfer::deliver(const bool &engineIsAlive)
{
    if (!hasNews() || !deliverHead(engineIsAlive) || !deliverBytes(engineIsAlive))
        return;
    // A failure does not wait for somebody to read on.
    if (m_outcome && (!m_paused || !*m_outcome))
        deliverEnd();
}

bool Transfer::deliverHead(const bool &engineIsAlive)
{
    if (m_headTold || !m_head.isComplete())
        return true;
    m_headTold = true;
    sendOn(); // or, after an error: libcurl sends no more of it then, but does not end either while it thinks that it waits
    const std::uint64_t serial = m_serial;
    m_listener->onHead(m_head.status(), m_head.takeHeaders());
    return engineIsAlive && serial == m_serial;
}

bool Transfer::deliverBytes(const bool &engineIsAlive)
{
    if (m_paused || m_bytes.empty())
        return true;
    const std::uint64_t serial = m_serial;
    std::string bytes;
    bytes.swap(m_bytes); // the attempt may die while the listener still reads them
    m_listener->onBytes(bytes);
    if (!engineIsAlive || serial != m_serial)
        return false;
    if (m_bytes.empty()) {
        bytes.clear();
        bytes.swap(m_bytes);
    }
    if (!m_paused)
        readOn();
    return true;
}

void Transfer::deliverEnd()
{
    AttemptListener *listener = m_listener;
    Result<> outcome = std::move(*m_outcome);
    m_attempt->m_transfer = nullptr;
    recycle(); // first, so that the listener's next request finds this handle
    listener->onEnded(std::move(outcome));
}

void Transfer::recycle()
{
    m_engine->deadlines().remove(&deadline);
    ++m_serial;
    m_attempt = nullptr;
    m_listener = nullptr;
    m_outgoing = {};
    m_head.reset();
    m_received = 0;
    m_headTold = m_paused = m_curlPaused = m_isUploaded = m_uploadWaits = false;
    m_uploadError.reset();
    m_uploaded = 0;
    m_bytes.clear();
    if (m_bytes.capacity() > keptCapacity)
        m_bytes.shrink_to_fit();
    m_refusal.clear();
    m_outcome.reset();
    m_engine->takeBack(this);
}

} // namespace gatehouse::upstream
