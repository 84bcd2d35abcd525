// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/transfer.h"

#include "gateway/upstream/engine.h"
#include "gateway/upstream/explain.h"
#include "gateway/upstream/lane.h"

#include <algorithm>
#include <limits>

namespace gatehouse::upstream {

namespace {

constexpr long readBuffer = 64 * 1024;
constexpr long bulkyBuffer = 512 * 1024;
constexpr std::size_t pieceLimit = 256 * 1024;
constexpr std::size_t keptCapacity = 128 * 1024;

bool isSecure(std::string_view url)
{
    return url.size() > 6 && wire::sameName(url.substr(0, 6), "https:");
}

} // namespace

Transfer::Transfer(Engine *engine)
    : m_engine(engine)
    , m_easy(curl_easy_init())
{
    deadline.owner = this;
    configure();
}

Transfer::~Transfer()
{
    leaveLane();
    m_engine->deadlines().remove(&deadline);
    curl_easy_cleanup(m_easy);
}

void Transfer::configure()
{
    const Settings &settings = m_engine->settings();
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeaderLine);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, &Engine::onSocketOpened);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTDATA, m_engine);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETFUNCTION, &Engine::onSocketClosing);
    curl_easy_setopt(m_easy, CURLOPT_CLOSESOCKETDATA, m_engine);
    curl_easy_setopt(m_easy, CURLOPT_SHARE, m_engine->share());
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPIDLE, 60L);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPINTVL, 15L);
    curl_easy_setopt(m_easy, CURLOPT_BUFFERSIZE, readBuffer);
    // A burst to a provider that is not connected yet waits for ALPN's word and then shares one HTTP/2 connection.
    curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, 1L);
    setTrust();
    curl_easy_setopt(m_easy, CURLOPT_IPRESOLVE, settings.forceIpv4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_WHATEVER);
    if (!m_engine->proxies().any) {
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
        curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "");
    }
    setRoute();
}

void Transfer::setTrust()
{
    const Settings &settings = m_engine->settings();
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, settings.verifyPeer ? 1L : 0L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, settings.verifyPeer ? 2L : 0L);
    const bool ownFile = !settings.caFile.empty();
    if (ownFile)
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, settings.caFile.c_str());
    // libcurl keeps the authorities of a file in memory, but not when a directory is named too, as distributions do: then
    // it reads them all for each connection, which takes 29 ms instead of 0.8 ms.
    if (ownFile || curl_version_info(CURLVERSION_NOW)->cainfo)
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr);
}

std::unique_ptr<Attempt> Transfer::begin(Outgoing outgoing, AttemptListener *listener)
{
    auto attempt = std::make_unique<Attempt>(this);
    ++m_serial;
    m_attempt = attempt.get();
    m_listener = listener;
    m_outgoing = std::move(outgoing);
    m_started = m_lastByte = m_engine->now();
    if (Result<> prepared = prepare(); !prepared) {
        end(std::move(prepared));
        return attempt;
    }
    schedule();
    m_lane = m_engine->laneWithRoom();
    if (!m_lane->add(m_easy)) {
        m_lane = nullptr;
        end(Failure {Error {Fault::Internal, "libcurl did not take the request"}});
    }
    return attempt;
}

Result<> Transfer::prepare()
{
    if (!isToken(m_outgoing.method))
        return Failure {Error {Fault::InvalidRequest, "The method of the request to the provider is not valid"}};
    if (!m_headers.fill(m_outgoing.headers))
        return Failure {Error {Fault::InvalidRequest, "The header " + m_headers.culprit() + " cannot be sent to a provider"}};
    if (m_outgoing.url != m_url) {
        if (curl_easy_setopt(m_easy, CURLOPT_URL, m_outgoing.url.c_str()) != CURLE_OK)
            return Failure {Error {Fault::InvalidRequest, "The provider's address cannot be used"}};
        m_url = m_outgoing.url;
        if (isSecure(m_url) != m_secure)
            setRoute();
    }
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers.list());
    setMethod();
    if (m_withBody)
        setBody();
    if (m_outgoing.timeouts.connect != m_connect) {
        m_connect = m_outgoing.timeouts.connect;
        // 0 would be libcurl's default of five minutes.
        const auto limit = m_connect.count() > 0 ? m_connect.count() : std::numeric_limits<int>::max();
        curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limit));
    }
    return {};
}

/// HTTP/2 in clear would need an upgrade nobody offers, and asking for it makes parallel requests wait for each other.
void Transfer::setRoute()
{
    m_secure = isSecure(m_url);
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, m_secure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1);
    const std::string &proxy = m_engine->proxies().plainHttp;
    if (!proxy.empty())
        curl_easy_setopt(m_easy, CURLOPT_PROXY, m_secure ? nullptr : proxy.c_str());
}

void Transfer::setMethod()
{
    const std::string &method = m_outgoing.method;
    const bool withBody = method == "POST" || !m_outgoing.body.empty();
    if (method == m_method && withBody == m_withBody)
        return;
    m_method = method;
    m_withBody = withBody;
    curl_easy_setopt(m_easy, withBody ? CURLOPT_POST : CURLOPT_HTTPGET, 1L);
    const bool isHead = method == "HEAD" && !withBody;
    if (isHead)
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
    const bool isPlain = isHead || method == (withBody ? "POST" : "GET");
    curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, isPlain ? nullptr : method.c_str());
}

void Transfer::setBody()
{
    const std::string &body = m_outgoing.body;
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, body.data()); // not copied: m_outgoing lives as long as the attempt
    if (!m_bulky && body.size() > static_cast<std::size_t>(readBuffer)) {
        m_bulky = true;
        curl_easy_setopt(m_easy, CURLOPT_UPLOAD_BUFFERSIZE, bulkyBuffer);
    }
}

Instant Transfer::nextDeadline() const
{
    const Timeouts &limits = m_outgoing.timeouts;
    Instant next = Instant::max();
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
    const std::string whom = placeOf(m_url);
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
    if (const CURLcode code = curl_easy_pause(m_easy, CURLPAUSE_CONT); code != CURLE_OK)
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
        lane->remove(m_easy);
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
    long osError = 0;
    curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &osError);
    leaveLane();
    if (!m_refusal.empty())
        return end(Failure {Error {Fault::ApiConnection, "The answer of " + placeOf(m_url) + " cannot be used: " + m_refusal}});
    if (code == CURLE_OK && m_head.isComplete())
        return end({});
    if (code == CURLE_OK)
        code = CURLE_WEIRD_SERVER_REPLY;
    end(Failure {explain({.code = code,
        .osError = static_cast<int>(osError),
        .url = m_url,
        .text = m_errorText.data(),
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
    m_headTold = m_paused = m_curlPaused = false;
    m_bytes.clear();
    if (m_bytes.capacity() > keptCapacity)
        m_bytes.shrink_to_fit();
    m_refusal.clear();
    m_outcome.reset();
    m_engine->takeBack(this);
}

} // namespace gatehouse::upstream
