// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// A traceparent header (W3C Trace Context): "00-<32 digits>-<16 digits>-<flags>".
struct TraceParent {
    bool isValid = false;
    bool isSampled = false;
    std::string traceId, spanId; ///< raw bytes
};
TraceParent traceParent(std::string_view header);

/// The bytes of lower-case or upper-case digits; empty where \a digits is anything else.
std::string fromHex(std::string_view digits);

} // namespace gatehouse::observe::sinks
