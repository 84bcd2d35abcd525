// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/socket_body.h"

#include "gateway/front/connection.h"

namespace gatehouse::front {

SocketBody::SocketBody(Connection &connection, std::optional<std::uint64_t> length)
    : m_connection(&connection)
    , m_length(length)
{
}

SocketBody::~SocketBody()
{
    if (m_connection)
        m_connection->forgetBody();
}

Result<wire::BodyPiece> SocketBody::read(std::span<char> room)
{
    if (!m_connection)
        return Failure {Error {Fault::ClientGone, "the client closed the connection"}};
    return m_connection->readBody(room);
}

} // namespace gatehouse::front
