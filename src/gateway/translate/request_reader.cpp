// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/request_reader.h"

#include "gateway/translate/json_walk.h"

#include <cmath>

namespace gatehouse::translate {

std::string shortened(std::string_view raw, std::size_t most)
{
    if (raw.size() <= most)
        return std::string(raw);
    while (most > 0 && (static_cast<unsigned char>(raw[most]) & 0xC0) == 0x80)
        --most;
    return std::string(raw.substr(0, most)) + "…";
}

bool RequestReader::fail(std::string_view member, std::string_view what)
{
    if (m_error)
        return false;
    std::string place(m_place.list);
    if (!m_place.list.empty() && m_place.item >= 0)
        place += '[' + std::to_string(m_place.item) + ']';
    if (m_place.part >= 0)
        place.append(".").append(m_place.parts).append("[" + std::to_string(m_place.part) + ']');
    if (!place.empty() && !member.empty())
        place += '.';
    place += member;
    m_error = Error {Fault::BadRequest, place + (place.empty() ? "" : " ") + std::string(what)};
    return false;
}

bool RequestReader::text(const Members &object, std::string_view name, std::string &into)
{
    const std::string_view raw = object.find(name);
    if (wire::jsonIsNull(raw))
        return true;
    if (wire::jsonKind(raw) != 's')
        return fail(name, "must be a string");
    auto value = wire::jsonString(raw);
    if (!value)
        return fail(name, "holds a broken escape: it is not valid Unicode text");
    into = std::move(*value);
    return true;
}

bool RequestReader::requiredText(const Members &object, std::string_view name, std::string &into)
{
    if (!object.has(name))
        return fail(name, "is required");
    return text(object, name, into);
}

bool RequestReader::integer(const Members &object, std::string_view name, std::optional<std::int64_t> &into)
{
    std::optional<double> value;
    if (!number(object, name, value))
        return false;
    if (!value)
        return true;
    if (*value != std::floor(*value) || std::abs(*value) > 1e15)
        return fail(name, "must be a whole number");
    into = static_cast<std::int64_t>(*value);
    return true;
}

bool RequestReader::number(const Members &object, std::string_view name, std::optional<double> &into)
{
    if (!object.has(name))
        return true;
    into = wire::jsonNumber(object.find(name));
    return into ? true : fail(name, "must be a number");
}

bool RequestReader::boolean(const Members &object, std::string_view name, std::optional<bool> &into)
{
    if (!object.has(name))
        return true;
    into = wire::jsonBool(object.find(name));
    return into ? true : fail(name, "must be true or false");
}

bool RequestReader::object(const Members &object, std::string_view name, std::string &into)
{
    if (!object.has(name))
        return true;
    if (wire::jsonKind(object.find(name)) != 'o')
        return fail(name, "must be an object");
    into = object.find(name);
    return true;
}

bool RequestReader::texts(const Members &object, std::string_view name, std::vector<std::string> &into)
{
    if (!object.has(name))
        return true;
    const std::string_view raw = object.find(name);
    if (wire::jsonKind(raw) == 's') {
        std::string one;
        if (!text(object, name, one))
            return false;
        into.push_back(std::move(one));
        return true;
    }
    auto list = wire::jsonStrings(raw);
    if (!list)
        return fail(name, "must be a string or an array of strings");
    into = std::move(*list);
    return true;
}

bool RequestReader::isList(const Members &object, std::string_view name)
{
    const std::string_view raw = object.find(name);
    if (!wire::jsonIsNull(raw) && wire::jsonKind(raw) != 'a')
        return fail(name, "must be an array");
    int index = 0;
    for (JsonWalk item(raw); item.next(); ++index) {
        if (wire::jsonKind(item.raw()) != 'o')
            return fail(std::string(name) + '[' + std::to_string(index) + ']', "must be an object");
    }
    return true;
}

} // namespace gatehouse::translate
