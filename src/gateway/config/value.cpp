// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/value.h"

#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::config {

struct Value::Node {
    Kind kind = Kind::Null;
    bool isSecret = false;
    bool boolean = false;
    std::int64_t integer = 0;
    double real = 0;
    std::string text; // of a string; of other scalars the words of the file, where they are known
    std::vector<Value> items;
    std::vector<Entry> entries;
    Mark mark;
    Mark keyMark;
};

namespace {

/// Doubles beyond this are not whole numbers any more, and casting them would be undefined.
constexpr double wholeLimit = 9.2e18;

std::string numberText(double value)
{
    return wire::JsonWriter().number(value).take();
}

} // namespace

Value::Value()
{
    static const auto nothing = std::make_shared<const Node>();
    m_node = nothing;
}

Value::Value(std::shared_ptr<const Node> node)
    : m_node(std::move(node))
{
}

Value Value::null(Mark mark)
{
    Node node;
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::boolean(bool value, Mark mark)
{
    Node node;
    node.kind = Kind::Boolean;
    node.boolean = value;
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::integer(std::int64_t value, Mark mark)
{
    Node node;
    node.kind = Kind::Integer;
    node.integer = value;
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::real(double value, Mark mark)
{
    Node node;
    node.kind = Kind::Real;
    node.real = value;
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::string(std::string value, Mark mark, bool isSecret)
{
    Node node;
    node.kind = Kind::String;
    node.text = std::move(value);
    node.isSecret = isSecret;
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::list(std::vector<Value> items, Mark mark)
{
    Node node;
    node.kind = Kind::List;
    node.items = std::move(items);
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::map(std::vector<Entry> entries, Mark mark)
{
    Node node;
    node.kind = Kind::Map;
    node.entries = std::move(entries);
    node.mark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value::Kind Value::kind() const
{
    return m_node->kind;
}

const Mark &Value::mark() const
{
    return m_node->mark;
}

const Mark &Value::keyMark() const
{
    return m_node->keyMark.line > 0 ? m_node->keyMark : m_node->mark;
}

bool Value::asBool(bool otherwise) const
{
    return kind() == Kind::Boolean ? m_node->boolean : otherwise;
}

std::int64_t Value::asInt(std::int64_t otherwise) const
{
    if (kind() == Kind::Integer)
        return m_node->integer;
    if (kind() == Kind::Real && std::abs(m_node->real) < wholeLimit)
        return static_cast<std::int64_t>(m_node->real);
    return otherwise;
}

double Value::asDouble(double otherwise) const
{
    if (kind() == Kind::Integer)
        return static_cast<double>(m_node->integer);
    return kind() == Kind::Real ? m_node->real : otherwise;
}

std::string Value::asString(std::string otherwise) const
{
    switch (kind()) {
    case Kind::String: return m_node->text;
    case Kind::Boolean: return m_node->text.empty() ? (m_node->boolean ? "true" : "false") : m_node->text;
    case Kind::Integer: return m_node->text.empty() ? std::to_string(m_node->integer) : m_node->text;
    case Kind::Real: return m_node->text.empty() ? numberText(m_node->real) : m_node->text;
    default: return otherwise;
    }
}

Secret Value::asSecret() const
{
    return Secret(asString());
}

std::vector<std::string> Value::asStrings() const
{
    std::vector<std::string> strings;
    const auto add = [&](const Value &value) {
        if (!value.isNull() && value.kind() != Kind::List && value.kind() != Kind::Map)
            strings.push_back(value.asString());
    };
    if (kind() == Kind::List)
        std::for_each(items().begin(), items().end(), add);
    else
        add(*this);
    return strings;
}

const std::vector<Value> &Value::items() const
{
    return m_node->items;
}

const std::vector<Value::Entry> &Value::entries() const
{
    return m_node->entries;
}

Value Value::find(std::string_view key) const
{
    for (const auto &[name, value] : entries()) {
        if (name == key)
            return value;
    }
    return {};
}

bool Value::has(std::string_view key) const
{
    return !find(key).isNull();
}

bool Value::isSecret() const
{
    return m_node->isSecret;
}

namespace {

void write(wire::JsonWriter &json, const Value &value, bool hides)
{
    if (hides && value.isSecret()) {
        json.string("•••");
        return;
    }
    switch (value.kind()) {
    case Value::Kind::Null: json.null(); break;
    case Value::Kind::Boolean: json.boolean(value.asBool()); break;
    case Value::Kind::Integer: json.number(value.asInt()); break;
    case Value::Kind::Real: json.number(value.asDouble()); break;
    case Value::Kind::String: json.string(value.asString()); break;
    case Value::Kind::List:
        json.beginArray();
        for (const Value &item : value.items())
            write(json, item, hides);
        json.endArray();
        break;
    case Value::Kind::Map:
        json.beginObject();
        for (const auto &[name, member] : value.entries()) {
            json.key(name);
            write(json, member, hides);
        }
        json.endObject();
        break;
    }
}

} // namespace

std::string Value::toJson() const
{
    wire::JsonWriter json;
    write(json, *this, false);
    return json.take();
}

std::string Value::show() const
{
    wire::JsonWriter json;
    write(json, *this, true);
    return json.take();
}

Value Value::withKeyMark(Mark mark) const
{
    Node node = *m_node;
    node.keyMark = std::move(mark);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::asHidden() const
{
    Node node = *m_node;
    node.isSecret = !isNull();
    for (Value &item : node.items)
        item = item.asHidden();
    for (auto &[name, member] : node.entries)
        member = member.asHidden();
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::withText(std::string text) const
{
    Node node = *m_node;
    node.text = std::move(text);
    return Value(std::make_shared<const Node>(std::move(node)));
}

Value Value::with(std::string_view key, Value value) const
{
    Node node = *m_node;
    node.kind = Kind::Map;
    const auto place =
        std::find_if(node.entries.begin(), node.entries.end(), [key](const Entry &entry) { return entry.first == key; });
    if (place != node.entries.end())
        place->second = std::move(value);
    else
        node.entries.emplace_back(std::string(key), std::move(value));
    return Value(std::make_shared<const Node>(std::move(node)));
}

} // namespace gatehouse::config
