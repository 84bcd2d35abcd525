// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/headers.h"

namespace gatehouse::wire {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

bool sameName(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = lower(c);
    return result;
}

Headers::Headers(std::initializer_list<Field> fields)
{
    for (const Field &field : fields)
        add(field.name, field.value);
}

void Headers::reserve(std::size_t count)
{
    constexpr std::size_t typicalField = 40;
    m_spans.reserve(count);
    m_text.reserve(count * typicalField);
}

std::uint32_t Headers::append(std::string_view text)
{
    const auto begin = static_cast<std::uint32_t>(m_text.size());
    m_text += text;
    return begin;
}

void Headers::add(std::string_view name, std::string_view value)
{
    Span span {0, static_cast<std::uint32_t>(name.size()), 0, static_cast<std::uint32_t>(value.size())};
    span.nameBegin = append(name);
    span.valueBegin = append(value);
    m_spans.push_back(span);
}

void Headers::set(std::string_view name, std::string_view value)
{
    const std::size_t index = find(name);
    if (index == m_spans.size())
        return add(name, value);
    m_spans[index].valueBegin = append(value); // the old text stays behind; it goes with the headers
    m_spans[index].valueSize = static_cast<std::uint32_t>(value.size());
}

std::string_view Headers::value(std::string_view name) const
{
    const std::size_t index = find(name);
    return index < m_spans.size() ? at(index).value : std::string_view();
}

std::size_t Headers::find(std::string_view name) const
{
    std::size_t index = 0; // a request is asked for some sixty names, and most of its own have another length
    while (index < m_spans.size() && (m_spans[index].nameSize != name.size() || !sameName(at(index).name, name)))
        ++index;
    return index;
}

} // namespace gatehouse::wire
