// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/head_reader.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::upstream {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

bool isPrintable(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), isControl);
}

/// Values are passed on to clients: a stray control character must not become a line of its own there.
std::string printable(std::string_view value)
{
    std::string result(value);
    std::replace_if(result.begin(), result.end(), isControl, ' ');
    return result;
}

bool isPlain(std::string_view coding)
{
    return coding.empty() || wire::sameName(coding, "identity");
}

} // namespace

void HeadReader::reset()
{
    m_status = 0;
    m_complete = false;
    m_bytes = 0;
    m_headers = {};
    m_complaint.clear();
}

bool HeadReader::takeLine(std::string_view line)
{
    m_bytes += line.size();
    if (m_bytes > maxBytes)
        return refuse("its header is longer than " + std::to_string(maxBytes / 1024) + " KiB");
    if (m_complete)
        return true;
    if (line.starts_with("HTTP/")) {
        begin(line);
        return true;
    }
    return trimmed(line).empty() ? finish() : takeField(line);
}

bool HeadReader::refuse(std::string why)
{
    m_complaint = std::move(why);
    return false;
}

void HeadReader::begin(std::string_view statusLine)
{
    m_headers = {};
    m_headers.reserve(16);
    m_status = 0;
    const std::size_t space = statusLine.find(' ');
    if (space != std::string_view::npos)
        std::from_chars(statusLine.data() + space + 1, statusLine.data() + statusLine.size(), m_status);
}

bool HeadReader::takeField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    // Continuation lines are obsolete and carry nothing we need.
    if (colon == std::string_view::npos || line.front() == ' ' || line.front() == '\t')
        return true;
    const std::string_view name = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    // libcurl would inflate this one unasked, and a few KiB can become gigabytes.
    if (wire::sameName(name, "transfer-encoding") && !isPlain(value) && !wire::sameName(value, "chunked"))
        return refuse("it uses the transfer encoding " + printable(value) + ", which was not asked for");
    if (wire::sameName(name, "content-encoding") && !isPlain(value))
        return refuse("it is compressed (" + printable(value) + "), which was not asked for");
    if (isPrintable(name) && isPrintable(value)) // as nearly all are: nothing has to be copied for them
        m_headers.add(name, value);
    else
        m_headers.add(printable(name), printable(value));
    return true;
}

bool HeadReader::finish()
{
    if (m_status == 101)
        return refuse("it switches protocols, which was not asked for");
    m_complete = m_status >= 200;
    return m_complete || m_status >= 100 || refuse("its status line makes no sense");
}

} // namespace gatehouse::upstream
