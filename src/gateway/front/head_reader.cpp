// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/head_reader.h"

#include "gateway/front/field_rules.h"
#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse::front {

namespace {

constexpr std::size_t mostFields = 100;   // QtHttpServer silently loses the headers, all of them, where there are more
constexpr std::size_t largestKept = 1024; // capacity worth keeping between two requests
constexpr std::array<std::string_view, 7> methods {"GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHostCharacter(char c)
{
    constexpr std::string_view marks = "-._~%!$&'()*+,;=:[]";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.find(c) != std::string_view::npos;
}

constexpr std::array<bool, 256> forbiddenInHead = [] {
    std::array<bool, 256> table {};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = isForbiddenInValue(static_cast<char>(c)) && c != '\r' && c != '\n';
    return table;
}();

bool isTargetCharacter(char c)
{
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '#';
}

} // namespace

/// Fields that are about the connection and not about the request.
struct HeadReader::FieldRow {
    std::string_view name;
    bool (HeadReader::*read)(std::string_view value);
    bool isKept; ///< passed on all the same
};

const HeadReader::FieldRow *HeadReader::rowOf(std::string_view name)
{
    static constexpr std::array<FieldRow, 10> rows {{
        {"host", &HeadReader::onHost, true}, {"content-length", &HeadReader::onContentLength, false},
        {"content-type", &HeadReader::onContentType, true}, {"transfer-encoding", &HeadReader::onTransferEncoding, false},
        {"connection", &HeadReader::onConnection, false}, {"expect", &HeadReader::onExpect, false},
        {"keep-alive", &HeadReader::onIgnored, false}, {"proxy-connection", &HeadReader::onIgnored, false},
        {"te", &HeadReader::onIgnored, false},
        {"upgrade", &HeadReader::onIgnored, false}, // RFC 9110 7.8: who does not switch protocols ignores it
    }};
    const auto found =
        std::find_if(rows.begin(), rows.end(), [name](const FieldRow &row) { return wire::sameName(row.name, name); });
    return found == rows.end() ? nullptr : &*found;
}

void HeadReader::reset()
{
    std::string text = std::move(m_text);
    *this = HeadReader(m_limit);
    if (text.capacity() <= largestKept) {
        text.clear();
        m_text = std::move(text);
    }
}

bool HeadReader::refuse(int status, std::string_view message)
{
    m_refusal = Refusal {status, message};
    return false;
}

std::size_t HeadReader::take(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size() && !m_complete && !m_refusal) {
        const std::size_t end = bytes.find('\n', at);
        const std::size_t next = end == std::string_view::npos ? bytes.size() : end + 1;
        if (append(bytes.substr(at, next - at)) && end != std::string_view::npos)
            onLine();
        at = next;
    }
    return at;
}

bool HeadReader::append(std::string_view piece)
{
    m_taken += piece.size();
    if (m_taken > m_limit)
        return refuse(431, "The request line and headers are too large.");
    if (std::any_of(piece.begin(), piece.end(), [](char c) { return forbiddenInHead[static_cast<unsigned char>(c)]; }))
        return refuse(400, "The request head holds control characters.");
    m_text.append(piece);
    return true;
}

void HeadReader::onLine()
{
    std::string_view line = std::string_view(m_text).substr(m_line);
    line.remove_suffix(1);
    if (line.empty() || line.back() != '\r') {
        refuse(400, "A line of the request head does not end in CR LF.");
        return;
    }
    line.remove_suffix(1);
    if (line.find('\r') != std::string_view::npos) {
        refuse(400, "The request head holds a bare CR.");
        return;
    }
    if (!m_hasRequestLine) {
        if (line.empty())
            m_text.clear(); // RFC 9112 2.2: empty lines before a request are skipped; they count against the limit
        else if (readRequestLine(line))
            m_line = m_text.size();
    } else if (line.empty()) {
        finish();
    } else if (readField(line)) {
        m_line = m_text.size();
    }
}

bool HeadReader::readRequestLine(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first)
        return refuse(400, "The request line is malformed.");
    const std::string_view method = line.substr(0, first);
    if (!readVersion(line.substr(last + 1)) || !readMethod(method))
        return false;
    m_hasRequestLine = true;
    return readTarget(line.substr(first + 1, last - first - 1), method);
}

