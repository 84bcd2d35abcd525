// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/path.h"

#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::config {

namespace {

std::pair<int, int> placeOf(const Mark &mark)
{
    return {mark.line, mark.column};
}

/// Looks for the last value that begins no later than a place.
class Search
{
public:
    explicit Search(const Mark &where)
        : m_where(where)
    {
    }

    void look(const Value &value, const Mark &begin)
    {
        const auto place = placeOf(begin);
        const bool isHere = begin.file == m_where.file && begin.line > 0 && place <= placeOf(m_where);
        if (isHere && place >= m_best) {
            m_best = place;
            m_found = m_path;
        }
        for (const auto &[key, member] : value.entries())
            enter(key, member, member.keyMark());
        for (std::size_t i = 0; i < value.items().size(); ++i)
            enter(i, value.items()[i], value.items()[i].mark());
    }

    Path found() const { return m_found; }

private:
    void enter(Part part, const Value &value, const Mark &begin)
    {
        m_path.push_back(std::move(part));
        look(value, begin);
        m_path.pop_back();
    }

    Mark m_where;
    Path m_path, m_found;
    std::pair<int, int> m_best {0, 0};
};

const Value *memberOf(const Value &value, const Part &part)
{
    if (const auto *index = std::get_if<std::size_t>(&part))
        return *index < value.items().size() ? &value.items()[*index] : nullptr;
    const auto &entries = value.entries();
    const auto known = std::find_if(
        entries.begin(), entries.end(), [&](const Value::Entry &entry) { return entry.first == std::get<std::string>(part); });
    return known == entries.end() ? nullptr : &known->second;
}

} // namespace

std::string toString(const Path &path)
{
    std::string text;
    for (const Part &part : path) {
        if (const auto *index = std::get_if<std::size_t>(&part))
            text += "[" + std::to_string(*index) + "]";
        else
            text.append(text.empty() ? "" : ".").append(std::get<std::string>(part));
    }
    return text;
}

std::string pathJson(const Path &path)
{
    wire::JsonWriter json;
    json.beginArray();
    for (const Part &part : path) {
        if (const auto *index = std::get_if<std::size_t>(&part))
            json.number(static_cast<std::int64_t>(*index));
        else
            json.string(std::get<std::string>(part));
    }
    return json.endArray().take();
}

Path pathAt(const Value &root, const Mark &where)
{
    Search search(where);
    if (where.line > 0)
        search.look(root, {});
    return search.found();
}

const Value *valueAt(const Value &root, const Path &path)
{
    const Value *value = &root;
    for (const Part &part : path) {
        value = memberOf(*value, part);
        if (!value)
            return nullptr;
    }
    return value;
}

} // namespace gatehouse::config
