// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/tree_edit.h"

#include "gateway/config/secrecy.h"
#include "gateway/config/tree_change.h"

#include <algorithm>
#include <span>

namespace gatehouse::config {

namespace {

using Kind = Value::Kind;
using Found = Result<std::vector<PlainEdit>, std::string>;

/// A map or list in which more places than this differ is written anew as a whole.
constexpr std::size_t mostPlaces = 100;

std::string shown(const Path &path)
{
    return path.empty() ? "the file" : "'" + safeName(toString(path)) + "'";
}

Failure<std::string> because(const Path &path, const std::string &what)
{
    return {shown(path) + " " + what};
}

// The member with a name of that spelling first: names may have dots of their own.
const Value *deepMember(const Value &value, std::string_view name)
{
    if (const Value *known = valueAt(value, {std::string(name)}))
        return known;
    const std::size_t dot = name.find('.');
    const Value *below = dot == name.npos ? nullptr : valueAt(value, {std::string(name.substr(0, dot))});
    return below ? deepMember(*below, name.substr(dot + 1)) : nullptr;
}

bool isSelected(const Value &item, const Selector &selector)
{
    return !selector.members.empty() && std::all_of(selector.members.begin(), selector.members.end(), [&](const auto &wanted) {
        const Value *found = deepMember(item, wanted.first);
        return found && isSame(*found, wanted.second);
    });
}

Result<std::size_t, std::string> select(const Value &list, const Selector &selector, const Path &path)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < list.items().size(); ++i) {
        if (!isSelected(list.items()[i], selector))
            continue;
        if (found)
            return because(path, "has several items that are selected; select one by more of its members, or by its index");
        found = i;
    }
    return found ? Result<std::size_t, std::string>(*found) : because(path, "has no item that is selected");
}

/// Gathers what makes one tree of another.
class Expansion
{
public:
    void set(const Value &before, const Value &after)
    {
        const bool isMaps = before.kind() == Kind::Map && after.kind() == Kind::Map;
        const bool isLists = before.kind() == Kind::List && after.kind() == Kind::List;
        if (isSame(before, after))
            return;
        if (isMaps && !before.entries().empty() && !after.entries().empty())
            setMap(before, after);
        else if (isLists && !before.items().empty() && !after.items().empty())
            setList(before, after);
        else
            m_edits.push_back({Edit::Kind::Set, path, after});
    }

    std::vector<PlainEdit> take() { return std::move(m_edits); }
    Path path;

private:
    // What is new first: a map that has lost all it had would not be one any more.
    void setMap(const Value &before, const Value &after)
    {
        for (const auto &[key, value] : after.entries()) {
            path.emplace_back(key);
            if (const Value *known = valueAt(before, {key}))
                set(*known, value);
            else
                m_edits.push_back({Edit::Kind::Set, path, value});
            path.pop_back();
        }
        for (const auto &[key, value] : before.entries()) {
            path.emplace_back(key);
            if (!valueAt(after, {key}))
                m_edits.push_back({Edit::Kind::Remove, path});
            path.pop_back();
        }
    }

    void setList(const Value &before, const Value &after)
    {
        const std::span<const Value> left = before.items(), right = after.items();
        const std::size_t both = std::min(left.size(), right.size());
        std::size_t begin = 0, tail = 0;
        while (begin < both && isSame(left[begin], right[begin]))
            ++begin;
        while (tail < both - begin && isSame(left[left.size() - 1 - tail], right[right.size() - 1 - tail]))
            ++tail;
        const std::size_t common = both - tail;
        for (std::size_t i = begin; i < common; ++i) {
            path.emplace_back(i);
            set(left[i], right[i]);
            path.pop_back();
        }
        for (std::size_t i = common; i < right.size() - tail; ++i)
            m_edits.push_back({Edit::Kind::Insert, path, right[i], i});
        for (std::size_t i = left.size() - tail; i > common; --i) {
            path.emplace_back(i - 1);
            m_edits.push_back({Edit::Kind::Remove, path});
            path.pop_back();
        }
    }

