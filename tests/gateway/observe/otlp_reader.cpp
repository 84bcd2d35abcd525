// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "otlp_reader.h"

#include <QJsonArray>

#include <bit>
#include <cstdint>
#include <map>
#include <optional>

namespace {

enum class Kind { Text, Hex, Number, NumberText, Flag, Fixed, Real, FixedList, RealList, Message, Messages };

struct Field;
using Schema = std::map<int, Field>;
struct Field {
    const char *name;
    Kind kind;
    const Schema *schema = nullptr;
};

// opentelemetry-proto 1.x, as far as we write it.
extern const Schema any;
const Schema arrayValue {{1, {"values", Kind::Messages, &any}}};
const Schema any {{1, {"stringValue", Kind::Text}}, {2, {"boolValue", Kind::Flag}}, {3, {"intValue", Kind::NumberText}},
    {4, {"doubleValue", Kind::Real}}, {5, {"arrayValue", Kind::Message, &arrayValue}}};
const Schema keyValue {{1, {"key", Kind::Text}}, {2, {"value", Kind::Message, &any}}};
const Schema resource {{1, {"attributes", Kind::Messages, &keyValue}}};
const Schema scope {{1, {"name", Kind::Text}}};
const Schema status {{2, {"message", Kind::Text}}, {3, {"code", Kind::Number}}};
const Schema span {{1, {"traceId", Kind::Hex}}, {2, {"spanId", Kind::Hex}}, {4, {"parentSpanId", Kind::Hex}},
    {5, {"name", Kind::Text}}, {6, {"kind", Kind::Number}}, {7, {"startTimeUnixNano", Kind::Fixed}},
    {8, {"endTimeUnixNano", Kind::Fixed}}, {9, {"attributes", Kind::Messages, &keyValue}},
    {15, {"status", Kind::Message, &status}}};
const Schema scopeSpans {{1, {"scope", Kind::Message, &scope}}, {2, {"spans", Kind::Messages, &span}}};
const Schema resourceSpans {{1, {"resource", Kind::Message, &resource}}, {2, {"scopeSpans", Kind::Messages, &scopeSpans}}};
const Schema traces {{1, {"resourceSpans", Kind::Messages, &resourceSpans}}};
const Schema point {{2, {"startTimeUnixNano", Kind::Fixed}}, {3, {"timeUnixNano", Kind::Fixed}}, {4, {"count", Kind::Fixed}},
    {5, {"sum", Kind::Real}}, {6, {"bucketCounts", Kind::FixedList}}, {7, {"explicitBounds", Kind::RealList}},
    {9, {"attributes", Kind::Messages, &keyValue}}};
const Schema histogram {{1, {"dataPoints", Kind::Messages, &point}}, {2, {"aggregationTemporality", Kind::Number}}};
const Schema metric {{1, {"name", Kind::Text}}, {3, {"unit", Kind::Text}}, {9, {"histogram", Kind::Message, &histogram}}};
const Schema scopeMetrics {{1, {"scope", Kind::Message, &scope}}, {2, {"metrics", Kind::Messages, &metric}}};
const Schema resourceMetrics {{1, {"resource", Kind::Message, &resource}}, {2, {"scopeMetrics", Kind::Messages, &scopeMetrics}}};
const Schema metrics {{1, {"resourceMetrics", Kind::Messages, &resourceMetrics}}};

std::optional<QJsonObject> read(std::string_view bytes, const Schema &schema);

std::optional<std::uint64_t> takeVarint(std::string_view &bytes)
{
    std::uint64_t value = 0;
    for (int shift = 0; shift < 70 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

std::uint64_t fixed(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte)
        value = value << 8 | static_cast<unsigned char>(*byte);
    return value;
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QJsonValue fixedOf(Kind kind, std::string_view bytes)
{
    if (kind == Kind::Real || kind == Kind::RealList)
        return std::bit_cast<double>(fixed(bytes));
    return QString::number(fixed(bytes));
}

QJsonValue varintOf(Kind kind, std::uint64_t value)
{
    if (kind == Kind::Flag)
        return value != 0;
    if (kind == Kind::NumberText)
        return QString::number(static_cast<std::int64_t>(value));
    return static_cast<qint64>(value);
}

// The value of a field with a length; undefined = it is not what it should be.
QJsonValue bytesOf(const Field &field, std::string_view bytes)
{
    switch (field.kind) {
    case Kind::Text: {
        const QString text = textOf(bytes);
        return text.contains(QChar::ReplacementCharacter) && bytes.find("\xef\xbf\xbd") == std::string_view::npos
            ? QJsonValue(QJsonValue::Undefined)
            : QJsonValue(text);
    }
    case Kind::Hex: return QString::fromLatin1(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex());
    case Kind::FixedList:
    case Kind::RealList: {
        QJsonArray list;
        for (; bytes.size() >= 8; bytes.remove_prefix(8))
            list << fixedOf(field.kind, bytes.substr(0, 8));
        return bytes.empty() ? QJsonValue(list) : QJsonValue(QJsonValue::Undefined);
    }
    case Kind::Message:
    case Kind::Messages: {
        const auto message = read(bytes, *field.schema);
        return message ? QJsonValue(*message) : QJsonValue(QJsonValue::Undefined);
    }
    default: return QJsonValue::Undefined;
    }
}

// Takes a field's value as its wire type says; undefined = it is not what it should be.
QJsonValue takeValue(std::string_view &bytes, int wireType, const Field &field)
{
    const auto number = wireType == 1 ? std::optional<std::uint64_t>(8) : takeVarint(bytes);
    if (!number || (wireType != 0 && *number > bytes.size()))
        return QJsonValue::Undefined;
    if (wireType == 0)
        return varintOf(field.kind, *number);
    const std::string_view value = bytes.substr(0, *number);
    bytes.remove_prefix(*number);
    return wireType == 1 ? fixedOf(field.kind, value) : bytesOf(field, value);
}

// Protobuf leaves out what is empty.
QJsonObject emptyOf(const Schema &schema)
{
    QJsonObject object;
    for (const auto &[number, field] : schema) {
        if (field.kind == Kind::Messages)
            object[QLatin1String(field.name)] = QJsonArray();
        else if (field.kind == Kind::Message && &schema != &any)
            object[QLatin1String(field.name)] = QJsonObject();
    }
    return object;
}

std::optional<QJsonObject> read(std::string_view bytes, const Schema &schema)
{
    QJsonObject object = emptyOf(schema);
    while (!bytes.empty()) {
        const auto tag = takeVarint(bytes);
        const auto field = schema.find(static_cast<int>(tag.value_or(0) >> 3));
        if (!tag || field == schema.end())
            return std::nullopt;
        const QJsonValue value = takeValue(bytes, static_cast<int>(*tag & 7), field->second);
        if (value.isUndefined())
            return std::nullopt;
        const QLatin1String name(field->second.name);
        if (field->second.kind != Kind::Messages) {
            object[name] = value;
            continue;
        }
        QJsonArray list = object[name].toArray();
        list << value;
        object[name] = list;
    }
    return object;
}

} // namespace

QJsonObject readOtlpTraces(std::string_view bytes)
{
    return read(bytes, traces).value_or(QJsonObject());
}

QJsonObject readOtlpMetrics(std::string_view bytes)
{
    return read(bytes, metrics).value_or(QJsonObject());
}
