// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/socket_reply.h"

#include "gateway/front/connection.h"
#include "gateway/front/response_head.h"

#include <array>
#include <charconv>
#include <utility>

namespace gatehouse::front {

namespace {

/// From this size on a piece goes out by itself, uncopied; smaller ones wait for each other until the end of the turn.
constexpr std::size_t largePiece = 16 * 1024;

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

/// "1a2b" and a line end: what stands before a chunk.
class ChunkSize
{
public:
    explicit ChunkSize(std::size_t size)
    {
        char *end = std::to_chars(m_text.data(), m_text.data() + m_text.size() - 2, size, 16).ptr;
        *end++ = '\r';
        *end++ = '\n';
        m_length = static_cast<std::size_t>(end - m_text.data());
    }
    std::string_view text() const { return {m_text.data(), m_length}; }

private:
    std::array<char, 18> m_text {};
    std::size_t m_length;
};

} // namespace

SocketReply::SocketReply(Connection &connection, Manner manner)
    : m_connection(&connection)
    , m_manner(manner)
{
}

SocketReply::~SocketReply()
{
    if (!m_connection)
        return;
    abort();
    if (m_connection)
        m_connection->forget();
}

bool SocketReply::mayWrite() const
{
    return m_connection && m_connection->isAlive();
}

std::string SocketReply::textOf(const wire::Head &head, Framing framing)
{
    m_closes = m_manner.isOld || m_connection->mustClose();
    m_isBodyless = m_manner.isHeadOnly || hasNoBody(head.status);
    framing.close = m_closes;
    if (hasNoBody(head.status))
        framing.kind = Framing::NoBody;
    return headText(head, framing, m_connection->date());
}

void SocketReply::send(wire::Head head, std::string body)
{
    if (!mayWrite() || m_phase != Phase::Fresh)
        return;
    const std::string text = textOf(head, {Framing::Length, body.size()});
    m_connection->write({text, m_isBodyless ? std::string_view() : body});
    finish();
}

void SocketReply::begin(wire::Head head)
{
    if (!mayWrite() || m_phase != Phase::Fresh)
        return;
    m_phase = Phase::Begun;
    m_out = textOf(head, {m_manner.isOld ? Framing::UntilClose : Framing::Chunked});
    m_connection->scheduleTurn();
}

void SocketReply::onTurn()
{
    if (mayWrite())
        flush();
}

void SocketReply::write(std::string_view bytes)
{
    if (!mayWrite() || m_phase != Phase::Begun || m_isBodyless || bytes.empty())
        return;
    const std::string_view lineEnd = m_manner.isOld ? "" : "\r\n";
    if (!m_manner.isOld)
        m_out.append(ChunkSize(bytes.size()).text());
    if (bytes.size() >= largePiece) {
        m_connection->write({m_out, bytes, lineEnd});
        m_out.clear();
        return;
    }
    m_out.append(bytes).append(lineEnd);
    // What the connection does not know of it cannot count towards the high-water mark.
    if (m_out.size() >= largePiece || pending() > highWater)
        flush();
    else
        m_connection->scheduleTurn();
}

void SocketReply::flush()
{
    if (m_out.empty())
        return;
    m_connection->write({m_out});
    m_out.clear();
}

void SocketReply::end()
{
    if (!mayWrite() || m_phase != Phase::Begun)
        return;
    if (!m_isBodyless && !m_manner.isOld)
        m_out.append("0\r\n\r\n");
    flush();
    finish();
}

void SocketReply::finish()
{
    m_phase = Phase::Done;
    Connection *connection = std::exchange(m_connection, nullptr);
    connection->answered(m_closes);
}

void SocketReply::abort()
{
    if (m_phase == Phase::Done || !mayWrite())
        return;
    flush(); // what was written before is still the client's
    m_phase = Phase::Done;
    Connection *connection = std::exchange(m_connection, nullptr);
    // Where the body ends with the connection, a regular close would make half an answer look whole.
    connection->aborted(m_manner.isOld);
}

std::size_t SocketReply::pending() const
{
    return mayWrite() ? m_connection->pending() + m_out.size() : 0;
}

void SocketReply::listen(wire::ReplyListener *listener)
{
    m_listener = listener;
    if (m_listener && m_connection && m_connection->hasNews())
        m_connection->scheduleTurn();
}

} // namespace gatehouse::front
