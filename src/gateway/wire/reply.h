// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/headers.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse::wire {

/// Status and header fields of an answer. The sink adds Content-Length or Transfer-Encoding, Date and Connection.
struct Head {
    int status = 200;
    Headers headers;
};

/// Hears what the client does while an answer is on its way. Called from the worker's event loop, never from inside
/// a call into the Reply.
class ReplyListener
{
public:
    virtual void onClientGone() = 0;    ///< the client hung up; nothing can be written any more
    virtual void onClientDrained() = 0; ///< pending() has fallen to half of the high-water mark after it was above it

protected:
    ~ReplyListener() = default;
};

/// The way back to the client: an abstract sink, so that pipeline/ knows no sockets. Lives on one worker thread.
/// Exactly one of these sequences is allowed: send(); or begin(), write()*, then end() or abort().
/// After the client is gone every call is a harmless no-op. Destroying an unfinished Reply is an abort().
class Reply
{
public:
    /// Above this many bytes not yet taken by the client, whoever feeds the reply stops reading from upstream.
    static constexpr std::size_t highWater = 256 * 1024;

    virtual ~Reply() = default;

    /// A whole answer in one go.
    virtual void send(Head head, std::string body) = 0;
    /// Starts a streamed answer (chunked; for HTTP/1.0 until the connection closes).
    virtual void begin(Head head) = 0;
    virtual void write(std::string_view bytes) = 0;
    /// The stream is complete.
    virtual void end() = 0;
    /// Ends a begun stream so that the client sees it is incomplete: the connection closes without a last chunk.
    virtual void abort() = 0;

    /// Bytes written but not yet taken by the kernel.
    virtual std::size_t pending() const = 0;
    /// \a listener is told of the client's doings until another (or nullptr) takes its place.
    virtual void listen(ReplyListener *listener) = 0;
};

} // namespace gatehouse::wire