    std::vector<PlainEdit> m_edits;
};

/// How many parts of \a path the tree has, from its root.
std::size_t knownParts(const Value &root, const Path &path)
{
    std::size_t known = 0;
    while (known < path.size() && valueAt(root, Path(path.begin(), path.begin() + std::ptrdiff_t(known) + 1)))
        ++known;
    return known;
}

Path firstParts(const Path &path, std::size_t count)
{
    return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(count)};
}

// The maps that are missing on the way are made of the value.
Found setEdits(const Value &root, const Path &path, const Value &value)
{
    const std::size_t known = knownParts(root, path);
    if (path.empty())
        return Failure {std::string("the path is empty; to replace the whole file send its text")};
    if (known == path.size()) {
        Expansion expansion;
        expansion.path = path;
        expansion.set(*valueAt(root, path), value);
        auto edits = expansion.take();
        return edits.size() > mostPlaces ? std::vector {PlainEdit {Edit::Kind::Set, path, value}} : edits;
    }
    const Path parent = firstParts(path, known);
    const Value &last = *valueAt(root, parent);
    if (last.kind() != Kind::Map && !last.isNull())
        return because(parent, last.kind() == Kind::List ? "is a list and has no such item" : "is no map");
    Value below = value;
    for (std::size_t i = path.size() - 1; i > known; --i) {
        const auto *key = std::get_if<std::string>(&path[i]);
        if (!key)
            return because(firstParts(path, i), "is not there, and an index makes no list; insert into it");
        below = Value::map({{*key, below}});
    }
    if (!std::holds_alternative<std::string>(path[known]))
        return because(parent, "is no list");
    if (last.isNull() && !parent.empty())
        return std::vector {PlainEdit {Edit::Kind::Set, parent, Value::map({{std::get<std::string>(path[known]), below}})}};
    return std::vector {PlainEdit {Edit::Kind::Set, firstParts(path, known + 1), below}};
}

Found insertEdits(const Value &root, const Path &path, const Edit &edit)
{
    const Value *list = valueAt(root, path);
    if (!list || list->isNull()) {
        if (edit.index.value_or(0) > 0)
            return because(path, "has no items before that index");
        return setEdits(root, path, Value::list({edit.value}));
    }
    if (list->kind() != Kind::List)
        return because(path, "is no list");
    const std::size_t index = edit.index.value_or(list->items().size());
    if (index > list->items().size())
        return because(path, "has only " + std::to_string(list->items().size()) + " items");
    if (list->items().empty())
        return std::vector {PlainEdit {Edit::Kind::Set, path, Value::list({edit.value})}};
    return std::vector {PlainEdit {Edit::Kind::Insert, path, edit.value, index}};
}

Found moveEdits(const Value &root, const Path &path, const Edit &edit)
{
    const Value *list = valueAt(root, path);
    if (!list || list->kind() != Kind::List)
        return because(path, "is no list");
    if (std::max(edit.from, edit.to) >= list->items().size())
        return because(path, "has only " + std::to_string(list->items().size()) + " items");
    if (edit.from == edit.to)
        return std::vector<PlainEdit> {};
    return std::vector {PlainEdit {Edit::Kind::Move, path, {}, edit.from, edit.to}};
}

Found renameEdits(const Value &root, const Path &path, const Edit &edit)
{
    if (path.empty() || !std::holds_alternative<std::string>(path.back()))
        return because(path, "is no key");
    Path other = firstParts(path, path.size() - 1);
    other.emplace_back(edit.key);
    if (other == path)
        return std::vector<PlainEdit> {};
    if (valueAt(root, other))
        return because(other, "is there already");
    return std::vector {PlainEdit {Edit::Kind::Rename, path, {}, 0, 0, edit.key}};
}

