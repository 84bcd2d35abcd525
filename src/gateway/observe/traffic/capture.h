// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/traffic/settings.h"
#include "gateway/observe/traffic/tape.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::traffic {

/// How far a call has come.
enum class Phase : std::uint8_t {
    Queued,    ///< it has come in
    Routing,   ///< it is admitted; a deployment is looked for, or waited for
    Waiting,   ///< a provider was asked
    Streaming, ///< the caller gets its answer
};
std::string_view toString(Phase phase);

/// How much of what runs is held in memory by all captures together. Any thread.
class Purse
{
public:
    /// Up to \a wanted bytes, of the \a most there are; how many is returned.
    std::size_t take(std::size_t wanted, std::size_t most);
    void giveBack(std::size_t bytes) { m_taken.fetch_sub(bytes, std::memory_order_relaxed); }
    std::size_t taken() const { return m_taken.load(std::memory_order_relaxed); }

private:
    std::atomic<std::size_t> m_taken {0};
};

/// One exchange while it runs: what is known of it, and what has passed on its wires. Its worker writes, anybody may look; each
/// call holds one short lock that nobody but a reader ever shares. What it holds is as it passed: whoever shows or keeps any of
/// it redacts it first (redaction.h), with the secrets that it names.
class Capture
{
public:
    using Elapsed = std::chrono::microseconds; ///< since the caller's request was read

    /// What of the request is needed to send it once more.
    struct Door {
        std::string model = {}; ///< of the path
        bool streams = false;   ///< the path asks for a stream
    };

    /// \a begun is what is known at the door. Without a \a purse no wires are kept.
    Capture(const Receipt &begun, Door door, const Settings &settings, std::shared_ptr<Purse> purse);
    ~Capture();
    Capture(const Capture &) = delete;
    Capture &operator=(const Capture &) = delete;

    bool keepsWires() const { return m_purse != nullptr; }
    const Door &door() const { return m_door; }
    const std::string &callId() const { return m_soFar.callId; } ///< which never changes

    // For the worker. Nothing of this changes the exchange.
    void setId(std::uint64_t id); ///< in the ring, once
    void addSecret(std::string_view secret);
    void setRequest(const RequestHead &head, std::string_view body);
    void addRequest(std::string_view body); ///< what came behind the head
    void setAdmitted(const Receipt &receipt);
    void addDecision(const Decision &decision);
    std::size_t addAttempt(
        const std::shared_ptr<const Station> &station, const std::string &group, const std::string &model, bool isCopy);
    void setSent(std::size_t attempt, const RequestHead &head, std::string_view body);
    void setAnswered(std::size_t attempt, int status, const wire::Headers &headers, Elapsed at);
    void addAnswer(std::size_t attempt, std::string_view bytes, Elapsed at);
    void setReply(int status, const wire::Headers &headers, Elapsed at);
    void addReply(std::string_view bytes, Elapsed at);
    /// The call has ended: \a receipt is what came of it.
    void end(std::shared_ptr<const Receipt> receipt);

    // For those who look.
    std::uint64_t id() const { return m_id.load(std::memory_order_relaxed); }
    Phase phase() const { return m_phase.load(std::memory_order_relaxed); }
    std::uint64_t replyBytes() const { return m_replyBytes.load(std::memory_order_relaxed); }
    bool hasEnded() const;
    /// A receipt with what is known by now; the final one when it has ended.
    std::shared_ptr<const Receipt> receipt() const;
    /// A copy of what has passed by now.
    Passed look() const;
    /// Takes away what passed, when the call has ended.
    Tape take();

private:
    /// What a wire carried.
    struct Load {
        std::size_t kept = 0;
        bool isCut = false;
    };
    Load &loadAt(Place place);
    void begin(Place place, const RequestHead &head, std::string_view body);
    void add(Place place, std::string_view bytes, Elapsed at);
    std::size_t grant(std::size_t wanted);

    const Door m_door;
    const std::size_t m_wireBytes, m_mostBytes;
    std::shared_ptr<Purse> m_purse;
    std::atomic<std::uint64_t> m_id {0};
    std::atomic<Phase> m_phase {Phase::Queued};
    std::atomic<std::uint64_t> m_replyBytes {0};

    mutable std::mutex m_lock; // of all below
    Receipt m_soFar;
    std::shared_ptr<const Receipt> m_final;
    Tape m_tape;
    std::vector<Load> m_loads; // of the caller's request and answer, then of each attempt's
    std::size_t m_attempts = 0;
    std::size_t m_taken = 0; // of the purse
};

} // namespace gatehouse::observe::traffic
