// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/overview/figures.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostSteps = 2000; // as many as a gateway keeps, and more than there are pixels

struct Column {
    QLatin1StringView name;
    QList<double> Figures::*values;
};

constexpr std::array columns = {
    Column {"requests"_L1, &Figures::requests},
    Column {"errors"_L1, &Figures::errors},
    Column {"input_tokens"_L1, &Figures::input},
    Column {"output_tokens"_L1, &Figures::output},
    Column {"cached_tokens"_L1, &Figures::cached},
    Column {"spend"_L1, &Figures::spend},
    Column {"p50_ms"_L1, &Figures::p50},
    Column {"p95_ms"_L1, &Figures::p95},
    Column {"ttft_p50_ms"_L1, &Figures::firstToken},
    Column {"ttft_p95_ms"_L1, &Figures::firstToken95},
};

QList<double> numbers(const QJsonArray &list, qsizetype count)
{
    QList<double> values(count, nothing);
    for (qsizetype at = 0; at < std::min(count, list.size()); ++at) {
        if (list[at].isDouble())
            values[at] = list[at].toDouble();
    }
    return values;
}

} // namespace

Figures Figures::fromJson(const QJsonObject &answer)
{
    Figures figures;
    figures.from = answer.value("from"_L1).toInteger();
    figures.step = std::max(1, answer.value("step"_L1).toInt());
    figures.inFlight = answer.value("in_flight"_L1).toInt();
    const qint64 span = answer.value("to"_L1).toInteger() - figures.from;
    const qsizetype count = std::clamp<qint64>((span + figures.step - 1) / figures.step, 0, mostSteps);
    const QJsonObject all = answer.value("series"_L1).toArray().first().toObject();
    for (const Column &column : columns)
        figures.*column.values = numbers(all.value(column.name).toArray(), count);
    return figures;
}

ChartData Figures::chart(const QList<QList<double>> &lines) const
{
    constexpr int day = 86400;
    return {.from = from, .step = step, .utc = step >= day, .values = lines};
}

QList<double> difference(const QList<double> &all, const QList<double> &part)
{
    QList<double> rest = all;
    for (qsizetype at = 0; at < std::min(all.size(), part.size()); ++at) {
        if (std::isfinite(part[at]))
            rest[at] = std::max(0.0, all[at] - part[at]);
    }
    return rest;
}

double total(const QList<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += std::isfinite(value) ? value : 0;
    return sum;
}

} // namespace gatehouse::ui