Value replaced(const Value &map, const std::string &key, const std::optional<Value> &value, const std::string &name)
{
    std::vector<Value::Entry> entries = map.entries();
    const auto place =
        std::find_if(entries.begin(), entries.end(), [&](const Value::Entry &entry) { return entry.first == key; });
    if (place == entries.end() && value)
        entries.emplace_back(name, *value);
    else if (value)
        *place = {name, *value};
    else if (place != entries.end())
        entries.erase(place);
    return Value::map(std::move(entries), map.mark());
}

Value changedList(const Value &list, const PlainEdit &edit)
{
    std::vector<Value> items = list.items();
    const auto at = [&](std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); };
    if (edit.kind == Edit::Kind::Insert)
        items.insert(at(edit.index), edit.value);
    else if (edit.index < edit.to)
        std::rotate(at(edit.index), at(edit.index + 1), at(edit.to + 1));
    else
        std::rotate(at(edit.to), at(edit.index), at(edit.index + 1));
    return Value::list(std::move(items), list.mark());
}

/// The last part of the path: what becomes of a member of \a parent.
Value changedMember(const Value &parent, const Part &part, const PlainEdit &edit)
{
    const bool isRemoved = edit.kind == Edit::Kind::Remove;
    if (const auto *key = std::get_if<std::string>(&part)) {
        const bool isRenamed = edit.kind == Edit::Kind::Rename;
        const Value value = isRenamed ? parent.find(*key) : edit.value;
        return replaced(parent, *key, isRemoved ? std::nullopt : std::optional(value), isRenamed ? edit.key : *key);
    }
    std::vector<Value> items = parent.items();
    const auto place = items.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(part));
    if (isRemoved)
        items.erase(place);
    else
        *place = edit.value;
    return Value::list(std::move(items), parent.mark());
}

Value changedBelow(const Value &value, std::span<const Part> path, const PlainEdit &edit)
{
    const bool isOfList = edit.kind == Edit::Kind::Insert || edit.kind == Edit::Kind::Move;
    if (path.empty())
        return changedList(value, edit);
    if (path.size() == 1 && !isOfList)
        return changedMember(value, path.front(), edit);
    if (const auto *key = std::get_if<std::string>(&path.front()))
        return replaced(value, *key, changedBelow(value.find(*key), path.subspan(1), edit), *key);
    std::vector<Value> items = value.items();
    Value &item = items[std::get<std::size_t>(path.front())];
    item = changedBelow(item, path.subspan(1), edit);
    return Value::list(std::move(items), value.mark());
}

} // namespace

Result<Path, std::string> pathIn(const Value &root, const std::vector<Step> &steps)
{
    Path path;
    for (const Step &step : steps) {
        if (const auto *key = std::get_if<std::string>(&step)) {
            path.emplace_back(*key);
            continue;
        }
        const Value *list = valueAt(root, path);
        if (!list || list->kind() != Kind::List)
            return because(path, "is no list");
        if (const auto *index = std::get_if<std::size_t>(&step)) {
            path.emplace_back(*index);
            continue;
        }
        const auto found = select(*list, std::get<Selector>(step), path);
        if (!found)
            return Failure {found.error()};
        path.emplace_back(*found);
    }
    return path;
}

Result<std::vector<PlainEdit>, std::string> plainEdits(const Value &root, const Edit &edit)
{
    const auto path = pathIn(root, edit.path);
    if (!path)
        return Failure {path.error()};
    switch (edit.kind) {
    case Edit::Kind::Set: return setEdits(root, *path, edit.value);
    case Edit::Kind::Insert: return insertEdits(root, *path, edit);
    case Edit::Kind::Move: return moveEdits(root, *path, edit);
    case Edit::Kind::Remove:
    case Edit::Kind::Rename: break;
    }
    if (path->empty() || !valueAt(root, *path))
        return because(*path, path->empty() ? "cannot be removed or renamed here" : "is not there");
    return edit.kind == Edit::Kind::Rename ? renameEdits(root, *path, edit) : std::vector {PlainEdit {Edit::Kind::Remove, *path}};
}

Value changed(const Value &root, const PlainEdit &edit)
{
    return changedBelow(root, edit.path, edit);
}

} // namespace gatehouse::config
