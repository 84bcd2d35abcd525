// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_histogram.h"

#include "ui/models/traffic.h"

#include <algorithm>
#include <array>

namespace gatehouse::ui {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr std::array steps = {second, 2 * second, 5 * second, 10 * second, 30 * second, minute, 2 * minute, 5 * minute,
    10 * minute, 30 * minute, 60 * minute};

qint64 stepFor(qint64 span, int bins)
{
    const auto fits = std::find_if(steps.begin(), steps.end(), [=](qint64 step) { return step * (bins - 1) >= span; });
    return fits == steps.end() ? steps.back() : *fits;
}

/// Rows come in the order of their beginning, so the first one that has a time is the oldest, or nearly.
qint64 oldestTime(const TrafficMemory &memory, qint64 now)
{
    for (qint64 at = memory.first(); at < memory.end(); ++at) {
        if (memory.packed(at).startedAt > 0)
            return std::min(now, memory.packed(at).startedAt);
    }
    return now;
}

} // namespace

qsizetype TrafficHistogram::binOf(qint64 time) const
{
    const qint64 bin = step > 0 && time >= begin ? (time - begin) / step : -1;
    return bin < bins.size() ? bin : -1;
}

int TrafficHistogram::most() const
{
    int most = 0;
    for (const Bin &bin : bins)
        most = std::max(most, bin.requests);
    return most;
}

TrafficHistogram TrafficHistogram::of(const TrafficModel &model, const TrafficQuery &query, qint64 now, int bins)
{
    const TrafficMemory &memory = model.memory();
    TrafficHistogram made;
    made.step = stepFor(now - oldestTime(memory, now), std::max(2, bins));
    made.begin = (now / made.step - bins + 1) * made.step;
    made.bins.resize(bins);
    TrafficQuery::Memo memo(query, memory);
    for (qint64 at = memory.end() - 1; at >= memory.first(); --at) {
        const PackedTraffic &row = memory.packed(at);
        const qsizetype bin = made.binOf(row.startedAt);
        if (bin < 0 || !query.matches(memory, row, &memo))
            continue;
        ++made.bins[bin].requests;
        made.bins[bin].troubled += int(row.state == TrafficRow::State::Failed || row.state == TrafficRow::State::Refused);
    }
    return made;
}

} // namespace gatehouse::ui