bool HeadReader::readVersion(std::string_view version)
{
    const bool wellFormed = version.size() == 8 && version.starts_with("HTTP/") && isDigits(version.substr(5, 1))
        && version[6] == '.' && isDigits(version.substr(7, 1));
    if (!wellFormed)
        return refuse(400, "The request line is malformed.");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    m_isOld = version.back() == '0';
    m_wantsClose = m_isOld;
    return true;
}

bool HeadReader::readMethod(std::string_view method)
{
    if (!isToken(method))
        return refuse(400, "The request method is malformed.");
    if (std::find(methods.begin(), methods.end(), method) == methods.end())
        return refuse(501, "The request method is not supported.");
    m_isHead = method == "HEAD";
    return true;
}

bool HeadReader::readTarget(std::string_view target, std::string_view method)
{
    if (!std::all_of(target.begin(), target.end(), isTargetCharacter))
        return refuse(400, "The request target is malformed.");
    for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
        if (!wire::sameName(target.substr(0, scheme.size()), scheme))
            continue;
        target.remove_prefix(std::min(target.find_first_of("/?", scheme.size()), target.size()));
        if (target.empty() || target.front() == '?')
            target = "/"; // a query without a path means nothing at our doors
    }
    if (!target.starts_with('/') && !(target == "*" && method == "OPTIONS"))
        return refuse(400, "The request target is malformed.");
    // Two slashes at the start would be read as the name of a host.
    const std::string_view slashes = target.starts_with("//") ? "/%2F" : "";
    std::string kept;
    kept.reserve(target.size() + method.size() + 32);
    kept.append(method).append(1, ' ').append(slashes).append(target.substr(slashes.empty() ? 0 : 2)).append(" HTTP/1.1\r\n");
    m_text = std::move(kept);
    return true;
}

bool HeadReader::readField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    // Also refuses folded lines and blanks before the colon: neither is in a token.
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return refuse(400, "A request header is malformed.");
    if (++m_fields > mostFields)
        return refuse(431, "The request has too many headers.");
    const FieldRow *row = rowOf(line.substr(0, colon));
    if (!row)
        return true;
    if (!(this->*row->read)(trimmed(line.substr(colon + 1))))
        return false;
    if (!row->isKept)
        m_text.resize(m_line);
    return true;
}

bool HeadReader::onHost(std::string_view value)
{
    if (m_hasHost || !std::all_of(value.begin(), value.end(), isHostCharacter))
        return refuse(400, "The Host header is malformed.");
    m_hasHost = true;
    return true;
}

bool HeadReader::onContentLength(std::string_view value)
{
    if (!isDigits(value))
        return refuse(400, "The Content-Length header is malformed.");
    std::uint64_t length = 0;
    const auto result = std::from_chars(value.data(), value.data() + value.size(), length);
    if (result.ec != std::errc())
        length = UINT64_MAX; // digits only, and beyond any limit
    if (m_contentLength && *m_contentLength != length)
        return refuse(400, "The Content-Length headers contradict each other.");
    m_contentLength = length;
    return true;
}

bool HeadReader::onTransferEncoding(std::string_view value)
{
    if (m_isChunked)
        return refuse(400, "The Transfer-Encoding header is repeated.");
    if (!wire::sameName(value, "chunked"))
        return refuse(501, "No transfer encoding but chunked is supported.");
    m_isChunked = true;
    return true;
}

bool HeadReader::onConnection(std::string_view value)
{
    while (!value.empty()) {
        const std::string_view option = value.substr(0, value.find(','));
        m_wantsClose = m_wantsClose || wire::sameName(trimmed(option), "close");
        value.remove_prefix(std::min(option.size() + 1, value.size()));
    }
    return true;
}

bool HeadReader::onExpect(std::string_view value)
{
    if (!wire::sameName(value, "100-continue"))
        return refuse(417, "The Expect header asks for something unknown.");
    m_expectsContinue = true;
    return true;
}

bool HeadReader::onContentType(std::string_view value)
{
    constexpr std::string_view form = "multipart/form-data";
    m_isForm = m_isForm || wire::sameName(trimmed(value.substr(0, value.find(';'))), form);
    return true;
}

void HeadReader::finish()
{
    if (m_isChunked && (m_contentLength || m_isOld))
        refuse(400, "The length of the request body is ambiguous.");
    else if (!m_hasHost && !m_isOld)
        refuse(400, "The Host header is missing.");
    else
        m_complete = true;
    m_expectsContinue = m_expectsContinue && !m_isOld; // RFC 9110 10.1.1: ignored there
}

} // namespace gatehouse::front
