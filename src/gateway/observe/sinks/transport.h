// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace gatehouse::observe::sinks {

/// What became of a batch that was sent.
struct Answer {
    enum class Verdict {
        Arrived,
        Later,   ///< not now: it is worth while to send it again
        TooMuch, ///< half of it may be taken
        Never,
    };
    Verdict verdict = Verdict::Later;
    int status = 0;                     ///< of HTTP; 0 = there was none
    std::string trouble {};             ///< why it did not arrive
    std::size_t refused = 0;            ///< reports of it that were not taken though it arrived
    std::chrono::milliseconds wish {0}; ///< how long the server wants to be left alone
};

/// A batch on its way. Destroying it gives it up.
class Transit
{
public:
    virtual ~Transit() = default;
};

/// The way to one address, one protocol each. Lives on the observer's thread and outlives what is on its way.
class Transport
{
public:
    using Told = std::function<void(const Answer &)>;
    virtual ~Transport() = default;
    /// Sends \a reports, once; they stay where they are as long as the transit. \a told is called once, from the event loop and
    /// never from inside send(); it may destroy the transit.
    virtual std::unique_ptr<Transit> send(std::span<const std::string> reports, Told told) = 0;
};

} // namespace gatehouse::observe::sinks
