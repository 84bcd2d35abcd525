// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/courier.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gatehouse::observe::sinks {

using std::chrono::milliseconds;

Courier::Courier(std::unique_ptr<Transport> transport, Habits habits, Office office)
    : m_transport(std::move(transport))
    , m_habits(habits)
    , m_office(std::move(office))
    , m_batch(std::max<std::size_t>(1, m_habits.batch))
    , m_spool(m_office.directory, m_office.bounds.disk)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        m_isPausing = false;
        send();
    });
    if (!m_spool.isEmpty())
        wait(m_habits.interval);
}

Courier::~Courier() = default;

void Courier::take(std::string report)
{
    if (report.empty())
        return;
    store(std::move(report));
    if (m_isPausing)
        return;
    if (m_waiting.size() >= m_batch || m_bytes >= m_habits.bytes)
        send();
    else if (!m_timer.isActive())
        wait(m_habits.interval);
}

bool Courier::isFull(const std::string &report) const
{
    return m_waiting.size() >= m_office.bounds.reports || m_bytes + report.size() > m_office.bounds.memory;
}

void Courier::store(std::string report)
{
    const bool makesRoom = m_office.overflow == Office::Overflow::DropOldest;
    while (makesRoom && isFull(report) && !m_waiting.empty())
        dropOldest();
    if (m_spool.isEmpty() && !isFull(report))
        push(std::move(report));
    else if (!m_spool.append(report))
        ++m_figures.dropped;
}

// Not the one that is on its way.
void Courier::dropOldest()
{
    m_bytes -= m_waiting.front().size();
    m_waiting.pop_front();
    ++m_figures.dropped;
    complain({Complaint::Kind::Crowded, 1});
}

void Courier::push(std::string report)
{
    m_bytes += report.size();
    m_waiting.push_back(std::move(report));
}

void Courier::wait(milliseconds time)
{
    m_timer.start(time);
}

// What is on disk comes after all that is in memory.
void Courier::refill()
{
    while (m_waiting.empty() && m_flights.empty() && !m_spool.isEmpty()) {
        m_spool.release();
        for (std::string &report : m_spool.load())
            push(std::move(report));
        m_loaded = m_waiting.size();
    }
}

void Courier::send()
{
    refill();
    while (!m_isPausing && !m_waiting.empty() && m_flights.size() < std::max<std::size_t>(1, m_habits.parallel))
        launch();
}

