// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::wire {

/// Appends \a text to \a out as a JSON string, with its quotes. \a text must be UTF-8.
void appendJsonString(std::string &out, std::string_view text);

/// Writes JSON straight into a string: commas and quotes are its business, nesting is the caller's.
///     JsonWriter json; json.beginObject().key("model").string(m).key("n").number(1).endObject();
class JsonWriter
{
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    JsonWriter &key(std::string_view name);
    JsonWriter &string(std::string_view value);
    JsonWriter &number(std::int64_t value);
    JsonWriter &number(double value);
    JsonWriter &boolean(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter &null() { return raw("null"); }
    /// null where \a value is empty.
    JsonWriter &stringOrNull(std::string_view value) { return value.empty() ? null() : string(value); }
    /// null where there is none.
    template <typename Number> JsonWriter &numberOrNull(const std::optional<Number> &value)
    {
        return value ? number(*value) : null();
    }
    /// null where \a count is none: what is counted from 1 on is not known then.
    JsonWriter &countOrNull(std::int64_t count) { return count > 0 ? number(count) : null(); }
    /// A value that already is JSON text.
    JsonWriter &raw(std::string_view json);

    const std::string &text() const { return m_text; }
    std::string take() { return std::move(m_text); }
    void reserve(std::size_t bytes) { m_text.reserve(bytes); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();

    std::string m_text;
    bool m_needsComma = false;
};

} // namespace gatehouse::wire
