// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/reply.h"

#include <string>

namespace gatehouse::front {

class Connection;
struct Framing;

/// The answer to one request of one Connection. Owned by whoever answers; it and its connection know each other until one
/// of them goes.
class SocketReply final : public wire::Reply
{
public:
    /// How this client wants to be answered.
    struct Manner {
        bool isOld = false;      ///< HTTP/1.0: no chunks
        bool isHeadOnly = false; ///< the request was HEAD: the body is not sent
    };

    SocketReply(Connection &connection, Manner manner);
    ~SocketReply() override;

    void send(wire::Head head, std::string body) override;
    void begin(wire::Head head) override;
    void write(std::string_view bytes) override;
    void end() override;
    void abort() override;
    std::size_t pending() const override;
    void listen(wire::ReplyListener *listener) override;

    // for the connection
    wire::ReplyListener *listener() const { return m_listener; }
    void onTurn();
    bool isFresh() const { return m_phase == Phase::Fresh; }
    void detach() { m_connection = nullptr; }

private:
    enum class Phase { Fresh, Begun, Done };

    bool mayWrite() const;
    std::string textOf(const wire::Head &head, Framing framing);
    void flush();
    void finish();

    Connection *m_connection;
    wire::ReplyListener *m_listener = nullptr;
    std::string m_out; // begun and written in this turn of the loop; goes out at its end, with one system call
    Manner m_manner;
    Phase m_phase = Phase::Fresh;
    bool m_isBodyless = false;
    bool m_closes = false; // the client was told that the connection ends with this answer
};

} // namespace gatehouse::front
