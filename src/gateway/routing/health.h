// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/fault.h"
#include "gateway/routing/breaker.h"
#include "gateway/routing/cooldown.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::routing {

/// Where a deployment's live figures are kept: given once for each id, the same for as long as the program runs, so that
/// a reload of the configuration forgets nothing.
using Slot = std::uint32_t;

class HealthSlots;

/// How one attempt ended, as far as routing learns from it.
struct Ended {
    std::optional<Fault> fault = {};                          ///< none = it worked
    int status = 0;                                           ///< towards the caller: 429, 500 …; 200 when it worked
    std::string reason = {};                                  ///< of a failure, in words without secrets; shown to administrators
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< as the provider asked
    std::chrono::microseconds duration {0};
    std::chrono::microseconds firstToken {0}; ///< of a stream; 0 = none came
    std::int64_t inputTokens = 0, outputTokens = 0;
    bool stream = false;
};

/// What is shown of one deployment's health.
struct Standing {
    BreakerState state = BreakerState::Closed;
    std::string reason = {};                  ///< why it rests: the start of the last error
    int status = 0;                           ///< of that error
    std::chrono::milliseconds left {0};       ///< until it is tried again; 0 = now
    std::chrono::milliseconds outageLeft {0}; ///< of a simulated outage; 0 = none
    int inFlight = 0;
    std::int64_t requestsThisMinute = 0, failuresThisMinute = 0, tokensThisMinute = 0;
    std::optional<std::chrono::microseconds> latency = {}; ///< smoothed, of whole answers
    double errorRate = 0;                                  ///< smoothed, 0 … 1
};

/// The live figures of all deployments: what is in flight, what this minute has used, how fast answers came, who rests and why.
/// One for all workers. Reading and counting are atomics in arrays, so that a choice among a thousand deployments walks through a
/// few kilobytes; what happens on failures only stands behind a small lock. Never blocks for long, never allocates on the way of
/// a request.
class Health
{
public:
    Health();
    ~Health();
    Health(const Health &) = delete;
    Health &operator=(const Health &) = delete;

    /// The slot of the deployment \a id, made if it is new.
    Slot enroll(const std::string &id);

    /// An attempt under way: counted from begin() to end(). One that is dropped (the caller left, a race was lost) only stops
    /// being in flight and says nothing about the deployment.
    class Use
    {
    public:
        Use() = default;
        Use(Use &&other) noexcept;
        Use &operator=(Use &&other) noexcept;
        ~Use() { drop(); }
        /// \a rules and \a peers (how many deployments the group has, and whether a fallback stands behind it) decide whether
        /// the deployment rests now. True when it does. A fault of the gateway's own, or a client that left, is a drop().
        bool end(const Ended &ended, const CooldownRules &rules, const Peers &peers, Clock::Instant now);
        void drop();
        /// It is the one request by which a deployment that has rested is tried.
        bool isProbe() const { return m_slots && m_probe != 0; }

    private:
        friend class Health;
        Use(HealthSlots &slots, Slot slot, Breaker::Probe probe)
            : m_slots(&slots)
            , m_slot(slot)
            , m_probe(probe)
        {
        }
        void leave();

        HealthSlots *m_slots = nullptr;
        Slot m_slot = 0;
        Breaker::Probe m_probe = 0;
    };
    /// Tokens of this minute that an attempt has taken ahead of time, by an estimate. Given back when it dies, after end() has
    /// counted what they were in truth.
    class Tokens
    {
    public:
        Tokens() = default;
        Tokens(Tokens &&other) noexcept;
        Tokens &operator=(Tokens &&other) noexcept;
        ~Tokens() { giveBack(); }

    private:
        friend class Health;
        void giveBack();

        HealthSlots *m_slots = nullptr;
        Slot m_slot = 0;
        std::int64_t m_count = 0;
        Clock::Instant m_at = {};
    };
    /// Counts an attempt (in flight, requests of this minute unless takeRequest() \a isTaken it already). A half-open
    /// deployment's probe is taken by it.
    Use begin(Slot slot, Clock::Instant now, bool isTaken = false);

    /// Takes no request now: it rests, or its one probe is out.
    bool isResting(Slot slot, Clock::Instant now) const;
    int inFlight(Slot slot) const;
    std::int64_t requestsThisMinute(Slot slot, Clock::Instant now) const;
    std::int64_t tokensThisMinute(Slot slot, Clock::Instant now) const;
    /// Counts one request of this minute unless \a limit are counted already. Exact under concurrency. begin() must then be told.
    bool takeRequest(Slot slot, std::int64_t limit, Clock::Instant now);

    /// Takes \a count tokens of this minute unless that would be more than \a limit; none then. Exact under concurrency.
    std::optional<Tokens> takeTokens(Slot slot, std::int64_t count, std::int64_t limit, Clock::Instant now);

    Standing standing(Slot slot, Clock::Instant now) const;
    /// "Close now": it takes requests again at once, and its failures are forgotten. Also ends a simulated outage. True when it
    /// was not closed.
    bool close(Slot slot, Clock::Instant now);
    /// It rests until \a until for the reason of \a ended, whatever its figures say: what a failed health check does where these
    /// steer routing. Counts as no request. True when it was closed.
    bool rest(Slot slot, const Ended &ended, Clock::Instant until, Clock::Instant now);
    /// A drill: until \a until every attempt fails as if the provider were down. Clock::Instant() ends it.
    void setOutage(Slot slot, Clock::Instant until);
    bool isInOutage(Slot slot, Clock::Instant now) const;

    /// How many answers latency-based routing averages (max_latency_list_size), up to 64; for answers from now on.
    void keepLatencies(std::size_t samples);
    /// The arrays themselves, for choose().
    const HealthSlots &slots() const { return *m_slots; }

private:
    std::unique_ptr<HealthSlots> m_slots;
};

} // namespace gatehouse::routing
