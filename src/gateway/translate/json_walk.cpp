// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_walk.h"

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <cstring>

namespace gatehouse::translate {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

// The place behind the string that opens at \a at. Long strings are most of a body, so they are crossed by memchr.
std::size_t skipString(std::string_view text, std::size_t at)
{
    const std::size_t begin = at + 1;
    for (std::size_t from = begin; from < text.size();) {
        const void *quote = std::memchr(text.data() + from, '"', text.size() - from);
        if (!quote)
            break;
        const std::size_t end = static_cast<std::size_t>(static_cast<const char *>(quote) - text.data());
        std::size_t slashes = 0;
        while (end - slashes > begin && text[end - slashes - 1] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return end + 1;
        from = end + 1;
    }
    return text.size();
}

std::size_t skipNested(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        switch (text[at]) {
        case '"': at = skipString(text, at); continue;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default: break;
        }
        ++at;
    }
    return text.size();
}

std::size_t skipValue(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return at;
    if (text[at] == '"')
        return skipString(text, at);
    if (text[at] == '{' || text[at] == '[')
        return skipNested(text, at);
    while (at < text.size() && text[at] != ',' && text[at] != ']' && text[at] != '}' && !isSpace(text[at]))
        ++at;
    return at;
}

// One step of a path: the name of a member, or with \a isIndex a place in an array ("*" = all).
struct Step {
    std::string_view text;
    bool isIndex = false;
};

std::vector<Step> steps(std::string_view path)
{
    std::vector<Step> result;
    while (!path.empty()) {
        if (path.front() == '.') {
            path.remove_prefix(1);
        } else if (path.front() == '[' && path.find(']') != path.npos) {
            result.push_back({path.substr(1, path.find(']') - 1), true});
            path.remove_prefix(path.find(']') + 1);
        } else {
            const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
            result.push_back({path.substr(0, end), false});
            path.remove_prefix(end);
        }
    }
    return result;
}

bool without(std::string_view raw, const Step *step, const Step *end, std::string &out)
{
    const char kind = wire::jsonKind(raw);
    if (kind != (step->isIndex ? 'a' : 'o'))
        return false;
    wire::JsonWriter json;
    step->isIndex ? json.beginArray() : json.beginObject();
    bool found = false;
    std::size_t index = 0;
    for (JsonWalk walk(raw); walk.next(); ++index) {
        const bool hit = step->isIndex ? step->text == "*" || step->text == std::to_string(index) : step->text == walk.name();
        std::string inner;
        if (hit && step + 1 == end) {
            found = true;
            continue;
        }
        const bool changed = hit && without(walk.raw(), step + 1, end, inner);
        found |= changed;
        if (!step->isIndex)
            json.raw('"' + std::string(walk.name()) + "\":" + (changed ? inner : std::string(walk.raw())));
        else
            json.raw(changed ? std::string_view(inner) : walk.raw());
    }
    step->isIndex ? json.endArray() : json.endObject();
    out = json.take();
    return found;
}

} // namespace

JsonWalk::JsonWalk(std::string_view raw)
    : m_text(raw)
{
    m_isObject = !raw.empty() && raw.front() == '{';
    m_at = m_isObject || (!raw.empty() && raw.front() == '[') ? 1 : raw.size();
}

bool JsonWalk::next()
{
    m_at = skipSpace(m_text, m_at);
    if (m_at < m_text.size() && m_text[m_at] == ',')
        m_at = skipSpace(m_text, m_at + 1);
    if (m_at >= m_text.size() || m_text[m_at] == ']' || m_text[m_at] == '}')
        return false;
    if (m_isObject) {
        if (m_text[m_at] != '"')
            return false;
        const std::size_t end = skipString(m_text, m_at);
        if (end < m_at + 2)
            return false;
        m_name = m_text.substr(m_at + 1, end - m_at - 2);
        m_at = skipSpace(m_text, end);
        if (m_at >= m_text.size() || m_text[m_at] != ':')
            return false;
        m_at = skipSpace(m_text, m_at + 1);
    }
    const std::size_t begin = m_at;
    m_at = skipValue(m_text, begin);
    m_raw = m_text.substr(std::min(begin, m_text.size()), m_at - begin);
    return m_at > begin;
}

std::optional<std::string> decodedName(std::string_view name)
{
    return wire::jsonString('"' + std::string(name) + '"');
}

std::optional<std::string> withoutPath(std::string_view raw, std::string_view path)
{
    const std::vector<Step> list = steps(path);
    std::string result;
    if (list.empty() || !without(raw, list.data(), list.data() + list.size(), result))
        return std::nullopt;
    return result;
}

} // namespace gatehouse::translate
