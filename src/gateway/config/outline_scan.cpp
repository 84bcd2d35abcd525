// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/outline_scan.h"

#include <algorithm>

namespace gatehouse::config::scan {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view flowMarks = ",[]{}";

bool isFlowMark(char c)
{
    return flowMarks.find(c) != flowMarks.npos;
}

std::size_t withoutBlanks(std::string_view text, std::size_t begin, std::size_t end)
{
    while (end > begin && isBlank(text[end - 1]))
        --end;
    return end;
}

} // namespace

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

bool isGap(std::string_view text, std::size_t at)
{
    return at >= text.size() || isBlank(text[at]) || isBreak(text[at]);
}

std::size_t lineStart(std::string_view text, std::size_t at)
{
    const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
    if (before != text.npos)
        return before + 1;
    return text.starts_with(byteOrderMark) ? std::min(byteOrderMark.size(), at) : 0;
}

std::size_t nextLine(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    return end == text.npos ? text.size() : end + 1;
}

std::size_t lineEnd(std::string_view text, std::size_t at)
{
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t columnOf(std::string_view text, std::size_t at)
{
    return at - lineStart(text, at);
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

std::size_t skipToContent(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (isComment(text, at))
            at = lineEnd(text, at);
        else if (isBlank(text[at]) || isBreak(text[at]))
            ++at;
        else
            break;
    }
    return at;
}

bool isMarker(std::string_view text, std::size_t at)
{
    const std::string_view mark = text.substr(std::min(at, text.size()), 3);
    return (mark == "---" || mark == "...") && isGap(text, at + 3) && columnOf(text, at) == 0;
}

bool isDash(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] == '-' && isGap(text, at + 1);
}

bool isComment(std::string_view text, std::size_t at)
{
    return at < text.size() && text[at] == '#' && (at == lineStart(text, at) || isBlank(text[at - 1]));
}

std::size_t quotedEnd(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        const bool isDoubled = quote == '\'' && text.substr(at, 2) == "''";
        if (isDoubled || (quote == '"' && text[at] == '\\'))
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return text.npos;
}

std::size_t plainEnd(std::string_view text, std::size_t at)
{
    const std::size_t begin = at, end = lineEnd(text, at);
    while (at < end && !isComment(text, at) && !(text[at] == ':' && isGap(text, at + 1)))
        ++at;
    return withoutBlanks(text, begin, at);
}

std::size_t flowPlainEnd(std::string_view text, std::size_t at)
{
    const std::size_t begin = at, end = lineEnd(text, at);
    const auto isColon = [&](std::size_t i) { return text[i] == ':' && (isGap(text, i + 1) || isFlowMark(text[i + 1])); };
    while (at < end && !isComment(text, at) && !isFlowMark(text[at]) && !isColon(at))
        ++at;
    return withoutBlanks(text, begin, at);
}

std::size_t keyColon(std::string_view text, std::size_t at)
{
    if (at >= text.size() || std::string_view("[]{},|>%@`#&*!").find(text[at]) != std::string_view::npos)
        return text.npos;
    const bool isQuoted = text[at] == '"' || text[at] == '\'';
    const std::size_t end = isQuoted ? quotedEnd(text, at) : plainEnd(text, at);
    if (end == text.npos || end > lineEnd(text, at))
        return text.npos;
    const std::size_t colon = skipBlanks(text, end);
    return colon < text.size() && text[colon] == ':' && isGap(text, colon + 1) ? colon : text.npos;
}

} // namespace gatehouse::config::scan
