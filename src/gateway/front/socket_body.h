// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/body_source.h"

namespace gatehouse::front {

class Connection;

/// The body of one request of one Connection, handed on as it comes. Owned by whoever answers the request; it and its
/// connection know each other until one of them goes.
class SocketBody final : public wire::BodySource
{
public:
    SocketBody(Connection &connection, std::optional<std::uint64_t> length);
    ~SocketBody() override;

    Result<wire::BodyPiece> read(std::span<char> room) override;
    std::optional<std::uint64_t> length() const override { return m_length; }
    void listen(wire::BodyListener *listener) override { m_listener = listener; }

    // for the connection
    wire::BodyListener *listener() const { return m_listener; }
    void detach() { m_connection = nullptr; }

private:
    Connection *m_connection;
    wire::BodyListener *m_listener = nullptr;
    std::optional<std::uint64_t> m_length;
};

} // namespace gatehouse::front
