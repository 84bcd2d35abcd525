// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/part_head.h"

#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace gatehouse::wire {

namespace {

constexpr std::size_t longestBoundary = 70; // RFC 2046 5.1.1
constexpr std::size_t longestName = 200;

Failure<Error> wrong(std::string message)
{
    return {Error {Fault::InvalidRequest, std::move(message)}};
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTokenCharacter(char c)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return isAlphanumeric(c) || marks.find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view tokenOf(std::string_view text)
{
    return text.substr(0, std::size_t(std::find_if_not(text.begin(), text.end(), isTokenCharacter) - text.begin()));
}

/// A parameter's value at the start of \a text, which it is cut off of; nothing, if there is none that all would read alike.
std::optional<std::string> takeValue(std::string_view &text)
{
    if (!text.starts_with('"')) {
        const std::string_view token = tokenOf(text);
        text.remove_prefix(token.size());
        return token.empty() ? std::nullopt : std::optional(std::string(token));
    }
    const std::size_t end = text.find('"', 1);
    // Some read a backslash before the mark as a part of the name and others as the end of it.
    if (end == std::string_view::npos || text[end - 1] == '\\')
        return std::nullopt;
    std::string value(text.substr(1, end - 1));
    text.remove_prefix(end + 1);
    return value;
}

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "; name=value; name=\"value\""; a name may stand there once.
std::optional<Parameters> readParameters(std::string_view text)
{
    Parameters all;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        if (text.front() != ';')
            return std::nullopt;
        text = trimmed(text.substr(1));
        if (text.empty())
            break;
        const std::string_view name = tokenOf(text);
        text.remove_prefix(name.size());
        if (name.empty() || !text.starts_with('='))
            return std::nullopt;
        text.remove_prefix(1);
        auto value = takeValue(text);
        const std::string lower = lowered(name);
        if (!value || std::any_of(all.begin(), all.end(), [&](const auto &other) { return other.first == lower; }))
            return std::nullopt;
        all.emplace_back(lower, std::move(*value));
    }
    return all;
}

std::optional<std::string> find(const Parameters &all, std::string_view name)
{
    const auto found = std::find_if(all.begin(), all.end(), [name](const auto &each) { return each.first == name; });
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

// A file goes on under the name that came: it must be one that nobody unescapes into another.
bool isPlainName(std::string_view name)
{
    constexpr std::string_view marks = "_-.[]";
    return std::all_of(
        name.begin(), name.end(), [marks](char c) { return isAlphanumeric(c) || marks.find(c) != std::string_view::npos; });
}

Result<> readDisposition(PartHead &head, std::string_view value)
{
    const std::string_view kind = tokenOf(value);
    const auto parameters = readParameters(value.substr(kind.size()));
    if (!sameName(kind, "form-data") || !parameters)
        return wrong("A part of the form has a malformed Content-Disposition.");
    const auto name = find(*parameters, "name");
    if (!name || name->empty() || name->size() > longestName || find(*parameters, "name*"))
        return wrong("A part of the form has no name, or one that cannot be read.");
    head.name = *name;
    head.fileName = find(*parameters, "filename");
    if (!head.fileName)
        head.fileName = find(*parameters, "filename*");
    if (head.fileName && (!isPlainName(head.name) || head.name == "model"))
        return wrong("A file of the form has a name that no file can have.");
    return {};
}

Result<> readLine(PartHead &head, std::string_view line)
{
    const std::string_view name = tokenOf(line);
    if (name.empty() || !line.substr(name.size()).starts_with(':'))
        return wrong("A part of the form has a malformed header.");
    const std::string_view value = trimmed(line.substr(name.size() + 1));
    if (sameName(name, "content-disposition"))
        return head.name.empty() ? readDisposition(head, value) : wrong("A part of the form has two Content-Dispositions.");
    if (sameName(name, "content-type"))
        return lowered(value).starts_with("multipart/") ? wrong("A part of the form is a form itself.") : Result<>();
    constexpr std::array harmless {"binary", "8bit", "7bit"};
    if (sameName(name, "content-transfer-encoding")
        && std::none_of(harmless.begin(), harmless.end(), [value](const char *each) { return sameName(value, each); }))
        return wrong("A part of the form is encoded; files and fields are taken as they are.");
    return {};
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

} // namespace

Result<PartHead> readPartHead(std::string_view text)
{
    PartHead head;
    head.text = text;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find("\r\n"));
        text.remove_prefix(std::min(text.size(), line.size() + 2));
        if (std::any_of(line.begin(), line.end(), isControl))
            return wrong("A part of the form has control characters in its head.");
        if (auto read = readLine(head, line); !read)
            return Failure {std::move(read).error()};
    }
    if (head.name.empty())
        return wrong("A part of the form has no Content-Disposition.");
    return head;
}

Result<std::string> boundaryOf(std::string_view contentType)
{
    const auto parameters = readParameters(contentType.substr(std::min(contentType.find(';'), contentType.size())));
    const auto boundary = parameters ? find(*parameters, "boundary") : std::nullopt;
    if (!boundary || boundary->empty())
        return wrong("The Content-Type of the form names no boundary.");
    constexpr std::string_view marks = "'()+_,-./:=? ";
    const auto isAllowed = [marks](char c) { return isAlphanumeric(c) || marks.find(c) != std::string_view::npos; };
    if (boundary->size() > longestBoundary || boundary->ends_with(' ')
        || !std::all_of(boundary->begin(), boundary->end(), isAllowed))
        return wrong("The Content-Type of the form names a boundary that is none.");
    return *boundary;
}

} // namespace gatehouse::wire
