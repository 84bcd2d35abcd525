// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/signal.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe {

/// What GET /events tells of.
enum class EventKind : std::uint8_t {
    RequestStarted,
    FirstToken,
    Progress,
    RequestDone,
    RequestFailed,
    Breaker,
    Budget,
    ConfigChanged,
    RecordChanged,
    Database,
    Tick,     ///< once a second: what the last one saw
    Stopping, ///< the gateway stops; nothing follows
};
std::string_view toString(EventKind kind); ///< "request_started"
std::optional<EventKind> eventKindFrom(std::string_view name);

struct Event {
    std::uint64_t id = 0; ///< rising
    EventKind kind = EventKind::Tick;
    std::string data; ///< a JSON object
};

/// Hands on what happens to whoever listens at the moment. Any thread. As long as nobody does, saying something costs a look at
/// isHeard(). Nobody is waited for: who is slow loses the oldest, and is told how many.
class Events
{
public:
    static constexpr std::size_t mostWaiting = 1000; ///< for one listener

    class Listener;

    bool isHeard() const { return m_heard.load(std::memory_order_relaxed); }
    /// \a data is a JSON object.
    void say(EventKind kind, std::string data);
    void say(const Signal &signal);
    /// Counts \a receipt for the next tick.
    void count(const Receipt &receipt);
    /// A second is over, with so many calls in flight.
    void tick(std::size_t inFlight);
    /// Says that the gateway stops; who listens has heard everything then.
    void end();

    /// From now on \a kinds, a bit for each, are kept for the listener; \a wake is called on any thread, and must not block, when
    /// there is something after there was nothing.
    std::unique_ptr<Listener> listen(std::uint32_t kinds, std::function<void()> wake);

private:
    struct Ear {
        std::uint32_t kinds = 0;
        std::function<void()> wake;
        std::deque<std::shared_ptr<const Event>> waiting;
        std::uint64_t lost = 0;
    };
    struct Sums {
        std::int64_t requests = 0, errors = 0, inputTokens = 0, outputTokens = 0;
        Money spend = {};
    };
    void leave(Ear &ear);

    std::atomic<bool> m_heard {false};
    std::mutex m_lock; // of all below
    std::vector<Ear *> m_ears;
    std::uint64_t m_lastId = 0;
    Sums m_sums;
};

/// One who listens; until it dies. Must not outlive the Events.
class Events::Listener
{
public:
    explicit Listener(Events &events)
        : m_events(events)
    {
    }
    ~Listener() { m_events.leave(m_ear); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    struct Batch {
        std::vector<std::shared_ptr<const Event>> events = {};
        std::uint64_t lost = 0; ///< before the first of them
    };
    /// Up to \a most of what waits.
    Batch take(std::size_t most);

private:
    friend class Events;
    Events &m_events;
    Ear m_ear;
};

} // namespace gatehouse::observe
