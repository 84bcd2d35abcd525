// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::wire {

/// True when two header names are the same, ASCII case apart.
bool sameName(std::string_view a, std::string_view b);
std::string lowered(std::string_view text);

/// HTTP header fields in the order they came. Names are compared without regard to case. All text stands in one buffer, because
/// an answer carries dozens of fields and each would otherwise be two allocations.
class Headers
{
public:
    struct Field {
        std::string_view name, value; ///< valid until the headers change
    };

    Headers() = default;
    Headers(std::initializer_list<Field> fields);

    void add(std::string_view name, std::string_view value);
    /// Replaces the first value of \a name, or adds it.
    void set(std::string_view name, std::string_view value);
    /// The first value of \a name, or empty.
    std::string_view value(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) < m_spans.size(); }
    /// Room for \a count fields.
    void reserve(std::size_t count);
    bool empty() const { return m_spans.empty(); }

    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag; // what it points at is made when it is asked for
        using value_type = Field;
        using difference_type = std::ptrdiff_t;
        using pointer = const Field *;
        using reference = Field;

        Iterator(const Headers &headers, std::size_t at)
            : m_headers(&headers)
            , m_at(at)
        {
        }
        Field operator*() const { return m_headers->at(m_at); }
        Iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_at == other.m_at; }

    private:
        const Headers *m_headers;
        std::size_t m_at;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, m_spans.size()}; }

private:
    struct Span {
        std::uint32_t nameBegin, nameSize, valueBegin, valueSize;
    };
    Field at(std::size_t index) const
    {
        const Span &span = m_spans[index];
        return {{m_text.data() + span.nameBegin, span.nameSize}, {m_text.data() + span.valueBegin, span.valueSize}};
    }
    std::size_t find(std::string_view name) const;
    std::uint32_t append(std::string_view text);

    std::string m_text;
    std::vector<Span> m_spans;
};

} // namespace gatehouse::wire
