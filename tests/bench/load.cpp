// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
// load --port N [options]: an open-loop load generator. Requests leave when they are due, whether or not earlier ones came
// back, and latency counts from when a request was due: a slow server cannot slow the clock it is measured by.
// Prints one line of name=value pairs.
#include "chat_body.h"
#include "client.h"
#include "cpu_time.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <vector>

using namespace bench;
using std::chrono::nanoseconds;

namespace {

const char *const usage = R"(load --port N [options]
  --path P          default /v1/chat/completions
  --model M         the body's "model"
  --body BYTES      size of the body, default 300
  --stream          ask for a stream
  --rate R          requests a second, open loop; or
  --hold N          N requests at once, each begun again when it ends
  --connections N   keep-alive connections for --rate, default 32
  --idle N          other connections that made one request and then only stay open
  --seconds S       measured time, default 3
  --warmup S        time before it, default 1
  --events N        server-sent events each whole answer must have
  --watch PID       whose processor time and memory are read
)";

struct Options {
    int port = 0, connections = 32, hold = 0, idle = 0, events = 0, watch = 0;
    double rate = 0, seconds = 3, warmup = 1;
    std::string path = "/v1/chat/completions", model = "small";
    std::size_t body = 300;
    bool stream = false;
};

double milliseconds(nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double percentile(std::vector<double> &values, double part)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

class Load
{
public:
    explicit Load(const Options &options);
    int run();

private:
    bool openIdle();
    void openClients();
    void begin(Client *client, Clock::time_point intended);
    void sendDue();
    bool mayBegin(Clock::time_point now) const;
    Clock::time_point nextStep() const;
    void startMeasuring();
    void wait(Clock::time_point until);
    void onEvent(Client *client, std::uint32_t what);
    void onEnded(Client *client);
    void report();
    Clock::time_point nextDue() const
    {
        return m_start + nanoseconds(static_cast<long>(1e9 / m_options.rate * static_cast<double>(m_planned)));
    }

    Options m_options;
    std::string m_request;
    int m_epoll = epoll_create1(0);
    std::vector<std::unique_ptr<Client>> m_clients, m_idleClients;
    std::vector<Client *> m_free;
    std::deque<Clock::time_point> m_late; // due, but every connection was busy
    Clock::time_point m_start, m_measureFrom, m_end;
    bool m_isMeasuring = false;
    long m_planned = 0;
    long m_done = 0, m_errors = 0, m_events = 0, m_started = 0;
    std::int64_t m_cpuBefore = 0;
    std::vector<double> m_latencies, m_firsts;
};

Load::Load(const Options &options)
    : m_options(options)
{
    const std::string body = chatBody(options.model, options.body, options.stream);
    m_request = "POST " + options.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port)
        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nAuthorization: Bearer sk-bench-0123456789\r\n"
          "User-Agent: OpenAI/Python 2.8.0\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Idle connections are made in lots, each proved by one whole request.
bool Load::openIdle()
{
    constexpr int lot = 32;
    while (static_cast<int>(m_idleClients.size()) < m_options.idle) {
        const std::size_t first = m_idleClients.size();
        for (int i = 0; i < lot && static_cast<int>(m_idleClients.size()) < m_options.idle; ++i) {
            m_idleClients.push_back(
                std::make_unique<Client>(m_epoll, m_options.port, 1 + static_cast<int>(m_idleClients.size() % 8)));
            if (m_idleClients.back()->state() == Client::State::Dead)
                return false;
            m_idleClients.back()->start(m_request, Clock::now());
        }
        const auto isBusy = [](const auto &client) { return client->state() == Client::State::Busy; };
        while (std::any_of(m_idleClients.begin() + static_cast<std::ptrdiff_t>(first), m_idleClients.end(), isBusy)) {
            epoll_event events[lot];
            const int count = epoll_wait(m_epoll, events, lot, 10'000);
            if (count <= 0)
                return false;
            for (int i = 0; i < count; ++i)
                static_cast<Client *>(events[i].data.ptr)->onReadable();
        }
    }
    return std::none_of(
        m_idleClients.begin(), m_idleClients.end(), [](const auto &c) { return c->state() == Client::State::Dead; });
}

void Load::openClients()
{
    const int count = m_options.hold ? m_options.hold : m_options.connections;
    for (int i = 0; i < count; ++i) {
        m_clients.push_back(std::make_unique<Client>(m_epoll, m_options.port, 0));
        if (m_clients.back()->state() == Client::State::Dead)
            ++m_errors;
        else
            m_free.push_back(m_clients.back().get());
    }
}

void Load::begin(Client *client, Clock::time_point intended)
{
    ++m_started;
    client->start(m_request, intended);
    if (client->state() == Client::State::Dead)
        onEnded(client);
}

void Load::sendDue()
{
    const auto now = Clock::now();
    if (m_options.hold) {
        while (!m_free.empty() && mayBegin(now)) {
            Client *client = m_free.back();
            m_free.pop_back();
            begin(client, now);
        }
        return;
    }
    for (; nextDue() <= now; ++m_planned)
        m_late.push_back(nextDue());
    while (!m_late.empty() && !m_free.empty()) {
        Client *client = m_free.back();
        m_free.pop_back();
        const auto due = m_late.front();
        m_late.pop_front();
        begin(client, due);
    }
}

/// Held streams begin one after another over half the warm-up, or all their chunks would be due at the same moment.
bool Load::mayBegin(Clock::time_point now) const
{
    const double spread = milliseconds(now - m_start) / 1000 / (m_options.warmup / 2);
    return m_started >= m_options.hold || static_cast<double>(m_started) < spread * m_options.hold;
}

void Load::startMeasuring()
{
    m_isMeasuring = true;
    m_cpuBefore = m_options.watch ? cpuNanoseconds(m_options.watch) : 0;
    m_measureFrom = Clock::now();
    m_end = m_measureFrom + std::chrono::duration_cast<nanoseconds>(std::chrono::duration<double>(m_options.seconds));
}

void Load::wait(Clock::time_point until)
{
    epoll_event events[128];
    const auto left = std::max(nanoseconds(0), nanoseconds(until - Clock::now()));
    const timespec timeout {left.count() / 1'000'000'000, left.count() % 1'000'000'000};
    const int count = epoll_pwait2(m_epoll, events, 128, &timeout, nullptr);
    for (int i = 0; i < count; ++i)
        onEvent(static_cast<Client *>(events[i].data.ptr), events[i].events);
}

void Load::onEvent(Client *client, std::uint32_t what)
{
    const bool wasBusy = client->state() == Client::State::Busy;
    if (what & EPOLLOUT)
        client->onWritable();
    if (what & (EPOLLIN | EPOLLHUP | EPOLLERR))
        client->onReadable();
    if (m_isMeasuring)
        m_events += client->takeNewEvents();
    if (client->state() == Client::State::Dead && !wasBusy)
        ++m_errors; // an idle connection that was closed on us
    else if (wasBusy && client->state() != Client::State::Busy)
        onEnded(client);
}

void Load::onEnded(Client *client)
{
    const ResponseReader &response = client->response();
    const bool isGood =
        client->state() == Client::State::Idle && response.status() == 200 && response.events() >= m_options.events;
    if (!isGood)
        ++m_errors;
    if (client->state() == Client::State::Idle)
        m_free.push_back(client);
    if (!m_isMeasuring || !isGood)
        return;
    ++m_done;
    m_latencies.push_back(milliseconds(Clock::now() - client->intended()));
    m_firsts.push_back(milliseconds(client->firstByte() - client->intended()));
}

Clock::time_point Load::nextStep() const
{
    if (!m_options.hold)
        return nextDue();
    return m_started < m_options.hold ? Clock::now() + std::chrono::milliseconds(1) : Clock::time_point::max();
}

int Load::run()
{
    if (!openIdle()) {
        std::fprintf(stderr, "load: could not open %d idle connections\n", m_options.idle);
        return 1;
    }
    openClients();
    m_start = Clock::now();
    const auto warm = m_start + std::chrono::duration_cast<nanoseconds>(std::chrono::duration<double>(m_options.warmup));
    m_end = Clock::time_point::max();
    for (auto now = m_start; now < m_end; now = Clock::now()) {
        if (!m_isMeasuring && now >= warm)
            startMeasuring();
        sendDue();
        const auto boundary = m_isMeasuring ? m_end : warm;
        wait(std::min(boundary, nextStep()));
    }
    report();
    return m_errors ? 1 : 0;
}

void Load::report()
{
    const double cpu = m_options.watch ? static_cast<double>(cpuNanoseconds(m_options.watch) - m_cpuBefore) / 1000 : 0;
    const double seconds = milliseconds(Clock::now() - m_measureFrom) / 1000;
    const auto each = [&](long count) { return count ? cpu / static_cast<double>(count) : 0; };
    std::printf("requests=%ld errors=%ld events=%ld seconds=%.3f cpu_us=%.0f cpu_request_us=%.2f cpu_event_us=%.3f p50_ms=%.4f "
                "p99_ms=%.4f "
                "first_p50_ms=%.4f first_p99_ms=%.4f waiting=%zu rss_kib=%lld\n",
        m_done, m_errors, m_events, seconds, cpu, each(m_done), each(m_events), percentile(m_latencies, 0.5),
        percentile(m_latencies, 0.99), percentile(m_firsts, 0.5), percentile(m_firsts, 0.99), m_late.size(),
        static_cast<long long>(m_options.watch ? residentKibibytes(m_options.watch) : 0));
}

bool read(Options &options, int argc, char **argv)
{
    const std::map<std::string, std::function<void(const char *)>> setters {
        {"--port", [&](const char *v) { options.port = std::atoi(v); }},
        {"--path", [&](const char *v) { options.path = v; }},
        {"--model", [&](const char *v) { options.model = v; }},
        {"--body", [&](const char *v) { options.body = std::strtoul(v, nullptr, 10); }},
        {"--rate", [&](const char *v) { options.rate = std::atof(v); }},
        {"--hold", [&](const char *v) { options.hold = std::atoi(v); }},
        {"--connections", [&](const char *v) { options.connections = std::atoi(v); }},
        {"--idle", [&](const char *v) { options.idle = std::atoi(v); }},
        {"--seconds", [&](const char *v) { options.seconds = std::atof(v); }},
        {"--warmup", [&](const char *v) { options.warmup = std::atof(v); }},
        {"--events", [&](const char *v) { options.events = std::atoi(v); }},
        {"--watch", [&](const char *v) { options.watch = std::atoi(v); }},
    };
    for (int i = 1; i < argc; ++i) {
        const auto setter = setters.find(argv[i]);
        if (std::string(argv[i]) == "--stream")
            options.stream = true;
        else if (setter == setters.end() || i + 1 == argc)
            return false;
        else
            setter->second(argv[++i]);
    }
    return options.port > 0 && options.warmup > 0 && (options.rate > 0) != (options.hold > 0);
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!read(options, argc, argv)) {
        std::fputs(usage, stderr);
        return 2;
    }
    rlimit files {};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    prctl(PR_SET_TIMERSLACK, 1UL); // requests leave when they are due, not 50 µs later
    return Load(options).run();
}
