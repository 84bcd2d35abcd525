// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/chunk_decoder.h"
#include "gateway/front/head_reader.h"
#include "gateway/front/limits.h"

#include <string>
#include <string_view>

namespace gatehouse::front {

/// Sees the bytes of a client before anybody else and lets through whole, unambiguous requests within the limits, one at a
/// time. Knows no socket and no clock: bytes in, a verdict out. Part of a Connection.
class SocketGuard
{
public:
    enum class State {
        Idle,     ///< nothing of a request has come
        Head,     ///< waiting for the rest of a head
        Body,     ///< waiting for the rest of a body
        Complete, ///< a whole request is here; nothing more is taken until reset()
        Refused,  ///< see refusal(); nothing more is taken
    };

    explicit SocketGuard(const Limits &limits);

    /// Takes what belongs to the request that is being read; returns how many bytes that were.
    std::size_t take(std::string_view bytes);
    State state() const { return m_state; }
    Refusal refusal() const { return m_refusal; }
    const HeadReader &head() const { return m_head; }
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
    void refuse(const Refusal &refusal);

    std::size_t m_bodyLimit;
    HeadReader m_head;
    ChunkDecoder m_chunks;
    std::string m_body;
    Refusal m_refusal;
    State m_state = State::Idle;
    bool m_owesContinue = false;
};

} // namespace gatehouse::front
