// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <random>
#include <string>
#include <vector>

/// Texts as people may have written them, by chance and by a seed: blocks and brackets, comments, quotes, all indentations.
namespace random_yaml {

using gatehouse::config::Value;

class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    bool oneIn(std::size_t many) { return below(many) == 0; }
    template <typename Some> const auto &of(const Some &some) { return some[below(std::size(some))]; }

private:
    std::mt19937 m_engine;
};

inline Value scalar(Chance &chance)
{
    static const std::vector<std::string> texts {"word", "two words", "os.environ/KEY", "yes", "1e3", "0123", "*star", "a: b",
        "a #b", "it's", "say \"so\"", "", "- x", "ünï", "openai/*", "http://h:1/p?q=1", "line\nline\n", "a\n\n  b", "tail ",
        "null", "[x]", "12:30"};
    switch (chance.below(5)) {
    case 0: return Value::integer(static_cast<std::int64_t>(chance.below(1000)));
    case 1: return chance.oneIn(2) ? Value::boolean(chance.oneIn(2)) : Value::null();
    case 2: return Value::real(static_cast<double>(chance.below(1000)) / 8);
    default: return Value::string(chance.of(texts));
    }
}

inline Value tree(Chance &chance, int depth)
{
    static const std::vector<std::string> keys {"a", "b", "model_name", "litellm_params", "x y", "k-1", "c.d", "true", "7"};
    if (depth == 0 || (depth < 4 && chance.oneIn(4)))
        return scalar(chance);
    const std::size_t count = depth > 2 ? 1 + chance.below(4) : chance.below(4);
    if (chance.oneIn(2)) {
        std::vector<Value> items;
        for (std::size_t i = 0; i < count; ++i)
            items.push_back(tree(chance, depth - 1));
        return Value::list(std::move(items));
    }
    Value map = Value::map({});
    for (std::size_t i = 0; i < count; ++i)
        map = map.with(chance.of(keys), tree(chance, depth - 1));
    return map;
}

/// Writes a tree in a hand that is not the emitter's.
class Hand
{
public:
    explicit Hand(Chance &chance)
        : m_chance(chance)
        , m_step(1 + chance.below(4))
        , m_isIndentless(chance.oneIn(3))
        , m_break(chance.oneIn(5) ? "\r\n" : "\n")
    {
    }

    std::string document(const Value &map)
    {
        std::string text = m_chance.oneIn(4) ? "# head" + m_break : "";
        text += m_chance.oneIn(6) ? "---" + m_break : "";
        text += block(map, 0);
        text += m_chance.oneIn(4) ? "# tail" + m_break : "";
        if (m_chance.oneIn(4))
            text.resize(text.size() - m_break.size());
        return text;
    }

private:
    static bool isCollection(const Value &value) { return !value.items().empty() || !value.entries().empty(); }

    std::string comment() { return m_chance.oneIn(4) ? " # note" : ""; }
    std::string between(std::size_t column)
    {
        std::string text = m_chance.oneIn(8) ? m_break : "";
        return text + (m_chance.oneIn(5) ? std::string(column, ' ') + "# about" + m_break : "");
    }

    std::string block(const Value &value, std::size_t column)
    {
        std::string text;
        for (const auto &[key, member] : value.entries())
            text += between(column) + std::string(column, ' ') + word(Value::string(key)) + ":" + behind(member, column, false);
        for (const Value &item : value.items())
            text += between(column) + std::string(column, ' ') + "-" + behind(item, column, true);
        return text;
    }

    std::string behind(const Value &value, std::size_t column, bool isDash)
    {
        if (value.kind() == Value::Kind::Null && m_chance.oneIn(2))
            return comment() + m_break;
        if (!isCollection(value) || m_chance.oneIn(4))
            return " " + flow(value) + comment() + m_break;
        const bool isBelow = !isDash || m_chance.oneIn(4);
        const std::size_t step = value.items().empty() || isDash ? m_step : (m_isIndentless ? 0 : m_step);
        if (isBelow)
            return comment() + m_break + block(value, column + (isDash && step < 1 ? 1 : step));
        return compact(value, column + 2);
    }

    std::string compact(const Value &value, std::size_t column)
    {
        std::string lines;
        for (const auto &[key, member] : value.entries())
            lines += std::string(column, ' ') + word(Value::string(key)) + ":" + behind(member, column, false);
        for (const Value &item : value.items())
            lines += std::string(column, ' ') + "-" + behind(item, column, true);
        return lines.substr(column - 1);
    }

    std::string flow(const Value &value)
    {
        if (value.kind() != Value::Kind::List && value.kind() != Value::Kind::Map)
            return word(value);
        const bool isMap = value.kind() == Value::Kind::Map;
        std::string text(1, isMap ? '{' : '[');
        const auto separate = [&] { text += text.size() > 1 ? (m_chance.oneIn(3) ? " , " : ", ") : ""; };
        for (const auto &[key, member] : value.entries()) {
            separate();
            text += word(Value::string(key)) + ": " + flow(member);
        }
        for (const Value &item : value.items()) {
            separate();
            text += flow(item);
        }
        return text + (isMap ? '}' : ']');
    }

    std::string word(const Value &value)
    {
        if (value.kind() != Value::Kind::String)
            return value.toJson();
        const std::string text = value.asString();
        const bool isSimple = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_/") == text.npos && text.size() > 3
            && text != "null" && text != "true";
        if (isSimple && m_chance.oneIn(2))
            return text;
        if (text.find_first_of("'\n") == text.npos && m_chance.oneIn(2))
            return "'" + text + "'";
        return value.toJson(); // JSON's quotes are YAML's
    }

    Chance &m_chance;
    std::size_t m_step;
    bool m_isIndentless;
    std::string m_break;
};

} // namespace random_yaml
