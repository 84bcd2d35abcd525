// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gatehouse::wire {

/// Hears of a body that comes in pieces. Called from the worker's event loop, never from inside a call into the source.
class BodyListener
{
public:
    virtual void onBodyReady() = 0; ///< read() has news, after it had none

protected:
    ~BodyListener() = default;
};

/// What one read() of a body gave.
struct BodyPiece {
    std::size_t size = 0; ///< bytes that were put into the reader's room
    bool isEnd = false;   ///< the body is complete; size is 0
};

/// A body that is read as it comes and is nowhere whole in memory: a client's upload, or what is sent on of it. Whoever reads
/// sets the pace: of what is not read, some highWater bytes are kept, and the rest waits where it comes from. Lives on one
/// worker thread, owned by its reader.
class BodySource
{
public:
    static constexpr std::size_t highWater = 256 * 1024;

    virtual ~BodySource() = default;

    /// Moves the next bytes into \a room, which is not empty. Nothing, and not the end either: more will come, and the listener
    /// hears of it. After a failure nothing more comes.
    virtual Result<BodyPiece> read(std::span<char> room) = 0;
    /// How many bytes there are in all, where that is known before the end.
    virtual std::optional<std::uint64_t> length() const = 0;
    /// \a listener is told of news until another (or nullptr) takes its place.
    virtual void listen(BodyListener *listener) = 0;
};

} // namespace gatehouse::wire
