// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/connection.h"

#include "gateway/front/request_parser.h"
#include "gateway/front/response_head.h"
#include "gateway/front/socket_body.h"
#include "gateway/front/socket_reply.h"

#include <utility>

namespace gatehouse::front {

namespace {

constexpr std::size_t mostAhead = 64 * 1024;            // kept of requests that come before their turn
constexpr std::size_t mostDiscarded = 64 * 1024 * 1024; // read and thrown away after a refusal
constexpr auto lingerTime = std::chrono::seconds(2);    // without a byte of what is thrown away
constexpr auto longestLinger = std::chrono::seconds(30);
constexpr Refusal tooSlow {408, "The request did not arrive in time."};

} // namespace

Connection::Connection(ConnectionHost &host)
    : m_host(host)
    , m_guard(host.limits)
    , m_since(Clock::now())
    , m_progress(m_since)
{
}

Connection::~Connection()
{
    if (m_reply)
        m_reply->detach();
    leaveBody();
}

void Connection::open(std::unique_ptr<Channel> channel)
{
    m_channel = std::move(channel);
    if (m_channel->broken())
        close();
}

void Connection::enter(State state)
{
    m_state = state;
    m_since = m_progress = Clock::now();
}

// --- reading

void Connection::onBytes(std::string_view bytes)
{
    if (m_state == State::Lingering) {
        m_discarded += bytes.size();
        m_progress = Clock::now();
        return m_discarded > mostDiscarded ? close() : void();
    }
    const bool isItsTurn = takesBytes() && m_ahead.empty();
    const std::size_t taken = isItsTurn ? take(bytes) : 0;
    m_ahead.append(bytes.substr(taken));
    if (m_ahead.size() - m_aheadAt >= mostAhead)
        m_channel->setReading(false);
    if (isItsTurn)
        act();
}

void Connection::readAhead()
{
    m_aheadAt += take(std::string_view(m_ahead).substr(m_aheadAt));
    if (m_aheadAt > m_ahead.size() / 2) {
        m_ahead.erase(0, m_aheadAt);
        m_aheadAt = 0;
    }
    if (m_ahead.empty() && m_ahead.capacity() > mostAhead)
        std::string().swap(m_ahead);
    if (m_ahead.size() - m_aheadAt < mostAhead)
        m_channel->setReading(true);
    act();
}

std::size_t Connection::take(std::string_view bytes)
{
    m_progress = Clock::now();
    if (m_guard.state() == SocketGuard::State::Idle)
        m_since = m_progress;
    return m_guard.take(bytes);
}

void Connection::act()
{
    if (m_isPassing)
        passOn();
    else if (m_guard.state() == SocketGuard::State::Refused)
        refuse(m_guard.refusal());
    else if (m_guard.state() == SocketGuard::State::Complete)
        dispatch();
    else if (m_guard.state() == SocketGuard::State::Undecided)
        decide();
    else if (m_guard.takeContinue())
        write({"HTTP/1.1 100 Continue\r\n\r\n"});
}

void Connection::dispatch()
{
    auto request = m_host.parser->parse(m_guard.head().text());
    if (!request)
        return refuse({400, "The request is malformed."});
    dispatch(std::move(*request));
}

void Connection::dispatch(wire::Request request)
{
    if (m_peer.empty())
        m_peer = m_channel->peer();
    const HeadReader &head = m_guard.head();
    SocketReply::Manner manner {head.isOld(), head.isHead()};
    m_closeAfter = head.wantsClose();
    request.method = head.isHead() ? wire::Method::Get : request.method;
    request.isHead = head.isHead();
    request.peer = m_peer;
    request.receivedAt = m_since;
    if (m_isPassing) {
        const auto length = head.isChunked() ? std::nullopt : std::optional(head.contentLength());
        auto body = std::make_unique<SocketBody>(*this, length);
        m_body = body.get();
        request.stream = std::move(body);
    } else {
        request.body = m_guard.takeBody();
        m_guard.reset();
    }

    enter(State::Answering);
    auto reply = std::make_unique<SocketReply>(*this, manner);
    m_reply = reply.get();
    m_host.door(std::move(request), std::move(reply));
}

void Connection::refuse(const Refusal &refusal)
{
    enter(State::Ending);
    write({answerText(refusal, date())});
    afterAnswer();
}

void Connection::onEnd()
{
    m_hasEnded = true;
    if (m_state == State::Ending || m_state == State::Flushing)
        return; // nothing is left to be asked, and the answer may still be read
    onBroken();
}

void Connection::onBroken()
{
    close();
}

// --- answering

void Connection::write(std::initializer_list<std::string_view> parts)
{
    if (m_state == State::Closed)
        return;
    const bool waited = m_channel->pending() > 0;
    m_channel->write(parts);
    if (!waited)
        m_progress = Clock::now();
    m_isFull = m_isFull || m_channel->pending() > wire::Reply::highWater;
    if (m_channel->broken())
        scheduleTurn();
}

std::size_t Connection::pending() const
{
    return m_channel->pending();
}

bool Connection::mustClose() const
{
    return m_closeAfter || m_host.stopping || (m_isPassing && m_guard.state() != SocketGuard::State::Complete);
}

std::string_view Connection::date() const
{
    return m_host.date->text();
}

void Connection::onWritten()
{
    m_progress = Clock::now();
    if (m_state == State::Flushing || m_state == State::Ending)
        return afterAnswer();
    if (m_isFull && pending() <= wire::Reply::highWater / 2)
        tell();
}

void Connection::answered(bool close)
{
    m_reply = nullptr;
    leaveBody();
    enter(close ? State::Ending : State::Flushing);
    afterAnswer();
}

void Connection::afterAnswer()
{
    if (pending())
        return;
    if (m_state == State::Ending || m_hasEnded || m_host.stopping)
        return end();
    m_isFull = false;
    if (std::exchange(m_isPassing, false))
        m_guard.reset();
    enter(State::Reading);
    if (m_ahead.empty())
        m_channel->setReading(true);
    else
        scheduleTurn(); // and not here: this may be a call of a reply, deep inside the answer to the request before
}

/// Ends the connection so that the client gets all of what it was sent.
void Connection::end()
{
    if (m_hasEnded)
        return scheduleTurn();
    enter(State::Lingering);
    m_ahead = {};
    m_aheadAt = 0;
    m_channel->finishWriting();
    m_channel->setReading(true);
}

void Connection::aborted(bool reset)
{
    m_reply = nullptr;
    close(reset);
}

void Connection::forget()
{
    m_reply = nullptr;
    if (m_state == State::Closed)
        scheduleTurn();
}

// --- ends and turns

void Connection::close(bool reset)
{
    if (m_state == State::Closed)
        return;
    m_isGone = m_state == State::Answering && m_reply;
    enter(State::Closed);
    m_channel->close(reset);
    m_ahead = {};
    m_guard.reset();
    scheduleTurn();
    m_host.closed(*this);
}

void Connection::scheduleTurn()
{
    if (std::exchange(m_isScheduled, true))
        return;
    m_host.schedule(*this);
}

void Connection::onTurn()
{
    m_isScheduled = false;
    if (m_state != State::Closed && (m_channel->broken() || (m_hasEnded && m_state != State::Answering && !pending())))
        close();
    if (m_state == State::Reading && !m_ahead.empty())
        return readAhead();
    if (takesBytes() && !m_ahead.empty())
        readAhead();
    tell();
}

void Connection::tell()
{
    if (!m_reply)
        return;
    m_reply->onTurn();
    if (!m_reply || !m_reply->listener())
        return;
    if (m_isGone) {
        m_isGone = false;
        m_reply->listener()->onClientGone();
    } else if (m_isFull && m_state == State::Answering && pending() <= wire::Reply::highWater / 2) {
        m_isFull = false;
        m_reply->listener()->onClientDrained();
    }
}

void Connection::stop()
{
    const bool isIdle = m_state == State::Reading && m_guard.state() == SocketGuard::State::Idle && m_ahead.empty();
    if (isIdle && !m_channel->hasUnread())
        close();
}

void Connection::sweep(Clock::time_point now)
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Lingering)
        return now - m_progress > lingerTime || now - m_since > longestLinger ? close() : void();
    if (pending())
        return now - m_progress > m_host.limits.writeStall ? close(true) : void();
    if (m_state == State::Reading)
        sweepReading(now);
    else if (isUploading() && !m_isHeld && now - m_progress > m_host.limits.bodyIdle) {
        m_guard.refuse(tooSlow);
        passOn();
    }
}

void Connection::sweepReading(Clock::time_point now)
{
    const Limits &limits = m_host.limits;
    const SocketGuard::State reading = m_guard.state();
    if (!m_channel->isReady()) {
        if (now - m_since > limits.headerTime)
            close();
    } else if (reading == SocketGuard::State::Idle) {
        if (now - m_since > limits.keepAliveIdle)
            close();
    } else if (reading == SocketGuard::State::Head ? now - m_since > limits.headerTime : now - m_progress > limits.bodyIdle) {
        refuse(tooSlow);
    }
}

} // namespace gatehouse::front
