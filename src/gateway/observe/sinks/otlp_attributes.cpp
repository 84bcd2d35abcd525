// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otlp_attributes.h"

#include "gateway/observe/sinks/otlp_protobuf.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/utf8.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

namespace gatehouse::observe::sinks::otlp {

namespace {

// The fields of a KeyValue, and of the AnyValue in it.
constexpr int keyField = 1, valueField = 2;
constexpr int stringField = 1, boolField = 2, intField = 3, doubleField = 4, arrayField = 5;

// Whatever stands in JSON's quotes: texts may be whole conversations, so they are not cut. Protobuf refuses what is no UTF-8, as
// JSON does.
void putJsonText(Output &out, std::string_view value)
{
    std::string room;
    wire::appendJsonString(out.text(), wire::asUtf8(value, room));
}

// What nearly all names and values are together: then a length is one byte, and all of it one piece.
constexpr std::size_t longestShort = 120;
static_assert(longestShort + 4 <= 0x7f && longestShort + 8 <= Output::longestPiece);

// What stands before the value of a field that is so short.
char *putShortHead(char *at, int field, std::size_t size)
{
    *at++ = tagOf(field, WireType::Bytes);
    *at++ = static_cast<char>(size);
    return at;
}

// Puts \a text there and tells whether it is ASCII, in a few moves of a register each: a call for either of both would take
// longer. The last block ends where the text does, over what is there already.
template <typename Word> bool putWords(char *at, std::string_view text)
{
    constexpr std::size_t size = sizeof(Word);
    constexpr auto highBits = static_cast<Word>(0x8080808080808080);
    Word word = 0, seen = 0;
    const auto put = [&](std::size_t from) {
        std::memcpy(&word, text.data() + from, size);
        std::memcpy(at + from, &word, size);
        seen |= word;
    };
    for (std::size_t from = 0; from + size < text.size(); from += size)
        put(from);
    put(text.size() - size);
    return (seen & highBits) == 0;
}

bool putShort(char *at, std::string_view text)
{
    if (text.size() >= sizeof(std::uint64_t))
        return putWords<std::uint64_t>(at, text);
    if (text.size() >= sizeof(std::uint32_t))
        return putWords<std::uint32_t>(at, text);
    return text.empty() || putWords<std::uint8_t>(at, text);
}

template <typename Number> void putNumber(Output &out, Number value)
{
    char *const at = out.room();
    out.advance(std::to_chars(at, at + Output::longestPiece, value).ptr);
}

// As it stands between quotes.
std::string escaped(std::string_view name)
{
    std::string room, quoted;
    wire::appendJsonString(quoted, wire::asUtf8(name, room));
    return quoted.substr(1, quoted.size() - 2);
}

void write(AttributeWriter &writer, std::string_view name, const Attribute &attribute)
{
    if (const auto *text = std::get_if<std::string>(&attribute.value))
        writer.text(name, *text);
    else if (const auto *flag = std::get_if<bool>(&attribute.value))
        writer.flag(name, *flag);
    else if (const auto *integer = std::get_if<std::int64_t>(&attribute.value))
        writer.number(name, *integer);
    else if (const auto *real = std::get_if<double>(&attribute.value))
        writer.real(name, *real);
    else if (const auto *list = std::get_if<std::vector<std::string>>(&attribute.value))
        writer.texts(name, *list);
}

} // namespace

// A KeyValue, up to its AnyValue of \a size bytes, which follows at what is returned. Of a short one nothing counts as written
// before the writer goes on from there.
char *AttributeWriter::beginMessage(std::string_view name, std::size_t size)
{
    char *at = m_out.room();
    *at++ = tagOf(m_field, WireType::Bytes);
    if (name.size() + size <= longestShort) {
        const std::size_t whole = name.size() + size + 4; // with a tag and a length before each
        *at++ = static_cast<char>(whole);
        at = putShortHead(at, keyField, name.size());
        putShort(at, name);
        return putShortHead(at + name.size(), valueField, size);
    }
    at = putVarint(at, fieldSize(name.size()) + fieldSize(size));
    *at++ = tagOf(keyField, WireType::Bytes);
    m_out.advance(putVarint(at, name.size()));
    m_out.append(name);
    at = m_out.room();
    *at++ = tagOf(valueField, WireType::Bytes);
    return putVarint(at, size);
}

// The same; what follows ends with two brackets.
void AttributeWriter::beginJson(std::string_view name, std::string_view kind)
{
    m_out.append(std::exchange(m_isFirst, false) ? R"({"key":")" : R"(,{"key":")");
    m_out.append(name);
    m_out.append(R"(","value":{")");
    m_out.append(kind);
    m_out.append(R"(":)");
}

void AttributeWriter::text(std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    if (m_format == Format::Json)
        textJson(name, value);
    else
        textMessage(name, value);
}

void AttributeWriter::textMessage(std::string_view name, std::string_view value)
{
    if (name.size() + value.size() + 2 <= longestShort) {
        char *const at = putShortHead(beginMessage(name, value.size() + 2), stringField, value.size());
        if (putShort(at, value))
            return m_out.advance(at + value.size());
    }
    std::string room;
    const std::string_view shown = wire::asUtf8(value, room);
    char *const at = beginMessage(name, fieldSize(shown.size()));
    *at = tagOf(stringField, WireType::Bytes);
    m_out.advance(putVarint(at + 1, shown.size()));
    m_out.append(shown);
}

void AttributeWriter::textJson(std::string_view name, std::string_view value)
{
    beginJson(name, "stringValue");
    putJsonText(m_out, value);
    m_out.append("}}");
}

void AttributeWriter::texts(std::string_view name, std::span<const std::string> values)
{
    if (values.empty())
        return;
    if (m_format == Format::Json)
        textsJson(name, values);
    else
        textsMessage(name, values);
}

void AttributeWriter::textsMessage(std::string_view name, std::span<const std::string> values)
{
    Protobuf message(m_out);
    const auto pair = message.open(m_field);
    message.item(keyField, name);
    const auto value = message.open(valueField), array = message.open(arrayField);
    for (const std::string &each : values) {
        std::string room;
        const std::string_view shown = wire::asUtf8(each, room);
        message.head(1, fieldSize(shown.size()));
        message.item(stringField, shown);
    }
    for (const auto begin : {array, value, pair})
        message.close(begin);
}

void AttributeWriter::textsJson(std::string_view name, std::span<const std::string> values)
{
    beginJson(name, "arrayValue");
    std::string_view before = R"({"values":[{"stringValue":)";
    for (const std::string &each : values) {
        m_out.append(std::exchange(before, R"(},{"stringValue":)"));
        putJsonText(m_out, each);
    }
    m_out.append("}]}}}");
}

void AttributeWriter::number(std::string_view name, std::int64_t value)
{
    if (m_format == Format::Json) {
        beginJson(name, "intValue");
        m_out.append("\"");
        putNumber(m_out, value);
        m_out.append("\"}}");
        return;
    }
    const auto bits = static_cast<std::uint64_t>(value);
    char *const at = beginMessage(name, 1 + varintSize(bits));
    *at = tagOf(intField, WireType::Varint);
    m_out.advance(putVarint(at + 1, bits));
}

void AttributeWriter::real(std::string_view name, double value)
{
    if (m_format == Format::Protobuf) {
        char *const at = beginMessage(name, 1 + sizeof value);
        *at = tagOf(doubleField, WireType::Fixed);
        return m_out.advance(putFixed(at + 1, std::bit_cast<std::uint64_t>(value)));
    }
    beginJson(name, "doubleValue");
    if (std::isfinite(value))
        putNumber(m_out, value);
    else
        m_out.append("null");
    m_out.append("}}");
}

void AttributeWriter::flag(std::string_view name, bool value)
{
    if (m_format == Format::Json) {
        beginJson(name, "boolValue");
        m_out.append(value ? "true}}" : "false}}");
        return;
    }
    char *const at = beginMessage(name, 2);
    *at = tagOf(boolField, WireType::Varint);
    m_out.advance(putVarint(at + 1, value ? 1 : 0));
}

void write(Output &out, const Attributes &attributes, Format format, int field)
{
    AttributeWriter writer(out, format, field);
    if (format == Format::Json)
        out.append("[");
    for (const Attribute &attribute : attributes) {
        std::string room;
        write(writer, format == Format::Json ? escaped(attribute.name) : std::string(wire::asUtf8(attribute.name, room)),
            attribute);
    }
    if (format == Format::Json)
        out.append("]");
}

} // namespace gatehouse::observe::sinks::otlp
