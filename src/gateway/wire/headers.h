// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::wire {

/// True when two header names are the same, ASCII case apart.
bool sameName(std::string_view a, std::string_view b);
std::string lowered(std::string_view text);

/// HTTP header fields in the order they came. Names are compared without regard to case.
class Headers
{
public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : m_fields(fields) { }

    void add(std::string_view name, std::string_view value) { m_fields.emplace_back(name, value); }
    void set(std::string_view name, std::string_view value);
    /// The first value of \a name, or empty.
    std::string_view value(std::string_view name) const;
    bool has(std::string_view name) const;
    void reserve(std::size_t count) { m_fields.reserve(count); }
    bool empty() const { return m_fields.empty(); }
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};

} // namespace gatehouse::wire
