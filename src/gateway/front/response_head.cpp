// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/response_head.h"

#include "gateway/front/field_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::front {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 44> phrases {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {424, "Failed Dependency"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

constexpr std::array<std::string_view, 7> ours {
    "content-length", "transfer-encoding", "connection", "keep-alive", "date", "server", "upgrade"};

bool isOurs(std::string_view name)
{
    constexpr std::size_t longest = 17; // most names are longer: an answer has some thirty of LiteLLM's
    return name.size() <= longest
        && std::any_of(ours.begin(), ours.end(), [name](std::string_view one) { return wire::sameName(one, name); });
}

// What may not stand in a value becomes a blank.
constexpr std::array<char, 256> valueCharacters = [] {
    std::array<char, 256> table {};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = isForbiddenInValue(static_cast<char>(c)) ? ' ' : static_cast<char>(c);
    return table;
}();

// In one piece: an answer has some forty fields, and appending each part of them was most of what its head cost.
void appendField(std::string &out, std::string_view name, std::string_view value)
{
    if (!isToken(name) || isOurs(name))
        return;
    const std::size_t start = out.size();
    out.resize(start + name.size() + value.size() + 4);
    char *at = std::copy(name.begin(), name.end(), out.data() + start);
    *at++ = ':';
    *at++ = ' ';
    at = std::transform(value.begin(), value.end(), at, [](char c) { return valueCharacters[static_cast<unsigned char>(c)]; });
    *at++ = '\r';
    *at = '\n';
}

void appendFraming(std::string &out, const Framing &framing)
{
    if (framing.kind == Framing::Length)
        out.append("content-length: ").append(std::to_string(framing.length)).append("\r\n");
    else if (framing.kind == Framing::Chunked)
        out.append("transfer-encoding: chunked\r\n");
    if (framing.close)
        out.append("connection: close\r\n");
}

} // namespace

std::string_view DateLine::text()
{
    const std::time_t now = std::time(nullptr);
    if (now == m_second)
        return m_text;
    m_second = now;
    std::tm parts {};
    ::gmtime_r(&now, &parts);
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 64> buffer {};
    // strftime() would write the names in the locale's language.
    std::snprintf(buffer.data(), buffer.size(), "%s, %02d %s %d %02d:%02d:%02d GMT", days[parts.tm_wday], parts.tm_mday,
        months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    m_text = buffer.data();
    return m_text;
}

std::string_view reasonPhrase(int status)
{
    const auto found =
        std::lower_bound(phrases.begin(), phrases.end(), status, [](const auto &row, int wanted) { return row.first < wanted; });
    return found != phrases.end() && found->first == status ? found->second : std::string_view("Status");
}

std::string headText(const wire::Head &head, const Framing &framing, std::string_view date)
{
    std::size_t size = 256;
    for (const auto &[name, value] : head.headers)
        size += name.size() + value.size() + 4;
    std::string out;
    out.reserve(size);
    const int status = head.status >= 200 && head.status <= 599 ? head.status : 500; // three digits, and final
    out.append("HTTP/1.1 ").append(std::to_string(status)).append(1, ' ').append(reasonPhrase(status)).append("\r\n");
    out.append("date: ").append(date).append("\r\nserver: gatehouse\r\n");
    for (const auto &[name, value] : head.headers)
        appendField(out, name, value);
    appendFraming(out, framing);
    out.append("\r\n");
    return out;
}

} // namespace gatehouse::front
