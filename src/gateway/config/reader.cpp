// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/reader.h"

#include "gateway/config/coerce.h"
#include "gateway/config/environment.h"
#include "gateway/config/nearest.h"
#include "gateway/config/secrecy.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

using Level = Diagnostic::Level;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string joined(std::string_view parent, std::string_view name)
{
    std::string path(parent);
    if (!path.empty() && !name.starts_with('['))
        path += '.';
    return path.append(name);
}

std::string spelled(std::string_view choices)
{
    std::string text;
    for (const char c : choices)
        c == '|' ? text += ", " : text += c;
    return text;
}

bool isOneOf(std::string_view choices, std::string_view word)
{
    while (!choices.empty()) {
        const std::size_t end = std::min(choices.find('|'), choices.size());
        if (choices.substr(0, end) == word)
            return true;
        choices.remove_prefix(std::min(end + 1, choices.size()));
    }
    return false;
}

} // namespace

Reader::Reader(Lookup &lookup, std::vector<Diagnostic> &diagnostics)
    : m_lookup(lookup)
    , m_diagnostics(diagnostics)
{
}

Value Reader::read(const Value &root)
{
    return visitMap(root, {&schemaTree(), {}, {}});
}

Value Reader::visit(const Value &value, const Place &place)
{
    Value result = resolved(value, place);
    if (place.node && place.node->row && !value.isNull()) {
        announce(value, place);
        result = shaped(result, place);
    }
    if (result.kind() == Value::Kind::Map)
        result = visitMap(result, place);
    else if (result.kind() == Value::Kind::List)
        result = visitList(result, place);
    return guarded(result, place).withKeyMark(value.keyMark());
}

Value Reader::visitMap(const Value &map, const Place &place)
{
    std::vector<Value::Entry> entries;
    entries.reserve(map.entries().size());
    const bool isDescribed = place.node && !place.node->children.empty();
    for (const auto &[name, value] : map.entries()) {
        if (isDescribed && !place.node->named(name))
            unknownKey(value, place, name);
        const SchemaNode *child = isDescribed ? place.node->child(name) : nullptr;
        entries.emplace_back(name, visit(value, {child, joined(place.path, safeName(name)), name}));
    }
    return Value::map(std::move(entries), map.mark());
}

Value Reader::visitList(const Value &list, const Place &place)
{
    std::vector<Value> items;
    items.reserve(list.items().size());
    const SchemaNode *child = place.node ? place.node->child("[]") : nullptr;
    for (std::size_t i = 0; i < list.items().size(); ++i) {
        const Value &item = list.items()[i];
        Value result = visit(item, {child, joined(place.path, "[" + std::to_string(i) + "]"), place.name});
        // A reference that led nowhere is no item; a null that was written is one.
        if (!result.isNull() || item.isNull())
            items.push_back(std::move(result));
    }
    return Value::list(std::move(items), list.mark());
}

Value Reader::resolved(const Value &value, const Place &place)
{
    const Reference reference = referenceIn(value);
    if (reference.kind == Reference::Kind::None)
        return value;
    Found found = m_lookup.find(reference);
    if (found.text && found.text->isEmpty() && place.path == "general_settings.master_key")
        found = {std::nullopt, found.what + " is empty", "set " + safeName(reference.name) + " or remove the line"};
    if (!found.text)
        return missing(value, place, found);
    if (!found.warning.empty())
        say(Level::Warning, value.mark(), found.warning);
    return Value::string(found.text->reveal(), value.mark(), reference.kind != Reference::Kind::Variable);
}

Value Reader::missing(const Value &value, const Place &place, const Found &found)
{
    // Without its master key the gateway would be open to everybody; without anything else it only does less.
    const bool isNeeded = place.path == "general_settings.master_key";
    say(isNeeded ? Level::Error : Level::Warning, value.mark(),
        found.problem + ", so '" + place.path + "' " + (isNeeded ? "would be missing and everybody could call" : "is empty")
            + "; " + found.fix);
    return Value::null(value.mark());
}

