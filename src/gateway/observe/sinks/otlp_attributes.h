// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/otlp.h"
#include "gateway/observe/sinks/otlp_output.h"

#include <span>
#include <string_view>

namespace gatehouse::observe::sinks::otlp {

/// Attributes as they stand in their list, written as they are added: there are dozens for each call. Empty texts and lists are
/// left out. Names are ours: they need no escaping.
class AttributeWriter
{
public:
    /// \a field is the number of the list in protobuf's message, which is 9 for spans and points.
    AttributeWriter(Output &out, Format format, int field = 9)
        : m_out(out)
        , m_format(format)
        , m_field(field)
    {
    }

    void text(std::string_view name, std::string_view value);
    void texts(std::string_view name, std::span<const std::string> values);
    void number(std::string_view name, std::int64_t value);
    void real(std::string_view name, double value);
    void flag(std::string_view name, bool value);

private:
    char *beginMessage(std::string_view name, std::size_t size);
    void textMessage(std::string_view name, std::string_view value);
    void textsMessage(std::string_view name, std::span<const std::string> values);
    void beginJson(std::string_view name, std::string_view kind);
    void textJson(std::string_view name, std::string_view value);
    void textsJson(std::string_view name, std::span<const std::string> values);

    Output &m_out;
    Format m_format;
    int m_field;
    bool m_isFirst = true;
};

/// Writes \a attributes with their brackets, or as the fields \a field; their names may be anybody's.
void write(Output &out, const Attributes &attributes, Format format, int field = 9);

} // namespace gatehouse::observe::sinks::otlp
