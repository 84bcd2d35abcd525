// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/trials.h"

#include "gateway/observe/sinks/http_transport.h"
#include "gateway/observe/sinks/line_file.h"
#include "gateway/observe/sinks/probe.h"

#include <utility>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::size_t mostProbes = 16;

// What the administrator is told of a report that was sent to \a name to see whether it arrives; null = nobody waits for it now.
Result<std::string> outcomeOf(const std::string &name, const Answer *answer)
{
    if (!answer)
        return Failure {Error {Fault::ServiceUnavailable, name + " is being configured anew"}};
    const std::string status = "HTTP " + std::to_string(answer->status);
    if (answer->verdict == Answer::Verdict::Arrived)
        return status;
    return Failure {Error {Fault::BadGateway, answer->status > 0 ? name + " answered " + status : name + ": " + answer->trouble}};
}

// Of one that is told of failures only, a failure.
std::string reportFrom(Sink &sink)
{
    const auto now = std::chrono::system_clock::now();
    std::string report = sink.report(sampleReceipt(false, now));
    return report.empty() ? sink.report(sampleReceipt(true, now)) : report;
}

Result<std::string> writeLine(const std::string &name, const LinePlace &place, std::string report)
{
    LineFile file(name, place, {});
    file.take(std::move(report));
    file.hurry();
    const Figures figures = file.figures();
    if (figures.sent > 0)
        return std::string("a line was written");
    return Failure {Error {Fault::Internal, name + ": " + figures.trouble}};
}

} // namespace

Trials::Trials() = default;
Trials::~Trials() = default;

void Trials::begin(const Choice &choice, const Row &row, const Terms &terms, upstream::Client &client, Told told)
{
    const std::string &name = choice.name;
    if (const std::string what = missing(row, choice.variables); !what.empty())
        return told(Failure {Error {Fault::InvalidRequest, name + " lacks " + what}});
    if (m_probes.size() >= mostProbes)
        return told(Failure {Error {Fault::RateLimit, "Too many services are being tested"}});
    const Making making {choice.variables, terms, choice.hidesMessages};
    auto sink = row.make(making);
    std::string report = reportFrom(*sink);
    if (row.isFile)
        return told(writeLine(name, placeOf(making), std::move(report)));
    constexpr std::chrono::seconds patience {10};
    m_probes.push_back(std::make_unique<Probe>(std::make_unique<HttpTransport>(client, std::move(sink), patience),
        [name, told = std::move(told)](const Answer *answer) { told(outcomeOf(name, answer)); }));
    m_probes.back()->send(std::move(report));
}

void Trials::sweep()
{
    m_probes.remove_if([](const auto &probe) { return probe->isOver(); });
}

void Trials::giveUp()
{
    for (const auto &probe : m_probes)
        probe->giveUp();
}

} // namespace gatehouse::observe::sinks
