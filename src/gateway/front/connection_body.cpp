// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The part of a Connection that hands a body on as it comes, while its request is being answered.
#include "gateway/front/connection.h"

#include "gateway/front/request_parser.h"
#include "gateway/front/socket_body.h"
#include "gateway/front/socket_reply.h"

#include <utility>

namespace gatehouse::front {

namespace {

Error errorOf(const Refusal &refusal)
{
    const Fault fault = refusal.status == 413 ? Fault::RequestTooLarge : Fault::InvalidRequest;
    return {fault, std::string(refusal.message), refusal.status};
}

} // namespace

/// The head of a form is here: either its body goes on as it comes, or it is waited for like any other.
void Connection::decide()
{
    auto request = m_host.parser->parse(m_guard.head().text());
    if (!request)
        return refuse({400, "The request is malformed."});
    if (m_host.isStreamed && m_host.isStreamed(*request)) {
        m_guard.pass();
        m_isPassing = true;
        dispatch(std::move(*request));
    } else {
        m_guard.hold();
        act();
    }
    if (takesBytes() && m_guard.state() == SocketGuard::State::Body && !m_ahead.empty())
        readAhead();
}

bool Connection::isUploading() const
{
    return m_isPassing && m_state == State::Answering && m_guard.state() == SocketGuard::State::Body;
}

void Connection::passOn()
{
    if (!m_body)
        return m_guard.discard();
    if (isUploading() && m_guard.waiting() > wire::BodySource::highWater) {
        m_isHeld = true;
        m_channel->setReading(false);
    }
    if (m_body->listener())
        m_body->listener()->onBodyReady();
}

Result<wire::BodyPiece> Connection::readBody(std::span<char> room)
{
    const std::size_t size = m_guard.read(room);
    if (m_guard.waiting() <= wire::BodySource::highWater / 2)
        letGo();
    if (size)
        return wire::BodyPiece {size, false};
    if (m_state != State::Answering)
        return Failure {Error {Fault::ClientGone, "the client closed the connection"}};
    if (m_guard.state() == SocketGuard::State::Refused)
        return Failure {errorOf(m_guard.refusal())};
    if (m_reply && m_reply->isFresh() && m_guard.takeContinue())
        write({"HTTP/1.1 100 Continue\r\n\r\n"});
    return wire::BodyPiece {0, m_guard.state() == SocketGuard::State::Complete};
}

void Connection::forgetBody()
{
    m_body = nullptr;
    m_guard.discard();
    letGo();
}

/// Reads on, if the reader's pace had stopped it.
void Connection::letGo()
{
    if (!std::exchange(m_isHeld, false))
        return;
    m_progress = Clock::now();
    m_ahead.empty() ? m_channel->setReading(true) : scheduleTurn();
}

void Connection::leaveBody()
{
    if (m_body)
        std::exchange(m_body, nullptr)->detach();
    m_isHeld = false;
}

} // namespace gatehouse::front
