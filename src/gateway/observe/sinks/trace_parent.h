// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace gatehouse::observe::sinks {

/// A traceparent header (W3C Trace Context): "00-<32 digits>-<16 digits>-<flags>".
struct TraceParent {
    bool isValid = false;
    bool isSampled = false;
    std::array<char, 16> traceId {};
    std::array<char, 8> spanId {};
};
TraceParent traceParent(std::string_view header);

/// The trace that a call's own id names, where it is a UUID or has as many digits.
std::optional<std::array<char, 16>> traceIdIn(std::string_view callId);

} // namespace gatehouse::observe::sinks
