// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/emit.h"

#include "gateway/config/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gatehouse::config {

namespace {

using Form = OutlineNode::Form;
using Kind = Value::Kind;

constexpr std::size_t shortList = 60; ///< a list of words that is no longer stands on one line below a key that is new

bool isCollection(const Value &value)
{
    return (value.kind() == Kind::List && !value.items().empty()) || (value.kind() == Kind::Map && !value.entries().empty());
}

bool isScalar(const Value &value)
{
    return value.kind() != Kind::List && value.kind() != Kind::Map;
}

/// Numbers in bases, times and dates: what some reader of YAML takes for something else than text.
bool looksCounted(std::string_view text)
{
    constexpr std::string_view signs = "0123456789+-.:_eExXoObBaAcCdDfFTtZ ";
    const bool begins = std::string_view("0123456789+-.").find(text.front()) != std::string_view::npos;
    return begins && text.find_first_not_of(signs) == text.npos;
}

bool isWordOfYaml(std::string_view text)
{
    static constexpr std::array<std::string_view, 10> words {"y", "Y", "n", "N", "=", "<<", "---", "...", ".inf", ".nan"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isUnprintable(std::string_view text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return std::any_of(text.begin(), text.end(), isControl) || text.find("\xC2\x85") != text.npos
        || text.find("\xE2\x80\xA8") != text.npos || text.find("\xE2\x80\xA9") != text.npos
        || text.find("\xEF\xBB\xBF") != text.npos;
}

/// Whether \a text means itself without quotes.
bool isPlain(std::string_view text, bool inFlow)
{
    if (text.empty() || isUnprintable(text) || isWordOfYaml(text) || looksCounted(text))
        return false;
    if (plainScalar(text).kind() != Kind::String || text.front() == ' ' || text.back() == ' ' || text.back() == ':')
        return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`~.").find(text.front()) != std::string_view::npos)
        return false;
    if (text.find(": ") != text.npos || text.find(" #") != text.npos)
        return false;
    return !inFlow || text.find_first_of(",[]{}:") == text.npos;
}

std::string inSingleQuotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result.append(c == '\'' ? 2 : 1, c);
    return result + "'";
}

std::string escaped(char c)
{
    static constexpr std::array<std::pair<char, std::string_view>, 5> names {
        {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\t', "\\t"}, {'\r', "\\r"}}};
    const auto known = std::find_if(names.begin(), names.end(), [c](const auto &name) { return name.first == c; });
    if (known != names.end())
        return std::string(known->second);
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
        return std::string(1, c);
    constexpr std::string_view digits = "0123456789abcdef";
    return std::string("\\x") + digits[static_cast<std::size_t>(c) >> 4] + digits[static_cast<std::size_t>(c) & 15];
}

/// The characters beyond ASCII that would break a line or be lost.
void replaceAll(std::string &text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

std::string inDoubleQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text)
        result += escaped(c);
    replaceAll(result, "\xC2\x85", "\\N");
    replaceAll(result, "\xE2\x80\xA8", "\\L");
    replaceAll(result, "\xE2\x80\xA9", "\\P");
    replaceAll(result, "\xEF\xBB\xBF", "\\uFEFF");
    return result + "\"";
}

/// With a point, which YAML 1.1 wants to see in a number with an exponent.
std::string realText(double value)
{
    std::array<char, 40> buffer {};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    std::string text(buffer.data(), error == std::errc() ? end : buffer.data());
    if (text.find('.') == text.npos)
        text.insert(std::min(text.find('e'), text.size()), ".0");
    return text;
}

/// Whether \a text can be written as lines below a "|" and come back the same.
bool isParagraph(std::string_view text)
{
    if (text.find('\n') == text.npos || text.front() == ' ' || text.front() == '\n' || text.find_first_not_of('\n') == text.npos)
        return false;
    std::string withoutBreaks(text);
    std::erase(withoutBreaks, '\n');
    return !isUnprintable(withoutBreaks) && !text.ends_with("\n\n");
}

/// The same below a ">", which takes line breaks for blanks.
bool isFoldable(std::string_view text)
{
    return !text.empty() && !isUnprintable(text) && text.front() != ' ' && text.back() != ' ' && text.find("  ") == text.npos;
}

/// Takes a line off \a text: up to a break, or with \a folds up to a blank near the width of a page.
std::string_view takeLine(std::string_view &text, bool folds)
{
    constexpr std::size_t width = 100;
    std::size_t end = std::min(text.find('\n'), text.size());
    if (folds && end > width)
        end = std::min(text.find(' ', width), end);
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// What is seen of the habits of a file.
struct Habits {
    std::size_t step = 0, listStep = 0, itemStep = 0, singles = 0, doubles = 0;
    bool hasList = false;

    void see(const OutlineNode &node)
    {
        singles += node.form == Form::SingleQuoted ? 1 : 0;
        doubles += node.form == Form::DoubleQuoted ? 1 : 0;
        for (const OutlineEntry &entry : node.entries) {
            seePair(node, entry.value);
            see(entry.value);
        }
    }

    void seePair(const OutlineNode &parent, const OutlineNode &child)
    {
        if (parent.form == Form::BlockMap && child.form == Form::BlockMap && step == 0)
            step = child.column - parent.column;
        if (parent.form == Form::BlockMap && child.form == Form::BlockList && !hasList) {
            listStep = child.column - parent.column;
            hasList = true;
        }
        if (parent.form == Form::BlockList && child.isBlock() && itemStep == 0)
            itemStep = child.column - parent.column;
    }
};

} // namespace

EmitStyle styleOf(std::string_view text, const OutlineNode &root)
{
    Habits habits;
    habits.see(root);
    EmitStyle style;
    style.step = habits.step > 0 ? habits.step : style.step;
    style.listStep = habits.hasList ? habits.listStep : style.step;
    style.itemStep = habits.itemStep > 1 ? habits.itemStep : style.itemStep;
    style.quote = habits.singles > habits.doubles ? '\'' : '"';
    const std::size_t end = text.find('\n');
    style.lineBreak = end != text.npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    return style;
}

std::string Emitter::text(const std::string &text, Form like, bool inFlow) const
{
    const bool wasQuoted = like == Form::SingleQuoted || like == Form::DoubleQuoted;
    if (!wasQuoted && isPlain(text, inFlow))
        return text;
    const bool wantsSingle = like == Form::SingleQuoted || (!wasQuoted && m_style.quote == '\'');
    const bool escapes = text.find_first_of("\"\\") != text.npos && text.find('\'') == text.npos;
    const bool isSingle = !isUnprintable(text) && (wantsSingle || (escapes && like != Form::DoubleQuoted));
    return isSingle ? inSingleQuotes(text) : inDoubleQuotes(text);
}

std::string Emitter::key(const std::string &key, Form like, bool inFlow) const
{
    // "null", true and numbers are read back as the words they were written in, so only what is no word at all is quoted.
    const bool isWord = !key.empty() && key != "<<"
        && key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./") == key.npos
        && key.front() != '-' && key != "...";
    const bool wasQuoted = like == Form::SingleQuoted || like == Form::DoubleQuoted;
    return !wasQuoted && isWord && plainScalar(key).kind() == Kind::String ? key : text(key, like, inFlow);
}

std::string Emitter::scalar(const Value &value, Form like, bool inFlow) const
{
    switch (value.kind()) {
    case Kind::Null: return "null";
    case Kind::Boolean: return value.asBool() ? "true" : "false";
    case Kind::Integer: return std::to_string(value.asInt());
    case Kind::Real: return realText(value.asDouble());
    case Kind::List: return "[]";
    case Kind::Map: return "{}";
    case Kind::String: break;
    }
    return text(value.asString(), like, inFlow);
}

std::string Emitter::inFlow(const Value &value, Form like) const
{
    if (!isCollection(value))
        return scalar(value, like, true);
    const bool isMap = value.kind() == Kind::Map;
    std::string text(1, isMap ? '{' : '[');
    const auto separate = [&text] { text += text.size() > 1 ? ", " : ""; };
    for (const auto &[name, member] : value.entries()) {
        separate();
        text += key(name, Form::Nothing, true) + ": " + inFlow(member);
    }
    for (const Value &item : value.items()) {
        separate();
        text += inFlow(item);
    }
    return text + (isMap ? '}' : ']');
}

bool Emitter::fitsOneLine(const Value &value) const
{
    const auto &items = value.items();
    return !items.empty() && std::all_of(items.begin(), items.end(), isScalar) && inFlow(value).size() <= shortList;
}

Emitted Emitter::paragraph(const std::string &text, std::size_t column, Form like) const
{
    const std::string indent(column, ' ');
    const bool folds = like == Form::Folded && isFoldable(text);
    if (!folds && !isParagraph(text))
        return {" " + this->text(text, like, false), {}};
    Emitted emitted {folds ? " >-" : text.ends_with('\n') ? " |" : " |-", {}};
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest, folds);
        emitted.body.append(line.empty() ? "" : indent).append(line).append(m_style.lineBreak);
    }
    return emitted;
}

Emitted Emitter::behindKey(const Value &value, std::size_t column, Form like) const
{
    if (value.kind() == Kind::String)
        return paragraph(value.asString(), column + m_style.step, like);
    const bool isShort = like == Form::Nothing && fitsOneLine(value);
    if (!isCollection(value) || like == Form::FlowMap || like == Form::FlowList || isShort)
        return {" " + inFlow(value, like), {}};
    return {{}, lines(value, column + (value.kind() == Kind::List ? m_style.listStep : m_style.step))};
}

Emitted Emitter::behindDash(const Value &value, std::size_t column, Form like) const
{
    if (value.kind() == Kind::String)
        return paragraph(value.asString(), column + m_style.itemStep, like);
    if (!isCollection(value) || like == Form::FlowMap || like == Form::FlowList)
        return {" " + inFlow(value, like), {}};
    std::string text = lines(value, column + m_style.itemStep);
    const std::size_t end = text.find(m_style.lineBreak);
    const std::string head = text.substr(column + 1, end - column - 1);
    return {head, text.substr(end + m_style.lineBreak.size())};
}

std::string Emitter::lines(const Value &collection, std::size_t column) const
{
    std::string text;
    for (const auto &[name, member] : collection.entries())
        text += entry(name, member, column);
    for (const Value &each : collection.items())
        text += item(each, column);
    return text;
}

std::string Emitter::entry(const std::string &name, const Value &value, std::size_t column) const
{
    const Emitted emitted = behindKey(value, column);
    return std::string(column, ' ') + key(name) + ":" + emitted.head + m_style.lineBreak + emitted.body;
}

std::string Emitter::item(const Value &value, std::size_t column) const
{
    const Emitted emitted = behindDash(value, column);
    return std::string(column, ' ') + "-" + emitted.head + m_style.lineBreak + emitted.body;
}

} // namespace gatehouse::config
