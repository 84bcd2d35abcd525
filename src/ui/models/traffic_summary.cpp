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

void count(TrafficSummary &summary, const TrafficRow &row, qint64 ageMs)
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
    const int rows = model.rowCount();
    for (int at = 0; at < rows; ++at) {
        const TrafficRow &row = model.at(at);
        const qint64 age = row.startedAt.msecsTo(now);
        if (!row.startedAt.isValid() || age >= seconds * 1000)
            continue; // a long stream may stand among younger rows, so the first old one does not end the search
        count(summary, row, age);
        summary.partial = at == rows - 1 && rows == model.capacity();
        if (row.state == TrafficRow::State::Completed && row.durationMs)
            durations.push_back(*row.durationMs);
        if (row.stream && row.firstTokenMs)
            firsts.push_back(*row.firstTokenMs);
    }
    summary.medianMs = median(durations);
    summary.medianFirstMs = median(firsts);
    return summary;
}

} // namespace gatehouse::ui