void Courier::launch()
{
    std::vector<std::string> batch;
    std::size_t bytes = 0;
    while (
        !m_waiting.empty() && batch.size() < m_batch && (batch.empty() || bytes + m_waiting.front().size() <= m_habits.bytes)) {
        bytes += m_waiting.front().size();
        batch.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    m_bytes -= bytes;
    Flight &flight = m_flights.emplace_back(Flight {std::move(batch)});
    flight.transit = m_transport->send(flight.reports, [this, &flight](const Answer &answer) { onAnswer(flight, answer); });
}

void Courier::landed(const Flight &flight)
{
    const std::size_t count = flight.reports.size();
    if (m_loaded > 0 && (m_loaded -= std::min(m_loaded, count)) == 0)
        m_spool.release();
    std::erase_if(m_flights, [&](const Flight &each) { return &each == &flight; });
}

void Courier::onAnswer(Flight &flight, const Answer &answer)
{
    const bool isDivisible = flight.reports.size() > 1;
    if (answer.verdict == Answer::Verdict::Arrived)
        onArrived(flight, answer);
    else if (answer.verdict == Answer::Verdict::Later || (answer.verdict == Answer::Verdict::TooMuch && isDivisible))
        onLost(flight, answer);
    else
        onRefused(flight, answer);
}

void Courier::onArrived(const Flight &flight, const Answer &answer)
{
    const std::size_t refused = std::min(flight.reports.size(), answer.refused);
    m_figures.sent += flight.reports.size() - refused;
    m_figures.failed += refused;
    m_figures.trouble = refused > 0 ? std::to_string(refused) + " reports were refused one by one" : std::string();
    if (refused > 0)
        complain({Complaint::Kind::Partial, refused, answer});
    m_failures = 0;
    landed(flight);
    const bool isBehind = m_waiting.size() >= m_batch || m_bytes >= m_habits.bytes || (m_waiting.empty() && !m_spool.isEmpty());
    if (isBehind)
        send();
    else if (!m_waiting.empty() && !m_timer.isActive())
        wait(m_habits.interval);
}

void Courier::onRefused(const Flight &flight, const Answer &answer)
{
    m_figures.failed += flight.reports.size();
    m_figures.trouble = answer.trouble;
    complain({Complaint::Kind::Refused, flight.reports.size(), answer});
    landed(flight);
    send();
}

void Courier::putBack(Flight &flight)
{
    for (auto report = flight.reports.rbegin(); report != flight.reports.rend(); ++report) {
        m_bytes += report->size();
        m_waiting.push_front(std::move(*report));
    }
    std::erase_if(m_flights, [&](const Flight &each) { return &each == &flight; });
}

void Courier::onLost(Flight &flight, const Answer &answer)
{
    const bool isTooMuch = answer.verdict == Answer::Verdict::TooMuch;
    m_figures.trouble = answer.trouble;
    ++m_figures.retries;
    if (isTooMuch)
        m_batch = std::max<std::size_t>(1, flight.reports.size() / 2);
    putBack(flight);
    if (isTooMuch)
        return send();
    const bool wasPausing = std::exchange(m_isPausing, true);
    if (wasPausing) // another request of the same moment
        return;
    const auto time = pause(answer.wish);
    complain({Complaint::Kind::Delayed, m_waiting.size(), answer});
    wait(time);
}

milliseconds Courier::pause(milliseconds asked)
{
    constexpr int mostDoublings = 20;
    const int doublings = std::min(m_failures++, mostDoublings);
    const auto whole = std::min<milliseconds>(m_office.bounds.longestPause, m_office.bounds.firstPause * (1LL << doublings));
    const double share = std::uniform_real_distribution<double>(0.5, 1)(m_random); // or all who failed together come together
    return std::max(asked, std::chrono::duration_cast<milliseconds>(whole * share));
}

void Courier::complain(const Complaint &complaint)
{
    const auto now = std::chrono::steady_clock::now();
    const bool isRecent = m_complainedAt != Clock::Instant() && now - m_complainedAt < m_office.betweenComplaints;
    const bool isLast = complaint.kind == Complaint::Kind::Lost; // there will be no other occasion
    if (!m_office.complain || (isRecent && !isLast))
        return;
    m_complainedAt = now;
    m_office.complain(complaint);
}

void Courier::hurry()
{
    if (!m_isPausing)
        send();
}

bool Courier::isAtRest() const
{
    return m_isPausing || (m_waiting.empty() && m_flights.empty());
}

bool Courier::isEmpty() const
{
    return m_waiting.empty() && m_flights.empty() && m_spool.isEmpty();
}

void Courier::keep()
{
    m_timer.stop();
    while (!m_flights.empty())
        putBack(m_flights.back());
    if (m_waiting.empty() && m_loaded == 0)
        return;
    const std::size_t lost = m_spool.putBack(m_waiting);
    m_figures.dropped += lost;
    if (lost > 0)
        complain({Complaint::Kind::Lost, lost});
    m_waiting.clear();
    m_bytes = 0;
    m_loaded = 0;
}

Figures Courier::figures() const
{
    Figures figures = m_figures;
    figures.waiting = m_waiting.size();
    for (const Flight &flight : m_flights)
        figures.waiting += flight.reports.size();
    figures.onDisk = m_spool.bytes();
    return figures;
}

} // namespace gatehouse::observe::sinks
