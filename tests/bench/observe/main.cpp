// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "sample_call.h"

#include "gateway/observe/metrics/metrics.h"
#include "gateway/observe/series/book.h"
#include "gateway/observe/sinks/line_file.h"
#include "gateway/observe/sinks/table.h"
#include "gateway/observe/traffic/book.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

using namespace gatehouse;
using namespace gatehouse::observe;

namespace {

double cpuMicroseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

std::string wanted; // what is measured has that in its name

/// The least, the middle and the most of some rounds, of a single call each; what \a prepare takes is not counted.
void report(
    const char *what, std::size_t calls, const std::function<void(std::size_t)> &look,
    const std::function<void()> &prepare = [] {})
{
    if (std::string_view(what).find(wanted) == std::string_view::npos)
        return;
    constexpr std::size_t rounds = 7;
    std::vector<double> taken;
    for (std::size_t round = 0; round < rounds; ++round) {
        prepare();
        const double begun = cpuMicroseconds();
        for (std::size_t call = 0; call < calls; ++call)
            look(call);
        taken.push_back((cpuMicroseconds() - begun) / static_cast<double>(calls));
    }
    std::sort(taken.begin(), taken.end());
    std::printf("| %s | %.2f | %.2f | %.2f |\n", what, taken.front(), taken[rounds / 2], taken.back());
    std::fflush(stdout);
}

/// Calls that are told one after the other: each has words and a key of its own, so that nothing is known from the one before.
using Calls = std::vector<std::shared_ptr<const Receipt>>;

Calls callsFrom(const Receipt &receipt)
{
    constexpr std::size_t many = 16;
    Calls calls;
    for (std::size_t i = 0; i < many; ++i) {
        Receipt each = receipt;
        each.said = std::make_shared<const Said>(*receipt.said);
        each.principal = std::make_shared<const Principal>(*receipt.principal);
        calls.push_back(std::make_shared<const Receipt>(std::move(each)));
    }
    return calls;
}

// What does not stand in a body is read from the reports, a buffer at a time.
std::size_t bytesSent(sinks::Post post, const std::vector<std::string> &reports)
{
    if (!post.around)
        return post.body.size();
    static std::array<char, 64 * 1024> buffer;
    sinks::EnclosedReports body(reports, std::move(*post.around));
    std::size_t sent = 0;
    for (auto piece = body.read(buffer); piece && !piece->isEnd; piece = body.read(buffer))
        sent += piece->size;
    return sent;
}

// In batches as a courier sends them.
void reportSink(const char *kind, sinks::Variables variables, const Calls &told, std::size_t calls)
{
    const sinks::Terms terms;
    const auto sink = sinks::find(kind)->make({variables, terms});
    const sinks::Habits habits = sink->habits();
    std::vector<std::string> reports;
    std::size_t bytes = 0, sent = 0;
    report(kind, calls, [&](std::size_t call) {
        reports.push_back(sink->report(*told[call % told.size()]));
        bytes += reports.back().size();
        if (reports.size() < habits.batch && bytes < habits.bytes)
            return;
        sent += bytesSent(sink->post(reports, told.front()->startedAt), reports);
        reports.clear();
        bytes = 0;
    });
}

// Sixteen calls a moment, which is 320 a second.
void reportLines(const char *what, const QTemporaryDir &folder, const Calls &told, std::size_t calls)
{
    const sinks::Variables variables;
    const sinks::Terms terms;
    const auto sink = sinks::find("jsonl")->make({variables, terms});
    sinks::LineFile file("jsonl", {folder.filePath(QStringLiteral("calls.jsonl")).toStdString()}, {});
    report(what, calls, [&](std::size_t call) {
        file.take(sink->report(*told[call % told.size()]));
        if (call % told.size() == 0)
            file.hurry();
    });
}

// As the gateway itself does.
void keepFreedMemory()
{
    mallopt(M_TRIM_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_MXFAST, 0);
}

void reportTraffic(const char *what, traffic::Keep kept, const QTemporaryDir &folder,
    const std::shared_ptr<const Receipt> &receipt, std::size_t calls)
{
    traffic::Settings settings;
    settings.onDisk = kept;
    traffic::Book book;
    book.setDirectory(folder.filePath(QStringLiteral("traffic")).toStdString(), [](bool, const std::string &) {});
    book.configure(settings);
    std::vector<std::shared_ptr<traffic::Capture>> captures;
    const auto prepare = [&] { // which is the worker's part
        captures.clear();
        while (captures.size() < calls)
            captures.push_back(bench::sampleCapture(receipt));
    };
    constexpr std::size_t batch = 200; // what the observer looks at together, when the gateway has as much to do as it can
    const auto look = [&](std::size_t call) {
        book.add(*captures[call]);
        if (call % batch == batch - 1)
            book.flush();
    };
    report(what, calls, look, prepare);
}

} // namespace

// observe [CALLS [BYTES [WHAT]]]: what docs/performance.md shows, or of that only WHAT.
int main(int argc, char **argv)
{
    const std::size_t calls = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 2000;
    const std::size_t bytes = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 60;
    wanted = argc > 3 ? argv[3] : "";
    keepFreedMemory();
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const auto receipt = bench::sampleReceipt(bytes);
    std::printf("A request of %zu bytes.\n\n", bytes);
    std::puts("| processor time a call, µs | least | middle | most |\n|---|--:|--:|--:|");
    const Calls told = callsFrom(*receipt);
    metrics::Metrics metrics;
    report("metrics", calls, [&](std::size_t) { metrics.onReceipt(*receipt); });
    series::Book curves;
    report("series", calls, [&](std::size_t) { curves.onReceipt(*receipt); });
    reportSink("otel", {{"OTEL_EXPORTER_OTLP_ENDPOINT", Secret("http://127.0.0.1")}}, told, calls);
    reportSink("langfuse", {}, told, calls);
    for (const char *kind : {"datadog", "langsmith"})
        reportSink(kind, {}, told, calls);
    reportLines("jsonl, with its file", folder, told, calls);
    reportLines("jsonl, of a stream", folder, callsFrom(*bench::streamedReceipt(bytes)), calls);
    reportTraffic("traffic, in memory", traffic::Keep::Off, folder, receipt, calls);
    reportTraffic("traffic, on disk", traffic::Keep::All, folder, receipt, calls);
    return 0;
}
