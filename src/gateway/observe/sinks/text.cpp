// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::int64_t million = 1'000'000;

Figure decimal(std::int64_t micros)
{
    constexpr std::size_t digits = 6;
    Figure figure;
    figure.add(micros / million);
    figure.add('.');
    figure.add(micros % million, digits);
    return figure;
}

std::int64_t microsOf(std::chrono::system_clock::time_point time)
{
    return std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count());
}

} // namespace

// Line breaks stand only between values: inside of texts JSON has them escaped.
std::string_view onOneLine(std::string_view json, std::string &room)
{
    if (json.find('\n') == std::string_view::npos && json.find('\r') == std::string_view::npos)
        return json;
    room = json;
    std::replace_if(
        room.begin(), room.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return room;
}

Figure epochSeconds(std::chrono::system_clock::time_point time)
{
    return decimal(microsOf(time));
}

Figure secondsOf(std::chrono::microseconds time)
{
    return decimal(std::max<std::int64_t>(0, time.count()));
}

Figure millisecondsOf(std::chrono::microseconds time)
{
    constexpr std::int64_t thousand = 1000;
    constexpr std::size_t digits = 3;
    const std::int64_t micros = std::max<std::int64_t>(0, time.count());
    Figure figure;
    figure.add(micros / thousand);
    if (micros % thousand > 0) {
        figure.add('.');
        figure.add(micros % thousand, digits);
        figure.dropZeros();
    }
    return figure;
}

namespace {

void addDay(Figure &figure, std::int64_t micros)
{
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(micros))));
    figure.add(static_cast<int>(day.year()), 4);
    figure.add('-');
    figure.add(static_cast<unsigned>(day.month()), 2);
    figure.add('-');
    figure.add(static_cast<unsigned>(day.day()), 2);
}

// The time of the day, \a colon between hours, minutes and seconds and \a point behind them.
void addClock(Figure &figure, std::int64_t micros, char colon, char point)
{
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    const std::int64_t seconds = micros / million % day;
    figure.add(seconds / hour, 2);
    figure.add(colon);
    figure.add(seconds % hour / minute, 2);
    figure.add(colon);
    figure.add(seconds % minute, 2);
    figure.add(point);
    figure.add(micros % million, 6);
}

} // namespace

Stamp stampOf(std::chrono::system_clock::time_point time)
{
    Figure day, clock;
    addDay(day, microsOf(time));
    addClock(clock, microsOf(time), '-', '-');
    return {std::string(day), std::string(clock)};
}

Figure isoMicros(std::chrono::system_clock::time_point time)
{
    const std::int64_t micros = microsOf(time);
    Figure figure;
    addDay(figure, micros);
    figure.add('T');
    addClock(figure, micros, ':', '.');
    figure.add('Z');
    return figure;
}

std::chrono::system_clock::time_point endOf(const Receipt &receipt)
{
    return receipt.startedAt + receipt.duration;
}

std::chrono::system_clock::time_point answeredAt(const Receipt &receipt)
{
    return receipt.firstToken.count() > 0 ? receipt.startedAt + receipt.firstToken : endOf(receipt);
}

const std::string &idOf(const Receipt &receipt)
{
    return receipt.answerId.empty() ? receipt.callId : receipt.answerId;
}

const std::string &traceOf(const Receipt &receipt)
{
    return receipt.session.empty() ? receipt.callId : receipt.session;
}

const std::string &modelOf(const Receipt &receipt)
{
    return receipt.upstreamModel.empty() ? receipt.model : receipt.upstreamModel;
}

bool isSuccess(const Receipt &receipt)
{
    return receipt.outcome == Outcome::Completed;
}

std::string_view errorClass(const Receipt &receipt)
{
    return receipt.fault ? info(*receipt.fault).name : std::string_view();
}

} // namespace gatehouse::observe::sinks
