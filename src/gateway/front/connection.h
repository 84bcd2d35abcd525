// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/channel.h"
#include "gateway/front/limits.h"
#include "gateway/front/socket_guard.h"
#include "gateway/wire/reply.h"
#include "gateway/wire/request.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::front {

class Connection;
class DateLine;
class RequestParser;
class SocketBody;
class SocketReply;

using Door = std::function<void(wire::Request request, std::unique_ptr<wire::Reply> reply)>;
/// Whether the body of a form, of whose request only the head is known, is handed on as it comes.
using IsStreamed = std::function<bool(const wire::Request &request)>;

/// What all connections of a server share. Owned by Server, outlives them.
struct ConnectionHost {
    Limits limits;
    Door door;
    IsStreamed isStreamed;
    RequestParser *parser = nullptr;
    DateLine *date = nullptr;
    bool stopping = false;
    /// Has the connection's onTurn() called soon, from the event loop.
    std::function<void(Connection &)> schedule;
    /// The connection's channel is closed.
    std::function<void(Connection &)> closed;
};

/// One client: reads its requests one after the other, gives each to the door, and lets its reply write. Answers never
/// interleave, because nothing of the next request is looked at before the last answer has left. Owned by Server, which
/// deletes it once isOver(); lives on its thread.
class Connection final : public ChannelOwner
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Connection(ConnectionHost &host);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void open(std::unique_ptr<Channel> channel);
    /// Closes at once if nothing is being asked or answered, else after the answer.
    void stop();
    /// Ends what has taken too long.
    void sweep(Clock::time_point now);
    /// The call that was asked for by schedule(): from the event loop, so that listeners can be told.
    void onTurn();
    bool isOver() const { return m_state == State::Closed && !m_reply && !m_isScheduled; }

    // for the reply
    bool isAlive() const { return m_state == State::Answering; }
    bool hasNews() const { return m_isGone || m_isFull; } ///< for a listener that comes late
    void write(std::initializer_list<std::string_view> parts);
    std::size_t pending() const;
    bool mustClose() const;
    std::string_view date() const;
    void scheduleTurn();
    /// The answer is complete; with \a close the connection ends after it.
    void answered(bool close);
    /// The answer breaks off.
    void aborted(bool reset);
    /// The reply is being destroyed.
    void forget();

    // for the body that is handed on as it comes
    Result<wire::BodyPiece> readBody(std::span<char> room);
    /// The body is being destroyed; what still comes of it is thrown away.
    void forgetBody();

    // ChannelOwner
    void onBytes(std::string_view bytes) override;
    void onEnd() override;
    void onWritten() override;
    void onBroken() override;

private:
    enum class State {
        Reading,   ///< waits for a request, or for the rest of one
        Answering, ///< a request is at the door
        Flushing,  ///< answered, and some of the answer still waits for the client
        Ending,    ///< the last answer is on its way out
        Lingering, ///< it is out; what the client still sends is thrown away, so that the answer is not lost with a reset
        Closed,
    };

    void enter(State state);
    std::size_t take(std::string_view bytes);
    void readAhead();
    void act();
    void decide();
    void dispatch();
    void dispatch(wire::Request request);
    void refuse(const Refusal &refusal);
    void afterAnswer();
    void end();
    void close(bool reset = false);
    void tell();
    void sweepReading(Clock::time_point now);

    bool isUploading() const;
    bool takesBytes() const { return m_state == State::Reading || (isUploading() && !m_isHeld); }
    void passOn();
    void letGo();
    void leaveBody();

    ConnectionHost &m_host;
    std::unique_ptr<Channel> m_channel;
    SocketReply *m_reply = nullptr; // owned by whoever answers
    SocketBody *m_body = nullptr;   // likewise
    SocketGuard m_guard;
    std::string m_ahead;       // came before its turn
    std::size_t m_aheadAt = 0; // what of it has been taken
    std::string m_peer;
    Clock::time_point m_since;    // of the state, or of the request that is being read
    Clock::time_point m_progress; // the client last sent or took something
    std::size_t m_discarded = 0;
    State m_state = State::Reading;
    bool m_closeAfter = false; // this answer, or this refusal, is the last
    bool m_isScheduled = false;
    bool m_isGone = false;    // the listener has to be told so
    bool m_isFull = false;    // pending() has been above the high-water mark, and not yet below half of it
    bool m_hasEnded = false;  // the client sends no more
    bool m_isPassing = false; // the body of the request that is being answered is handed on as it comes
    bool m_isHeld = false;    // more of it has come than is read
};

} // namespace gatehouse::front
