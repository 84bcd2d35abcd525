// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/request.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::front {

class Listener;

/// Turns the head of a request into a wire::Request by means of QtHttpServer; the only place that knows of it. QtHttpServer
/// gets no socket of a client: it reads guarded request lines, one at a time, from a socket that is none. The fields behind
/// them were taken apart by the guard already; QtHttpServer reads byte by byte, and they were most of its 9 µs a request. So it
/// has nothing to buffer, to pipeline or to keep alive, and one of it serves all connections of a server. It is asked once for
/// each door that is called: what it made of a line is remembered.
class RequestParser
{
public:
    /// \a listener, which must be listening and outlive the parser, hands over the socket that is none: QtHttpServer takes
    /// sockets in no other way.
    explicit RequestParser(Listener &listener);
    ~RequestParser();

    /// \a head is the text a HeadReader has let through. Nothing, if QtHttpServer cannot make sense of it.
    std::optional<wire::Request> parse(std::string_view head);

private:
    class Feed;
    class Reader;
    struct Line {
        wire::Method method;
        std::string path, query;
    };

    void plugIn();
    std::optional<Line> firstSeen(std::string_view text);
    std::optional<Line> ask(std::string_view text);

    Listener &m_listener;
    std::string m_line; // kept for its capacity
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Feed> m_feed;
    std::map<std::string, Line, std::less<>> m_known; // by their lines
};

} // namespace gatehouse::front
