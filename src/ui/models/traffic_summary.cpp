// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_summary.h"

#include "ui/models/traffic.h"

#include <algorithm>
#include <vector>

namespace gatehouse::ui {

namespace {

/// Lower median, so that it is always a value that was measured.
std::optional<double> median(std::vector<double> &values)
{
    if (values.empty())
        return {};
    const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void count(TrafficSummary &summary, const PackedTraffic &row, qint64 ageMs)
{
    const bool troubled = row.state == TrafficRow::State::Failed || row.state == TrafficRow::State::Refused;
    const qint64 barMs = TrafficSummary::seconds * 1000 / TrafficSummary::bars;
    TrafficSummary::Bar &bar =
        summary.history[std::size_t(TrafficSummary::bars - 1 - std::clamp<qint64>(ageMs / barMs, 0, TrafficSummary::bars - 1))];
    ++bar.requests;
    bar.troubled += int(troubled);
    ++summary.requests;
    summary.failed += int(row.state == TrafficRow::State::Failed);
    summary.refused += int(row.state == TrafficRow::State::Refused);
    summary.inputTokens += row.inputTokens;
    summary.outputTokens += row.outputTokens;
}

} // namespace

TrafficSummary TrafficSummary::of(const TrafficModel &model, const QDateTime &now)
{
    TrafficSummary summary;
    summary.running = model.running();
    std::vector<double> durations;
    std::vector<double> firsts;
    const TrafficMemory &memory = model.memory();
    const qint64 end = now.toMSecsSinceEpoch();
    for (qint64 at = memory.end() - 1; at >= memory.first(); --at) {
        const PackedTraffic &row = memory.packed(at);
        const double age = double(end) - double(row.startedAt);
        if (age >= 2.0 * seconds * 1000)
            break; // rows come in the order of their beginning, give or take what waited in a queue
        if (age >= seconds * 1000)
            continue;
        count(summary, row, qint64(age));
        summary.partial = at == memory.first() && model.rowCount() == model.capacity();
        if (row.state == TrafficRow::State::Completed && row.duration >= 0)
            durations.push_back(double(row.duration));
        if (row.stream && row.firstToken >= 0)
            firsts.push_back(double(row.firstToken));
    }
    summary.medianMs = median(durations);
    summary.medianFirstMs = median(firsts);
    return summary;
}

} // namespace gatehouse::ui
