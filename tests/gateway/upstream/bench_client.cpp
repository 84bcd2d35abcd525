// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What a request costs: bench_client URL [requests] [at once] [body bytes] [streams held]
// Streams held are requests to URL with "/held" appended that are started first and left open. Not a test: run by hand.

#include "gateway/upstream/client.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include <sys/resource.h>

using namespace gatehouse;

namespace {

struct Cpu {
    double user = 0, system = 0; ///< microseconds

    static Cpu now()
    {
        rusage usage {};
        getrusage(RUSAGE_SELF, &usage);
        const auto micros = [](timeval t) { return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec); };
        return {micros(usage.ru_utime), micros(usage.ru_stime)};
    }
};

struct Job final : upstream::AttemptListener {
    std::unique_ptr<upstream::Attempt> attempt;
    std::size_t bytes = 0, calls = 0;
    std::function<void(bool)> done;

    void onHead(int, wire::Headers) override { }
    void onBytes(std::string_view part) override
    {
        bytes += part.size();
        ++calls;
    }
    void onEnded(Result<> outcome) override
    {
        if (!outcome)
            std::fprintf(stderr, "%s\n", outcome.error().message.c_str());
        done(outcome.has_value());
    }
};

struct Run {
    Run(upstream::Client &newClient, std::string newUrl, std::string newBody)
        : client(newClient)
        , url(std::move(newUrl))
        , body(std::move(newBody))
    {
    }

    upstream::Client &client;
    std::string url, body;
    int left = 0, running = 0;
    QEventLoop loop {};
    std::vector<std::unique_ptr<Job>> jobs = {};

    void go(int requests, int atOnce)
    {
        left = requests;
        for (int i = 0; i < atOnce; ++i) {
            jobs.push_back(std::make_unique<Job>());
            Job *job = jobs.back().get();
            job->done = [this, job](bool) {
                --running;
                next(job);
            };
            next(job);
        }
        if (running)
            loop.exec();
    }
    void next(Job *job)
    {
        if (left-- > 0) {
            ++running;
            job->attempt = client.send({.url = url,
                                           .headers = {{"Authorization", "Bearer sk-1234"}, {"Content-Type", "application/json"}},
                                           .body = body,
                                           .timeouts = {.firstByte = std::chrono::seconds(600)}},
                job);
        } else if (!running) {
            loop.quit();
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto number = [&](int i, int otherwise) { return argc > i ? std::atoi(argv[i]) : otherwise; };
    if (argc < 2)
        return std::puts("bench_client URL [requests] [at once] [body bytes] [streams held]"), 1;
    upstream::Client client({.verifyPeer = argc > 6});
    const int requests = number(2, 20000), atOnce = number(3, 1), held = number(5, 0);
    const std::string body(static_cast<std::size_t>(number(4, 200)), 'x');
    Run holding {client, std::string(argv[1]) + "/held", body};
    for (int i = 0; i < held; ++i) {
        holding.jobs.push_back(std::make_unique<Job>());
        holding.jobs.back()->done = [](bool) {};
        ++holding.left;
        holding.next(holding.jobs.back().get());
        if (i % 16 == 15) // not to outrun the server's backlog
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    Run(client, argv[1], body).go(std::max(atOnce * 4, 100), atOnce);
    const Cpu before = Cpu::now();
    Run run {client, argv[1], body};
    run.go(requests, atOnce);
    const Cpu after = Cpu::now();
    const double user = (after.user - before.user) / requests, system = (after.system - before.system) / requests;
    std::size_t bytes = 0, calls = 0;
    for (const auto &job : run.jobs) {
        bytes += job->bytes;
        calls += job->calls;
    }
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%.2f us CPU a request (user %.2f, system %.2f), %zu bytes and %.2f pieces an answer, %ld KiB at most\n",
        user + system, user, system, bytes / static_cast<std::size_t>(requests), static_cast<double>(calls) / requests,
        usage.ru_maxrss);
}
