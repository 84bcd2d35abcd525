// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/sink.h"
#include "gateway/observe/sinks/spool.h"
#include "gateway/upstream/client.h"

#include <QTimer>

#include <deque>
#include <list>
#include <memory>
#include <random>
#include <string>

namespace gatehouse::observe::sinks {

/// What a courier works with.
struct Office {
    upstream::Client &client;
    Bounds bounds = {};
    std::chrono::milliseconds interval {0}; ///< between batches, in place of the sink's own; 0 = its own
    std::string directory = {};             ///< where it may keep what waits; empty = in memory only
    Warn warn = {};
};

/// Sends a sink's reports over HTTP, in batches. What cannot be sent just now (no connection, 401, 403, 404, 408, 429, 5xx) is
/// kept, in memory up to the bounds and then on disk, and tried again after pauses that double, as Retry-After says where it
/// does; what the server will never take (any other 4xx) is dropped and said. Never waits for anything.
class Courier final : public Carrier
{
public:
    Courier(std::string name, std::unique_ptr<Sink> sink, Office office);
    ~Courier() override;

    void take(std::string report) override;
    void hurry() override;
    bool isAtRest() const override;
    bool isEmpty() const override;
    void keep() override;
    Figures figures() const override;
    Sink &sink() { return *m_sink; }

private:
    class Flight;

    void push(std::string report);
    void refill();
    void send();
    void launch();
    void wait(std::chrono::milliseconds time);
    void onArrived(Flight &flight);
    void onRefused(Flight &flight);
    void onLost(Flight &flight);
    void putBack(Flight &flight);
    void landed(const Flight &flight);
    void say(const std::string &what);
    std::chrono::milliseconds pause(std::chrono::milliseconds asked);

    std::string m_name;
    std::unique_ptr<Sink> m_sink;
    Office m_office;
    Habits m_habits;
    std::size_t m_batch; // that the server takes
    std::deque<std::string> m_waiting;
    std::size_t m_bytes = 0; // of m_waiting
    std::list<Flight> m_flights;
    Spool m_spool;
    std::size_t m_loaded = 0; // reports from disk that have not arrived
    QTimer m_timer;           // until the next batch
    bool m_isPausing = false; // … which is to be tried again
    int m_failures = 0;       // in a row
    Figures m_figures;
    Clock::Instant m_saidAt {};
    std::minstd_rand m_random {std::random_device {}()};
};

} // namespace gatehouse::observe::sinks
