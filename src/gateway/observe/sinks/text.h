// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/figure.h"

#include <chrono>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// \a json as it is where it stands on one line; else \a room, where it does.
std::string_view onOneLine(std::string_view json, std::string &room);

/// Seconds since 1970 as a decimal: "1767225600.123456".
Figure epochSeconds(std::chrono::system_clock::time_point time);
/// "2026-01-31T12:00:00.123456Z"
Figure isoMicros(std::chrono::system_clock::time_point time);
/// The parts of that: "2026-01-31", "12-00-00-123456".
struct Stamp {
    std::string day, time;
};
Stamp stampOf(std::chrono::system_clock::time_point time);
/// A duration as a decimal, in seconds and in milliseconds; nothing is shorter than none.
Figure secondsOf(std::chrono::microseconds time);
Figure millisecondsOf(std::chrono::microseconds time);

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
