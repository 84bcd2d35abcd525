// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/tree_builder.h"

#include "gateway/config/scalar.h"

#include <yaml-cpp/mark.h>

#include <algorithm>

namespace gatehouse::config {

namespace {

constexpr int depthLimit = 200;
/// Five thousand deployments with every key written out are less than this; a "billion laughs" is more.
constexpr std::size_t nodeLimit = 500'000;

constexpr std::string_view coreTag = "tag:yaml.org,2002:";

bool isKnownTag(std::string_view tag)
{
    return tag.empty() || tag == "?" || tag == "!" || tag == "tag:yaml.org,2002:map" || tag == "tag:yaml.org,2002:seq";
}

} // namespace

TreeBuilder::TreeBuilder(const std::string &file, std::vector<Diagnostic> &diagnostics)
    : m_file(file)
    , m_diagnostics(diagnostics)
    , m_lastPlace {file, 1, 1}
{
}

Mark TreeBuilder::place(const YAML::Mark &mark) const
{
    return {m_file, mark.line + 1, mark.column + 1};
}

void TreeBuilder::fail(Mark where, std::string message)
{
    if (!m_hasFailed)
        m_diagnostics.push_back({Diagnostic::Level::Error, std::move(where), std::move(message)});
    m_hasFailed = true;
}

void TreeBuilder::refuseSecondDocument()
{
    fail(m_documentMark,
        "a second document begins here (---); a configuration is one document, so remove the line or use 'include'");
}

void TreeBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    m_documentMark = place(mark);
}

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const Built built {Value::null(place(mark))};
    remember(anchor, built);
    add(built, true);
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const auto known = m_anchors.find(anchor);
    if (known == m_anchors.end())
        return fail(place(mark), "this alias stands inside its own anchor; a value cannot contain itself");
    add(known->second, false);
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &text)
{
    const bool isPlain = tag.empty() || tag == "?";
    Value value = isPlain ? plainScalar(text, place(mark)) : Value::string(text, place(mark));
    const std::string_view name = tag.starts_with(coreTag) ? std::string_view(tag).substr(coreTag.size()) : std::string_view();
    if (name == "int" || name == "float" || name == "bool" || name == "null")
        value = plainScalar(text, place(mark));
    else if (!isPlain && tag != "!" && name != "str")
        return fail(place(mark), "the tag before this value is not supported; write the value without it");
    const Built built {std::move(value)};
    remember(anchor, built);
    add(built, isPlain);
}

void TreeBuilder::OnSequenceStart(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    if (!isKnownTag(tag))
        return fail(place(mark), "the tag before this list is not supported; write the list without it");
    open({false, place(mark), anchor});
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value)
{
    if (!isKnownTag(tag))
        return fail(place(mark), "the tag before this map is not supported; write the map without it");
    open({true, place(mark), anchor});
}

void TreeBuilder::open(Open collection)
{
    if (m_hasFailed)
        return;
    if (m_stack.size() >= depthLimit)
        return fail(collection.mark, "more than 200 levels of nesting; no configuration needs that");
    m_stack.push_back(std::move(collection));
}

void TreeBuilder::closeCollection()
{
    if (m_hasFailed || m_stack.empty())
        return;
    Open open = std::move(m_stack.back());
    m_stack.pop_back();
    const Built built {finished(open), open.nodes, open.depth};
    remember(open.anchor, built);
    add(built, false);
}

Value TreeBuilder::finished(Open &open) const
{
    if (!open.isMap)
        return Value::list(std::move(open.items), open.mark);
    // What a merge key brings stands behind what the map says itself, and an earlier map of a merge list before a later one.
    std::vector<Value::Entry> entries = std::move(open.entries);
    for (const Value &map : open.merged) {
        for (const Value::Entry &entry : map.entries()) {
            if (open.places.emplace(entry.first, entries.size()).second)
                entries.push_back(entry);
        }
    }
    return Value::map(std::move(entries), open.mark);
}

void TreeBuilder::remember(YAML::anchor_t anchor, const Built &built)
{
    if (anchor != 0)
        m_anchors.insert_or_assign(anchor, built);
}

void TreeBuilder::add(Built built, bool isPlain)
{
    if (m_hasFailed)
        return;
    m_lastPlace = built.value.mark();
    if (m_stack.empty()) {
        m_root = std::move(built.value);
        return;
    }
    Open &parent = m_stack.back();
    parent.nodes += built.nodes;
    parent.depth = std::max(parent.depth, built.depth + 1);
    if (parent.nodes > nodeLimit)
        return fail(parent.mark,
            "this holds more than 500,000 values once its aliases are expanded; split it or remove aliases of aliases");
    if (parent.depth > depthLimit)
        return fail(parent.mark, "more than 200 levels of nesting once aliases are expanded; no configuration needs that");
    if (parent.isMap)
        addToMap(parent, built.value, isPlain);
    else
        parent.items.push_back(std::move(built.value));
}

void TreeBuilder::addToMap(Open &map, const Value &value, bool isPlain)
{
    if (!map.hasKey)
        return takeKey(map, value, isPlain);
    map.hasKey = false;
    if (map.keyMerges)
        return takeMerge(map, value);
    takeEntry(map, value);
}

void TreeBuilder::takeKey(Open &map, const Value &value, bool isPlain)
{
    if (value.kind() == Value::Kind::List || value.kind() == Value::Kind::Map)
        return fail(value.mark(), "a list or map cannot be a key; write a word before the colon, or put { } text in quotes");
    map.hasKey = true;
    map.key = value.isNull() ? "null" : value.asString();
    map.keyMark = value.mark();
    map.keyMerges = isPlain && map.key == "<<";
}

void TreeBuilder::takeMerge(Open &map, const Value &value)
{
    const auto isMap = [](const Value &item) { return item.kind() == Value::Kind::Map; };
    if (isMap(value)) {
        map.merged.push_back(value);
        return;
    }
    if (value.kind() != Value::Kind::List || !std::all_of(value.items().begin(), value.items().end(), isMap))
        return fail(map.keyMark, "'<<' merges a map or a list of maps, such as '<<: *defaults'");
    map.merged.insert(map.merged.end(), value.items().begin(), value.items().end());
}

void TreeBuilder::takeEntry(Open &map, Value value)
{
    value = value.withKeyMark(map.keyMark);
    const auto [known, isNew] = map.places.emplace(map.key, map.entries.size());
    if (isNew) {
        map.entries.emplace_back(map.key, std::move(value));
        return;
    }
    Value &earlier = map.entries[known->second].second;
    m_diagnostics.push_back({Diagnostic::Level::Warning, map.keyMark,
        "this key stands twice in the same map, first on line " + std::to_string(earlier.keyMark().line)
            + "; the last one counts, remove the other"});
    earlier = std::move(value);
}

} // namespace gatehouse::config
