// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/traffic_filter.h"

#include <QList>

namespace gatehouse::ui {

class TrafficModel;

/// How many requests came when: the newest rows that pass a query, in equal stretches of time. A value.
struct TrafficHistogram {
    struct Bin {
        int requests = 0;
        int troubled = 0; ///< failed or refused
    };

    qint64 begin = 0; ///< of the first bin, in milliseconds since 1970; a multiple of `step`
    qint64 step = 0;  ///< milliseconds of each bin
    QList<Bin> bins = {};

    TrafficWindow window(qsizetype bin) const { return {begin + step * bin, begin + step * (bin + 1)}; }
    /// -1: outside.
    qsizetype binOf(qint64 time) const;
    int most() const;

    /// \a now in milliseconds since 1970; the last bin holds it. The step is the smallest round one with which everything
    /// remembered, or the last day of it, fits into \a bins.
    static TrafficHistogram of(const TrafficModel &model, const TrafficQuery &query, qint64 now, int bins);
};

} // namespace gatehouse::ui
