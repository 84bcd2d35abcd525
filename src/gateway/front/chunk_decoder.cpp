// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/chunk_decoder.h"

#include "gateway/front/field_rules.h"

#include <algorithm>

namespace gatehouse::front {

namespace {

constexpr std::size_t mostDigits = 15; // of a chunk size: no overflow can happen in 64 bits
constexpr std::size_t mostExtension = 1024;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

} // namespace

void ChunkDecoder::refuse(int status, std::string_view message)
{
    m_refusal = Refusal {status, message};
}

std::size_t ChunkDecoder::take(std::string_view bytes, std::string &body)
{
    std::size_t at = 0;
    while (at < bytes.size() && !m_refusal && m_step != Step::Complete) {
        if (m_step == Step::Data)
            at += takeData(bytes.substr(at), body);
        else
            takeOne(bytes[at++]);
    }
    return at;
}

std::size_t ChunkDecoder::takeData(std::string_view bytes, std::string &body)
{
    const std::size_t size = std::min(bytes.size(), m_left);
    body.append(bytes.substr(0, size));
    m_left -= size;
    m_total += size;
    if (!m_left)
        m_step = Step::DataCr;
    return size;
}

void ChunkDecoder::takeOne(char c)
{
    switch (m_step) {
    case Step::Size: return onSize(c);
    case Step::Extension:
        if (c == '\r')
            m_step = Step::SizeEnd;
        else if (isForbiddenInValue(c) || ++m_overhead > mostExtension)
            refuse(400, "A chunk of the request body is malformed.");
        return;
    case Step::SizeEnd: return endSizeLine(c);
    case Step::DataCr: return expect(c, '\r', Step::DataLf);
    case Step::DataLf: return expect(c, '\n', Step::Size);
    case Step::TrailerStart: return onTrailerStart(c);
    case Step::Trailer:
        if (c == '\r')
            m_step = Step::TrailerEnd;
        else if (isForbiddenInValue(c))
            refuse(400, "A trailer of the request body is malformed.");
        else if (++m_overhead > m_lineLimit)
            refuse(431, "The trailers of the request body are too large.");
        return;
    case Step::TrailerEnd: return expect(c, '\n', Step::TrailerStart);
    case Step::LastLf: return expect(c, '\n', Step::Complete);
    case Step::Data:
    case Step::Complete: return;
    }
}

void ChunkDecoder::onSize(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
        m_left = m_left * 16 + static_cast<std::size_t>(digit);
        if (++m_digits > mostDigits)
            refuse(400, "A chunk of the request body is malformed.");
        else if (m_left > m_limit - m_total)
            refuse(413, "The request body is too large.");
        return;
    }
    m_overhead = 0;
    const bool ends = c == '\r';
    if (!m_digits || !(ends || c == ';' || c == ' ' || c == '\t'))
        return refuse(400, "A chunk of the request body is malformed.");
    m_step = ends ? Step::SizeEnd : Step::Extension;
}

void ChunkDecoder::endSizeLine(char c)
{
    const bool last = m_left == 0;
    m_digits = 0;
    m_overhead = 0;
    expect(c, '\n', last ? Step::TrailerStart : Step::Data);
}

void ChunkDecoder::onTrailerStart(char c)
{
    if (c == '\r') {
        m_step = Step::LastLf;
        return;
    }
    m_step = Step::Trailer;
    ++m_overhead;
    if (!isTokenCharacter(c))
        refuse(400, "A trailer of the request body is malformed.");
}

void ChunkDecoder::expect(char c, char wanted, Step next)
{
    if (c == wanted)
        m_step = next;
    else
        refuse(400, "A chunk of the request body is malformed.");
}

} // namespace gatehouse::front
