// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp.h"
#include "gateway/observe/sinks/otlp_attributes.h"
#include "gateway/observe/sinks/otlp_output.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks::otlp {

using TraceId = std::array<char, 16>;
using SpanId = std::array<char, 8>;

/// A span, but for its attributes.
struct Span {
    enum Kind { Internal = 1, Server = 2, Client = 3 };
    TraceId trace {};
    SpanId id {};
    std::optional<SpanId> parent = {};
    std::string_view name = {};
    Kind kind = Internal;
    std::uint64_t start = 0, end = 0; ///< nanoseconds since 1970
    bool isError = false;
    std::string_view error = {};
};

/// Writes spans as they stand in a list of them.
class SpanWriter
{
public:
    explicit SpanWriter(Format format)
        : m_format(format)
    {
    }
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }
    /// \a describe is called with the AttributeWriter of the span.
    template <typename Describe> void add(const Span &span, Describe describe)
    {
        begin(span);
        AttributeWriter list(m_out, m_format);
        describe(list);
        end();
    }
    std::string take() { return m_out.take(); }

private:
    void begin(const Span &span);
    void end();
    void beginJson(const Span &span);
    void beginMessage(const Span &span);

    Format m_format;
    Output m_out;
    std::size_t m_begin = 0; // of the span that is being written
};

} // namespace gatehouse::observe::sinks::otlp
