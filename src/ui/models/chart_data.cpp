// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/chart_data.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

double ChartData::value(qsizetype line, qsizetype at) const
{
    if (line < 0 || line >= values.size() || at < 0 || at >= values[line].size())
        return nothing;
    return values[line][at];
}

bool ChartData::isEmpty() const
{
    const auto isNothing = [](double value) { return std::isnan(value) || value == 0; };
    return std::all_of(values.cbegin(), values.cend(),
        [&](const QList<double> &line) { return std::all_of(line.cbegin(), line.cend(), isNothing); });
}

double ChartData::sum(qsizetype line) const
{
    const QList<double> all = line < 0 || line >= values.size() ? QList<double>() : summed(values[line], values[line].size());
    return all.isEmpty() || std::isnan(all.first()) ? 0 : all.first();
}

qsizetype ChartData::peak(qsizetype line) const
{
    qsizetype found = -1;
    for (qsizetype at = 0; at < steps(); ++at) {
        if (!std::isnan(value(line, at)) && (found < 0 || value(line, at) > value(line, found)))
            found = at;
    }
    return found;
}

QList<double> summed(const QList<double> &values, qsizetype count)
{
    QList<double> sums;
    for (qsizetype at = 0; at < values.size(); ++at) {
        if (at % std::max<qsizetype>(count, 1) == 0)
            sums.append(nothing);
        if (!std::isnan(values[at]))
            sums.last() = (std::isnan(sums.last()) ? 0 : sums.last()) + values[at];
    }
    return sums;
}

} // namespace gatehouse::ui
