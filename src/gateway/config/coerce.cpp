// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/coerce.h"

#include "gateway/config/scalar.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::config {

namespace {

using Kind = Value::Kind;

bool isScalar(const Value &value)
{
    return value.kind() != Kind::List && value.kind() != Kind::Map;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<Value> toBoolean(const Value &value)
{
    if (value.kind() == Kind::Boolean)
        return value;
    const std::string text = value.asString();
    if (text == "0" || text == "1")
        return Value::boolean(text == "1", value.mark());
    const auto boolean = isScalar(value) ? booleanFrom(trimmed(text)) : std::nullopt;
    return boolean ? std::optional(Value::boolean(*boolean, value.mark())) : std::nullopt;
}

std::optional<Value> toNumber(const Value &value)
{
    if (value.kind() == Kind::Integer || value.kind() == Kind::Real)
        return value;
    if (value.kind() != Kind::String)
        return {};
    const std::string text = value.asString();
    if (const auto integer = integerFrom(trimmed(text)))
        return Value::integer(*integer, value.mark());
    if (const auto real = realFrom(trimmed(text)))
        return Value::real(*real, value.mark());
    return {};
}

std::optional<Value> toInteger(const Value &value)
{
    const auto number = toNumber(value);
    if (!number || number->kind() == Kind::Integer)
        return number;
    const double real = number->asDouble();
    const bool isWhole = std::abs(real) < 9e15 && std::floor(real) == real;
    return isWhole ? std::optional(Value::integer(static_cast<std::int64_t>(real), value.mark())) : std::nullopt;
}

std::optional<Value> toText(const Value &value)
{
    if (value.kind() == Kind::String)
        return value;
    return isScalar(value) ? std::optional(Value::string(value.asString(), value.mark())) : std::nullopt;
}

/// A number of seconds, "30s", "7d", "1mo", or the words LiteLLM's pages use.
std::optional<Value> toDuration(const Value &value)
{
    if (toNumber(value))
        return value;
    const std::string text = value.asString();
    if (text == "hourly" || text == "daily" || text == "weekly" || text == "monthly" || text == "yearly")
        return value;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view unit = std::string_view(text).substr(digits);
    const bool isUnit = unit == "s" || unit == "m" || unit == "h" || unit == "d" || unit == "w" || unit == "mo";
    return value.kind() == Kind::String && digits > 0 && isUnit ? std::optional(value) : std::nullopt;
}

std::optional<Value> toStringList(const Value &value)
{
    if (isScalar(value))
        return Value::list({Value::string(value.asString(), value.mark())}, value.mark());
    if (value.kind() == Kind::Map || !std::all_of(value.items().begin(), value.items().end(), isScalar))
        return {};
    return value;
}

bool isFallbackTarget(const Value &value)
{
    return value.kind() == Kind::Map ? value.has("model") : isScalar(value) && !value.isNull();
}

/// One item: a map of one model group to what is tried instead.
bool isFallback(const Value &item)
{
    if (item.kind() != Kind::Map || item.entries().size() != 1)
        return false;
    const Value &targets = item.entries().front().second;
    return targets.kind() == Kind::List ? std::all_of(targets.items().begin(), targets.items().end(), isFallbackTarget)
                                        : isFallbackTarget(targets);
}

std::optional<Value> toFallbackList(const Value &value)
{
    const bool fits = value.kind() == Kind::List && std::all_of(value.items().begin(), value.items().end(), isFallback);
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<Value> ofKind(const Value &value, Kind kind)
{
    return value.kind() == kind ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<Value> coerced(const Value &value, Type type)
{
    if (value.isNull())
        return value;
    switch (type) {
    case Type::Boolean: return toBoolean(value);
    case Type::Integer: return toInteger(value);
    case Type::Number: return toNumber(value);
    case Type::String: return toText(value);
    case Type::Secret: return toText(value);
    case Type::Duration: return toDuration(value);
    case Type::StringList: return toStringList(value);
    case Type::FallbackList: return toFallbackList(value);
    case Type::List: return ofKind(value, Kind::List);
    case Type::Map: return ofKind(value, Kind::Map);
    case Type::Any: break;
    }
    return value;
}

TypeWords wordsFor(Type type)
{
    switch (type) {
    case Type::Boolean: return {"true or false", "true"};
    case Type::Integer: return {"a whole number", "3"};
    case Type::Number: return {"a number", "2.5"};
    case Type::String: return {"text", "\"some text\""};
    case Type::Secret: return {"text", "os.environ/NAME"};
    case Type::Duration: return {"a length of time", "30d"};
    case Type::StringList: return {"a list of words", "[one, two]"};
    case Type::FallbackList: return {"a list of maps of one model group each", "[{gpt-4o: [claude]}]"};
    case Type::List: return {"a list", "[…]"};
    case Type::Map: return {"a map", "{name: value}"};
    case Type::Any: break;
    }
    return {"anything", "value"};
}

std::string_view wordFor(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Null: return "nothing";
    case Value::Kind::Boolean: return "true or false";
    case Value::Kind::Integer: return "a whole number";
    case Value::Kind::Real: return "a number with a fraction";
    case Value::Kind::String: return "text";
    case Value::Kind::List: return "a list";
    case Value::Kind::Map: return "a map";
    }
    return "something else";
}

} // namespace gatehouse::config
