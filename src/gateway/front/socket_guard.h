// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/chunk_decoder.h"
#include "gateway/front/head_reader.h"
#include "gateway/front/limits.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::front {

/// Sees the bytes of a client before anybody else and lets through whole, unambiguous requests within the limits, one at a
/// time. Knows no socket and no clock: bytes in, a verdict out. Part of a Connection.
class SocketGuard
{
public:
    enum class State {
        Idle,      ///< nothing of a request has come
        Head,      ///< waiting for the rest of a head
        Undecided, ///< the head of a form, or of a large body, is here; nothing more is taken until hold() or pass()
        Body,      ///< waiting for the rest of a body
        Complete,  ///< a whole request is here; nothing more is taken until reset()
        Refused,   ///< see refusal(); nothing more is taken
    };

    explicit SocketGuard(const Limits &limits);

    /// Takes what belongs to the request that is being read; returns how many bytes that were.
    std::size_t take(std::string_view bytes);
    State state() const { return m_state; }
    Refusal refusal() const { return m_refusal; }
    const HeadReader &head() const { return m_head; }
    /// The body of the form is to be kept until it is whole.
    void hold();
    /// The body of the form is to be read() as it comes.
    void pass();
    /// Moves the next bytes of a body into \a room; returns how many.
    std::size_t read(std::span<char> room);
    void discard();
    /// Bytes of a body that were taken and not yet read().
    std::size_t waiting() const { return m_body.size() - m_readAt; }
    /// Turns the rest of the request away.
    void refuse(const Refusal &refusal);
    /// True once for a request that waits to be told to go on.
    bool takeContinue();
    /// The body, with room for simdjson's padding behind it.
    std::string takeBody();
    void reset();

    static constexpr std::size_t padding = 64;

private:
    std::size_t takeHead(std::string_view bytes);
    std::size_t takeBody(std::string_view bytes);
    std::size_t takeLength(std::string_view bytes);
    std::size_t takeChunks(std::string_view bytes);
    void onHead();

    std::size_t m_bodyLimit;

    std::size_t m_wholeLimit;
    HeadReader m_head;
    ChunkDecoder m_chunks;
    std::string m_body;
    std::size_t m_readAt = 0;  // what of it was read
    std::uint64_t m_taken = 0; // of a body with a length, read or not
    Refusal m_refusal;
    State m_state = State::Idle;
    bool m_owesContinue = false;
};

} // namespace gatehouse::front
