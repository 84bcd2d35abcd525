// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"

#include "gateway/wire/json_object.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::translate {

std::size_t closingQuote(std::string_view text, std::size_t quote)
{
    for (std::size_t at = text.find('"', quote + 1); at != std::string_view::npos; at = text.find('"', at + 1)) {
        std::size_t backslashes = 0;
        while (text[at - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return at;
    }
    return std::string_view::npos;
}

std::string_view member(std::string_view object, std::string_view name)
{
    JsonMembers members(object);
    while (members.next()) {
        if (members.name() == name)
            return members.raw();
    }
    return {};
}

std::string_view member(std::string_view object, std::initializer_list<std::string_view> path)
{
    for (const std::string_view name : path)
        object = member(object, name);
    return object;
}

std::int64_t countOf(std::string_view raw)
{
    constexpr std::int64_t most = std::int64_t(1) << 53;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (error != std::errc() || end != raw.data() + raw.size()) {
        const double number = wire::jsonNumber(raw).value_or(0);
        value = number >= 0 && number <= double(most) ? static_cast<std::int64_t>(number) : 0;
    }
    return value < 0 || value > most ? 0 : value;
}

std::string_view innerOf(std::string_view raw)
{
    return isString(raw) ? raw.substr(1, raw.size() - 2) : std::string_view();
}

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isUnicodeEscape(std::string_view text)
{
    return text.size() >= 6 && text[0] == '\\' && text[1] == 'u' && isHex(text[2]) && isHex(text[3]) && isHex(text[4])
        && isHex(text[5]);
}

// The code unit of a \uXXXX escape.
unsigned codeUnit(std::string_view text)
{
    unsigned value = 0;
    std::from_chars(text.data() + 2, text.data() + 6, value, 16);
    return value;
}

// The same string with every half of a surrogate pair, and every escape that JSON does not know, replaced.
std::string mended(std::string_view raw)
{
    std::string result;
    std::string_view rest = raw;
    while (!rest.empty()) {
        const std::size_t plain = std::min(rest.find('\\'), rest.size());
        result += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.size() < 2)
            break;
        std::size_t length = 2;
        bool sound = std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos;
        if (isUnicodeEscape(rest)) {
            const unsigned unit = codeUnit(rest);
            const bool pair = unit >= 0xd800 && unit < 0xdc00 && isUnicodeEscape(rest.substr(6))
                && codeUnit(rest.substr(6)) >= 0xdc00 && codeUnit(rest.substr(6)) < 0xe000;
            length = pair ? 12 : 6;
            sound = pair || unit < 0xd800 || unit >= 0xe000;
        }
        result += sound ? rest.substr(0, length) : std::string_view("\\ufffd");
        rest.remove_prefix(length);
    }
    return result;
}

} // namespace

std::string textOf(std::string_view raw)
{
    if (!isString(raw))
        return {};
    if (auto text = wire::jsonString(raw))
        return std::move(*text);
    return wire::jsonString(mended(raw)).value_or(std::string());
}

bool hasSoundEscapes(std::string_view raw)
{
    for (std::size_t at = raw.find('\\'); at != std::string_view::npos && at + 1 < raw.size(); at = raw.find('\\', at)) {
        const std::string_view escape = raw.substr(at);
        if (!isUnicodeEscape(escape) && std::string_view("\"\\/bfnrt").find(escape[1]) == std::string_view::npos)
            return false;
        at += 2;
    }
    return true;
}

std::string_view soundString(std::string_view raw)
{
    return isString(raw) && hasSoundEscapes(raw) ? raw : std::string_view("\"\"");
}

bool saysSomething(std::string_view raw)
{
    return !raw.empty() && raw != "null" && raw != "\"\"" && raw != "[]" && raw != "{}";
}

} // namespace gatehouse::translate
