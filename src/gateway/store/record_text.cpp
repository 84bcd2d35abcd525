// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/record_text.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::store {

namespace {

std::string withoutNul(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    return text;
}

} // namespace

QString sqlText(std::string_view text)
{
    if (text.empty())
        return QStringLiteral(""); // a null string would be NULL
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).remove(QChar(u'\0'));
}

std::string cut(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    text.resize(bytes);
    return text;
}

std::string textIn(const wire::JsonObject &entry, std::string_view name)
{
    return withoutNul(wire::jsonString(entry.find(name)).value_or(""));
}

std::int64_t numberIn(const wire::JsonObject &entry, std::string_view name)
{
    const std::string_view raw = entry.find(name);
    std::int64_t value = 0;
    std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return value;
}

std::vector<std::string> textsIn(const wire::JsonObject &entry, std::string_view name)
{
    auto all = wire::jsonStrings(entry.find(name)).value_or(std::vector<std::string> {});
    for (std::string &text : all)
        text = withoutNul(std::move(text));
    return all;
}

} // namespace gatehouse::store
