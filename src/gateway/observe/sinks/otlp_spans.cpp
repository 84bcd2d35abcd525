// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp_spans.h"

#include "gateway/observe/sinks/otlp_protobuf.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <charconv>
#include <span>

namespace gatehouse::observe::sinks::otlp {

namespace {

constexpr int failed = 2; // of a status

std::string_view bytesOf(std::span<const char> id)
{
    return {id.data(), id.size()};
}

void putText(Output &out, std::string_view before, std::string_view text)
{
    std::string room;
    out.append(before);
    wire::appendJsonString(out.text(), wire::asUtf8(text, room));
}

void putId(Output &out, std::string_view before, std::span<const char> id)
{
    static constexpr char digits[] = "0123456789abcdef";
    out.append(before);
    char *at = out.room();
    for (const char byte : id) {
        *at++ = digits[static_cast<unsigned char>(byte) >> 4];
        *at++ = digits[byte & 15];
    }
    out.advance(at);
}

void putNumber(Output &out, std::string_view before, std::uint64_t value)
{
    out.append(before);
    char *const at = out.room();
    out.advance(std::to_chars(at, at + Output::longestPiece, value).ptr);
}

} // namespace

void SpanWriter::begin(const Span &span)
{
    if (m_format == Format::Json)
        beginJson(span);
    else
        beginMessage(span);
}

void SpanWriter::beginJson(const Span &span)
{
    putId(m_out, m_out.size() == 0 ? R"({"traceId":")" : R"(,{"traceId":")", span.trace);
    putId(m_out, R"(","spanId":")", span.id);
    if (span.parent)
        putId(m_out, R"(","parentSpanId":")", *span.parent);
    putText(m_out, R"(","name":)", span.name);
    putNumber(m_out, R"(,"kind":)", static_cast<std::uint64_t>(span.kind));
    putNumber(m_out, R"(,"startTimeUnixNano":")", span.start);
    putNumber(m_out, R"(","endTimeUnixNano":")", span.end);
    m_out.append(R"(","status":{)");
    if (span.isError)
        putText(m_out, R"("code":2,"message":)", span.error);
    m_out.append(R"(},"attributes":[)");
}

// As the field of a ScopeSpans.
void SpanWriter::beginMessage(const Span &span)
{
    std::string room;
    Protobuf message(m_out);
    m_begin = message.open(2);
    message.bytes(1, bytesOf(span.trace));
    message.bytes(2, bytesOf(span.id));
    if (span.parent)
        message.bytes(4, bytesOf(*span.parent));
    message.bytes(5, wire::asUtf8(span.name, room));
    message.integer(6, static_cast<std::uint64_t>(span.kind));
    message.fixed(7, span.start);
    message.fixed(8, span.end);
    if (!span.isError)
        return;
    const auto status = message.open(15);
    message.bytes(2, wire::asUtf8(span.error, room));
    message.integer(3, failed);
    message.close(status);
}

void SpanWriter::end()
{
    if (m_format == Format::Json)
        m_out.append("]}");
    else
        Protobuf(m_out).close(m_begin);
}

} // namespace gatehouse::observe::sinks::otlp
