// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/wire/json_writer.h"

#include <chrono>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// Writes \a value, which may be anything that somebody sent: what is no UTF-8 in it is replaced, and what is longer than 8 KiB
/// is cut.
wire::JsonWriter &writeText(wire::JsonWriter &json, std::string_view value);
/// The same, or null where it is empty.
wire::JsonWriter &writeTextOrNull(wire::JsonWriter &json, std::string_view value);
/// Writes \a json, which is JSON, on one line; \a otherwise where it is empty.
wire::JsonWriter &writeRaw(wire::JsonWriter &writer, std::string_view json, std::string_view otherwise = "null");

/// Seconds since 1970 as a decimal: "1767225600.123456".
std::string epochSeconds(std::chrono::system_clock::time_point time);
/// "2026-01-31T12:00:00.123456Z"
std::string isoMicros(std::chrono::system_clock::time_point time);
/// The parts of that: "2026-01-31", "12-00-00-123456".
struct Stamp {
    std::string day, time;
};
Stamp stampOf(std::chrono::system_clock::time_point time);
/// A duration in seconds as a decimal.
std::string secondsOf(std::chrono::microseconds time);

/// When the answer's first byte came, or the whole of it where there was no first one; when it ended.
std::chrono::system_clock::time_point answeredAt(const Receipt &receipt);
std::chrono::system_clock::time_point endOf(const Receipt &receipt);

/// The answer's id, or else the call's.
const std::string &idOf(const Receipt &receipt);
/// What its calls have in common: the session, or else the call's own id.
const std::string &traceOf(const Receipt &receipt);
/// The model that answered, or that was asked for.
const std::string &modelOf(const Receipt &receipt);
bool isSuccess(const Receipt &receipt);
/// "RateLimitError"; empty = it did not fail.
std::string_view errorClass(const Receipt &receipt);

} // namespace gatehouse::observe::sinks
