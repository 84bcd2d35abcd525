// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/carrier.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/sink.h"
#include "gateway/observe/sinks/spool.h"
#include "gateway/observe/sinks/transport.h"

#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// What the operator should hear of a courier.
struct Complaint {
    enum class Kind {
        Delayed, ///< nothing gets through now; it is sent again
        Refused, ///< reports were dropped: the server will never take them
        Partial, ///< some of a batch were not taken
        Crowded, ///< the oldest report was dropped, too many wait
        Lost,    ///< reports end with the courier: there is no place to keep them
    };
    Kind kind = Kind::Delayed;
    std::size_t reports = 0;
    Answer answer = {}; ///< of the last batch; of none where that is not the reason
};
using Complain = std::function<void(const Complaint &)>;

/// What a courier works with, and how.
struct Office {
    enum class Overflow {
        ToDisk,     ///< what comes when memory is full goes on disk; when that is full too, it is dropped
        DropOldest, ///< what comes when memory is full takes the place of what has waited for the longest time
    };
    Bounds bounds = {};
    std::string directory = {}; ///< where it may keep what waits; empty = in memory only
    Complain complain = {};
    std::chrono::seconds betweenComplaints {60};
    Overflow overflow = Overflow::ToDisk;
};

/// Brings reports to one address, in batches and in order. What does not get through just now is kept, in memory up to the bounds
/// and then on disk, and tried again after pauses that double, as Retry-After says where it does; what will never be taken is
/// dropped, counted and said. Never waits for anything.
class Courier final : public Carrier
{
public:
    Courier(std::unique_ptr<Transport> transport, Habits habits, Office office);
    ~Courier() override;

    void take(std::string report) override;
    void hurry() override;
    bool isAtRest() const override;
    bool isEmpty() const override;
    void keep() override;
    Figures figures() const override;

private:
    /// A batch on its way.
    struct Flight {
        std::vector<std::string> reports = {};
        std::unique_ptr<Transit> transit = {};
    };

    bool isFull(const std::string &report) const;
    void store(std::string report);
    void push(std::string report);
    void dropOldest();
    void refill();
    void send();
    void launch();
    void wait(std::chrono::milliseconds time);
    void onAnswer(Flight &flight, const Answer &answer);
    void onArrived(const Flight &flight, const Answer &answer);
    void onRefused(const Flight &flight, const Answer &answer);
    void onLost(Flight &flight, const Answer &answer);
    void putBack(Flight &flight);
    void landed(const Flight &flight);
    void complain(const Complaint &complaint);
    std::chrono::milliseconds pause(std::chrono::milliseconds asked);

    std::unique_ptr<Transport> m_transport;
    Habits m_habits;
    Office m_office;
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
    Clock::Instant m_complainedAt {};
    std::minstd_rand m_random {std::random_device {}()};
};

} // namespace gatehouse::observe::sinks
