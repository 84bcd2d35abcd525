// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/record_text.h"

#include "gateway/wire/json_object.h"

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

std::string_view cut(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

std::string textOf(std::string_view raw)
{
    return withoutNul(wire::jsonString(raw).value_or(""));
}

std::int64_t numberOf(std::string_view raw)
{
    std::int64_t value = 0;
    std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return value;
}

std::vector<std::string> textsOf(std::string_view raw)
{
    auto all = wire::jsonStrings(raw).value_or(std::vector<std::string> {});
    for (std::string &text : all)
        text = withoutNul(std::move(text));
    return all;
}

} // namespace gatehouse::store
