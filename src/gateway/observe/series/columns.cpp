// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/series/columns.h"

#include "gateway/wire/json_writer.h"

#include <cmath>

namespace gatehouse::observe::series {

namespace {

/// One column: a value for each step, 0 where nothing happened.
struct Column {
    const char *name;
    std::int64_t (*value)(const Point &point);
};
constexpr Column columns[] {
    {"requests", [](const Point &point) { return std::int64_t {point.requests}; }},
    {"errors", [](const Point &point) { return std::int64_t {point.errors}; }},
    {"input_tokens", [](const Point &point) { return point.inputTokens; }},
    {"output_tokens", [](const Point &point) { return point.outputTokens; }},
    {"cached_tokens", [](const Point &point) { return point.cachedTokens; }},
};

/// The same of a percentile, null where there is none.
struct Percentile {
    const char *name;
    Sketch Point::*of;
    double share;
};
constexpr Percentile percentiles[] {
    {"p50_ms", &Point::latency, 0.5},
    {"p95_ms", &Point::latency, 0.95},
    {"p99_ms", &Point::latency, 0.99},
    {"ttft_p50_ms", &Point::firstToken, 0.5},
    {"ttft_p95_ms", &Point::firstToken, 0.95},
};

void writeMilliseconds(wire::JsonWriter &json, std::optional<double> value)
{
    constexpr double tenth = 10;
    if (value)
        json.number(std::round(*value * tenth) / tenth);
    else
        json.null();
}

} // namespace

void writeColumns(wire::JsonWriter &json, const Points &points)
{
    for (const Column &column : columns) {
        json.key(column.name).beginArray();
        for (const Point *point : points)
            json.number(point ? column.value(*point) : 0);
        json.endArray();
    }
    json.key("spend").beginArray();
    for (const Point *point : points)
        json.raw(dollars(point ? point->spend : Money {}));
    json.endArray();
    for (const Percentile &percentile : percentiles) {
        json.key(percentile.name).beginArray();
        for (const Point *point : points)
            writeMilliseconds(json, point ? (point->*percentile.of).percentile(percentile.share) : std::nullopt);
        json.endArray();
    }
}

} // namespace gatehouse::observe::series
