// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/socket_guard.h"

#include <algorithm>
#include <utility>

namespace gatehouse::front {

namespace {

/// What is reserved on a client's word alone; a larger body grows as it comes.
constexpr std::size_t trustedLength = 1024 * 1024;

} // namespace

SocketGuard::SocketGuard(const Limits &limits)
    : m_bodyLimit(limits.bodyBytes)
    , m_wholeLimit(limits.wholeBytes)
    , m_head(limits.headerBytes)
    , m_chunks(limits.bodyBytes, limits.headerBytes)
{
}

void SocketGuard::reset()
{
    m_head.reset();
    m_chunks.reset();
    std::string().swap(m_body);
    m_readAt = 0;
    m_taken = 0;
    m_refusal = {};
    m_state = State::Idle;
    m_owesContinue = false;
}

void SocketGuard::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
}

std::size_t SocketGuard::take(std::string_view bytes)
{
    std::size_t taken = 0;
    if (m_state == State::Idle || m_state == State::Head)
        taken = takeHead(bytes);
    if (m_state == State::Body)
        taken += takeBody(bytes.substr(taken));
    return taken;
}

std::size_t SocketGuard::takeHead(std::string_view bytes)
{
    const std::size_t taken = m_head.take(bytes);
    if (taken)
        m_state = State::Head;
    if (m_head.refusal())
        refuse(*m_head.refusal());
    else if (m_head.isComplete())
        onHead();
    return taken;
}

void SocketGuard::onHead()
{
    if (m_head.contentLength() > m_bodyLimit)
        return refuse({413, "The request body is too large."});
    if (!m_head.isChunked() && !m_head.contentLength()) {
        m_state = State::Complete;
        return;
    }
    m_owesContinue = m_head.expectsContinue();
    if (m_head.isForm() || m_head.contentLength() > m_wholeLimit)
        m_state = State::Undecided;
    else
        hold();
}

void SocketGuard::hold()
{
    m_state = State::Body;
    if (!m_head.isChunked())
        m_body.reserve(std::min<std::size_t>(m_head.contentLength(), trustedLength) + padding);
}

void SocketGuard::pass()
{
    m_state = State::Body;
}

std::size_t SocketGuard::read(std::span<char> room)
{
    const std::size_t size = std::min(room.size(), waiting());
    std::copy_n(m_body.data() + m_readAt, size, room.data());
    m_readAt += size;
    if (m_readAt > m_body.size() / 2) {
        m_body.erase(0, m_readAt);
        m_readAt = 0;
    }
    return size;
}

void SocketGuard::discard()
{
    m_body.clear();
    m_readAt = 0;
}

std::size_t SocketGuard::takeBody(std::string_view bytes)
{
    if (!bytes.empty())
        m_owesContinue = false; // the client did not wait for it
    return m_head.isChunked() ? takeChunks(bytes) : takeLength(bytes);
}

std::size_t SocketGuard::takeLength(std::string_view bytes)
{
    const std::size_t size = std::min<std::size_t>(bytes.size(), m_head.contentLength() - m_taken);
    const std::size_t needed = m_body.size() + size + padding;
    if (needed > m_body.capacity())
        m_body.reserve(std::min<std::size_t>(std::max(needed, m_body.capacity() * 2), m_head.contentLength() + padding));
    m_body.append(bytes.substr(0, size));
    m_taken += size;
    if (m_taken == m_head.contentLength())
        m_state = State::Complete;
    return size;
}

std::size_t SocketGuard::takeChunks(std::string_view bytes)
{
    const std::size_t taken = m_chunks.take(bytes, m_body);
    if (m_chunks.refusal())
        refuse(*m_chunks.refusal());
    else if (m_chunks.isComplete())
        m_state = State::Complete;
    return taken;
}

bool SocketGuard::takeContinue()
{
    return std::exchange(m_owesContinue, false);
}

std::string SocketGuard::takeBody()
{
    if (!m_body.empty() && m_body.capacity() < m_body.size() + padding)
        m_body.reserve(m_body.size() + padding);
    return std::exchange(m_body, {});
}

} // namespace gatehouse::front
