// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/courier.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace gatehouse::observe::sinks {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t longestAnswer = 64 * 1024;
constexpr std::chrono::minutes longestWish {10}; // of Retry-After
constexpr std::chrono::seconds betweenWords {60};

/// What an answer means for a batch.
enum class Verdict { Arrived, Later, TooMuch, Never };

Verdict judge(int status)
{
    if (status >= 200 && status < 300)
        return Verdict::Arrived;
    if (status == 413)
        return Verdict::TooMuch;
    // A door that is closed to everybody may open again, when somebody has put right an address or a key.
    const bool isDoor = status < 400 || status == 401 || status == 403 || status == 404 || status == 408 || status == 425
        || status == 429 || status >= 500;
    return isDoor ? Verdict::Later : Verdict::Never;
}

milliseconds secondsIn(std::string_view text)
{
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return read.ec == std::errc() && seconds > 0
        ? std::min<milliseconds>(std::chrono::seconds(std::min<std::int64_t>(seconds, 86'400)), longestWish)
        : milliseconds(0);
}

} // namespace

/// One request on its way.
class Courier::Flight final : public upstream::AttemptListener
{
public:
    Flight(Courier &courier, std::vector<std::string> batch)
        : reports(std::move(batch))
        , m_courier(courier)
    {
    }

    void start()
    {
        Post post = m_courier.m_sink->post(reports, std::chrono::system_clock::now());
        upstream::Outgoing outgoing;
        outgoing.method = std::move(post.method);
        outgoing.url = std::move(post.url);
        outgoing.headers = std::move(post.headers);
        outgoing.body = std::move(post.body);
        outgoing.timeouts.total = m_courier.m_office.bounds.patience;
        m_attempt = m_courier.m_office.client.send(std::move(outgoing), this);
    }

    std::vector<std::string> reports;
    int status = 0;
    milliseconds wish {0};
    std::string answer, error;

private:
    void onHead(int code, wire::Headers headers) override
    {
        status = code;
        wish = secondsIn(headers.value("retry-after"));
    }
    void onBytes(std::string_view bytes) override
    {
        answer.append(bytes.substr(0, longestAnswer - std::min(longestAnswer, answer.size())));
    }
    void onEnded(Result<> outcome) override
    {
        if (!outcome && status < 400) {
            status = 0;
            error = outcome.error().message;
        }
        const Verdict verdict = status == 0 ? Verdict::Later : judge(status);
        if (verdict == Verdict::Arrived)
            m_courier.onArrived(*this);
        else if (verdict == Verdict::Later || (verdict == Verdict::TooMuch && reports.size() > 1))
            m_courier.onLost(*this);
        else
            m_courier.onRefused(*this);
    }

    Courier &m_courier;
    std::unique_ptr<upstream::Attempt> m_attempt;
};

Courier::Courier(std::string name, std::unique_ptr<Sink> sink, Office office)
    : m_name(std::move(name))
    , m_sink(std::move(sink))
    , m_office(std::move(office))
    , m_habits(m_sink->habits())
    , m_batch(std::max<std::size_t>(1, m_habits.batch))
    , m_spool(m_office.directory, m_office.bounds.disk)
{
    m_figures.name = m_name;
    if (m_office.interval.count() > 0)
        m_habits.interval = m_office.interval;
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
    const bool isFull = m_waiting.size() >= m_office.bounds.reports || m_bytes + report.size() > m_office.bounds.memory;
    if (m_spool.isEmpty() && !isFull)
        push(std::move(report));
    else if (!m_spool.append(report))
        ++m_figures.dropped;
    if (m_isPausing)
        return;
    if (m_waiting.size() >= m_batch || m_bytes >= m_habits.bytes)
        send();
    else if (!m_timer.isActive())
        wait(m_habits.interval);
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
    m_flights.emplace_back(*this, std::move(batch)).start();
}

void Courier::landed(const Flight &flight)
{
    const std::size_t count = flight.reports.size();
    if (m_loaded > 0 && (m_loaded -= std::min(m_loaded, count)) == 0)
        m_spool.release();
    std::erase_if(m_flights, [&](const Flight &each) { return &each == &flight; });
}

void Courier::onArrived(Flight &flight)
{
    const std::size_t refused = std::min(flight.reports.size(), m_sink->refused(flight.answer));
    m_figures.sent += flight.reports.size() - refused;
    m_figures.failed += refused;
    m_figures.trouble = refused > 0 ? std::to_string(refused) + " reports were refused one by one" : std::string();
    if (refused > 0)
        say(m_figures.trouble);
    m_failures = 0;
    landed(flight);
    const bool isBehind = m_waiting.size() >= m_batch || m_bytes >= m_habits.bytes || (m_waiting.empty() && !m_spool.isEmpty());
    if (isBehind)
        send();
    else if (!m_waiting.empty() && !m_timer.isActive())
        wait(m_habits.interval);
}

void Courier::onRefused(Flight &flight)
{
    m_figures.failed += flight.reports.size();
    m_figures.trouble = "HTTP " + std::to_string(flight.status);
    say(std::to_string(flight.reports.size()) + " reports were dropped: the server answered " + m_figures.trouble);
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

void Courier::onLost(Flight &flight)
{
    const int status = flight.status;
    const auto wish = flight.wish;
    m_figures.trouble = status > 0 ? "HTTP " + std::to_string(status) : flight.error;
    ++m_figures.retries;
    if (status == 413)
        m_batch = std::max<std::size_t>(1, flight.reports.size() / 2);
    putBack(flight);
    if (status == 413)
        return send();
    const bool wasPausing = std::exchange(m_isPausing, true);
    if (wasPausing) // another request of the same moment
        return;
    const auto time = pause(wish);
    say(m_figures.trouble + "; what is to be reported waits, and is sent again");
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

void Courier::say(const std::string &what)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_office.warn || (m_saidAt != Clock::Instant() && now - m_saidAt < betweenWords))
        return;
    m_saidAt = now;
    m_office.warn("the sink " + m_name + ": " + what);
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
    if (lost > 0 && m_office.warn)
        m_office.warn("the sink " + m_name + ": " + std::to_string(lost) + " reports are lost, there is no place to keep them");
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
