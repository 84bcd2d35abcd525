// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/text.h"

#include "gateway/wire/utf8.h"

#include <algorithm>
#include <ctime>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::size_t longest = 8 * 1024;

std::string decimal(std::int64_t micros)
{
    const std::string fraction = std::to_string(1'000'000 + micros % 1'000'000); // 1 in front keeps the zeros
    return std::to_string(micros / 1'000'000) + "." + fraction.substr(1);
}

std::int64_t microsOf(std::chrono::system_clock::time_point time)
{
    return std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count());
}

} // namespace

wire::JsonWriter &writeText(wire::JsonWriter &json, std::string_view value)
{
    value = value.substr(0, longest);
    std::string room;
    return json.string(wire::asUtf8(value, room));
}

wire::JsonWriter &writeTextOrNull(wire::JsonWriter &json, std::string_view value)
{
    return value.empty() ? json.null() : writeText(json, value);
}

// Line breaks stand only between values: inside of texts JSON has them escaped.
wire::JsonWriter &writeRaw(wire::JsonWriter &writer, std::string_view json, std::string_view otherwise)
{
    if (json.empty())
        return writer.raw(otherwise);
    if (json.find('\n') == std::string_view::npos && json.find('\r') == std::string_view::npos)
        return writer.raw(json);
    std::string flat(json);
    std::replace_if(
        flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return writer.raw(flat);
}

std::string epochSeconds(std::chrono::system_clock::time_point time)
{
    return decimal(microsOf(time));
}

std::string secondsOf(std::chrono::microseconds time)
{
    return decimal(std::max<std::int64_t>(0, time.count()));
}

Stamp stampOf(std::chrono::system_clock::time_point time)
{
    const std::int64_t micros = microsOf(time);
    const std::time_t seconds = micros / 1'000'000;
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    char day[16], clock[16];
    const std::size_t daySize = std::strftime(day, sizeof day, "%Y-%m-%d", &parts);
    const std::size_t clockSize = std::strftime(clock, sizeof clock, "%H-%M-%S-", &parts);
    return {{day, daySize}, std::string(clock, clockSize) + std::to_string(1'000'000 + micros % 1'000'000).substr(1)};
}

std::string isoMicros(std::chrono::system_clock::time_point time)
{
    Stamp stamp = stampOf(time);
    constexpr std::size_t minutes = 2, seconds = 5, fraction = 8; // where the dashes stand
    stamp.time[minutes] = stamp.time[seconds] = ':';
    stamp.time[fraction] = '.';
    return stamp.day + "T" + stamp.time + "Z";
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