Value Reader::shaped(const Value &value, const Place &place)
{
    if (value.isNull())
        return value;
    const Key &row = *place.node->row;
    const auto fitting = coerced(value, row.type);
    if (!fitting) {
        const TypeWords words = wordsFor(row.type);
        say(Level::Error, value.mark(),
            "'" + place.path + "' must be " + std::string(words.name) + ", but this is " + std::string(wordFor(value.kind()))
                + "; write for example '" + std::string(place.name) + ": " + std::string(words.example) + "'");
        return Value::null(value.mark());
    }
    if (row.type == Type::Secret && row.served == Served::Now)
        return cleanSecret(*fitting, place);
    if (!row.choices.empty())
        checkChoice(*fitting, place);
    return *fitting;
}

Value Reader::cleanSecret(const Value &value, const Place &place)
{
    std::string text = value.asString();
    const std::size_t end = text.find_last_not_of("\r\n");
    if (end != text.npos && end + 1 < text.size()) {
        text.resize(end + 1);
        say(Level::Warning, value.mark(),
            "'" + place.path + "' ended with a line break, which was left out; remove it where the value is set");
    }
    // Such a value would break the header it is sent in, or smuggle in another one.
    if (std::any_of(text.begin(), text.end(), isControl) && !place.path.starts_with("environment_variables"))
        say(Level::Error, value.mark(),
            "'" + place.path + "' contains a line break or another control character; write it on one line");
    return Value::string(std::move(text), value.mark(), true);
}

void Reader::checkChoice(const Value &value, const Place &place)
{
    const Key &row = *place.node->row;
    const std::string word = value.asString();
    if (value.kind() != Value::Kind::String || isOneOf(row.choices, word))
        return;
    // LiteLLM does not start with a strategy it does not know; elsewhere it shrugs.
    const bool isStrict = row.path == "router_settings.routing_strategy";
    say(isStrict ? Level::Error : Level::Warning, value.mark(),
        "'" + std::string(safeName(word)) + "' is no value for '" + place.path + "'; use one of: " + spelled(row.choices));
}

void Reader::announce(const Value &value, const Place &place)
{
    const Key &row = *place.node->row;
    const std::string above = std::string(row.path.substr(0, row.path.find_last_of(".[")));
    const Key *parent = row.path.find_first_of(".[") == row.path.npos ? nullptr : findKey(above);
    const bool isSaidAbove = parent && parent->served != Served::Now;
    if (row.served == Served::Now || isSaidAbove || !m_announced.insert(&row).second)
        return;
    if (row.served == Served::Later)
        say(Level::Note, value.keyMark(), "'" + place.path + "' is known, not active yet");
    else
        say(Level::Note, value.keyMark(), "'" + place.path + "' is known, but has no effect: " + std::string(row.help));
}

void Reader::unknownKey(const Value &value, const Place &parent, const std::string &name)
{
    const std::string path = joined(parent.path, safeName(name));
    if (path == "router_settings.health_check_interval")
        return say(Level::Error, value.keyMark(), "'health_check_interval' does not belong here; move it to general_settings");
    const std::string nearest(nearestKey(*parent.node, name));
    const bool isFree = parent.node->named("*");
    if (isFree && !nearest.empty())
        return say(
            Level::Warning, value.keyMark(), "'" + path + "' is not a key of the gateway's own; did you mean '" + nearest + "'?");
    if (isFree)
        return;
    std::string message = "unknown key '" + path + "'";
    const std::string section(sectionOf(name));
    if (!nearest.empty())
        message += "; did you mean '" + nearest + "'?";
    else if (!section.empty())
        message += "; it belongs to " + section;
    else
        message += "; it is ignored, remove it";
    say(Level::Warning, value.keyMark(), std::move(message));
}

Value Reader::guarded(const Value &value, const Place &place)
{
    const Key *row = place.node ? place.node->row : nullptr;
    if (value.kind() == Value::Kind::Null || value.isSecret())
        return value;
    if (row && row->type == Type::Secret)
        return value.asHidden();
    if (value.kind() != Value::Kind::String)
        return value;
    const bool isUndescribed = !row || row->type == Type::Any || row->type == Type::StringList;
    return (isUndescribed && soundsSecret(place.name)) || holdsPassword(value.asString()) ? value.asHidden() : value;
}

void Reader::say(Level level, const Mark &where, std::string message)
{
    m_diagnostics.push_back({level, where, std::move(message)});
}

} // namespace gatehouse::config
