// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/edit.h"

#include "gateway/config/edit_draft.h"
#include "gateway/config/tree_change.h"

#include <algorithm>
#include <array>
#include <functional>

namespace gatehouse::config {

namespace {

using Kind = Value::Kind;

/// What an item of a list is known by, when something else in it has changed; null where there is nothing.
Value nameOf(const Value &item)
{
    static const std::array<Path, 4> names {Path {std::string("model_info"), std::string("id")},
        Path {std::string("credential_name")}, Path {std::string("guardrail_name")}, Path {std::string("model_name")}};
    for (const Path &path : names) {
        if (const Value *name = valueAt(item, path); name && !name->isNull())
            return *name;
    }
    const bool isPair = item.entries().size() == 1; // {model: [fallbacks]}
    return isPair ? Value::string(item.entries().front().first) : Value::null();
}

std::optional<std::size_t> onlyOne(const Value &list, const std::function<bool(const Value &)> &fits)
{
    const auto &items = list.items();
    const auto first = std::find_if(items.begin(), items.end(), fits);
    if (first == items.end() || std::find_if(first + 1, items.end(), fits) != items.end())
        return std::nullopt;
    return static_cast<std::size_t>(first - items.begin());
}

/// Where the item of \a mine at \a index is in \a theirs, if it can be told.
std::optional<std::size_t> sameItem(const Value &mine, const Value &theirs, std::size_t index)
{
    if (index >= mine.items().size())
        return std::nullopt;
    const Value &item = mine.items()[index];
    const auto isIt = [&](const Value &other) { return isSame(other, item); };
    const auto isNamed = [&, name = nameOf(item)](const Value &other) { return !name.isNull() && isSame(nameOf(other), name); };
    if (isSame(mine, theirs))
        return index;
    if (const auto found = onlyOne(theirs, isIt); found && onlyOne(mine, isIt))
        return found;
    if (const auto found = onlyOne(theirs, isNamed); found && onlyOne(mine, isNamed))
        return found;
    // In its place among others that have not moved.
    const bool isAlone = mine.items().size() == theirs.items().size();
    for (std::size_t i = 0; isAlone && i < mine.items().size(); ++i) {
        if (i != index && !isSame(mine.items()[i], theirs.items()[i]))
            return std::nullopt;
    }
    return isAlone ? std::optional(index) : std::nullopt;
}

/// Brings edits from the tree they were made in to another, one after the other.
class Rebase
{
public:
    Rebase(Value mine, Draft theirs)
        : m_mine(std::move(mine))
        , m_theirs(std::move(theirs))
    {
    }

    Result<void, std::string> apply(const Edit &edit)
    {
        const auto plain = plainEdits(m_mine, edit);
        if (!plain)
            return Failure {plain.error()};
        for (const PlainEdit &each : *plain) {
            if (auto done = applyPlain(each); !done)
                return done;
        }
        return {};
    }

    const Draft &theirs() const { return m_theirs; }
    const std::vector<Path> &conflicts() const { return m_conflicts; }

private:
    Result<void, std::string> applyPlain(const PlainEdit &edit)
    {
        if (isMapOfBoth(edit))
            return applyMembers(edit);
        const auto moved = rebased(edit);
        m_mine = changed(m_mine, edit);
        if (!moved)
            return {}; // a conflict, or done by others already
        auto next = afterEdit(m_theirs, *moved);
        if (!next)
            return Failure {next.error()};
        m_theirs = std::move(*next);
        return {};
    }

    /// Both have made a map where there was nothing.
    bool isMapOfBoth(const PlainEdit &edit) const
    {
        const auto place = placeOf(edit.path);
        const Value *theirs = place ? valueAt(m_theirs.tree, *place) : nullptr;
        return edit.kind == Edit::Kind::Set && edit.value.kind() == Kind::Map && theirs && theirs->kind() == Kind::Map
            && !valueAt(m_mine, edit.path);
    }

    Result<void, std::string> applyMembers(const PlainEdit &edit)
    {
        for (const auto &[key, value] : edit.value.entries()) {
            PlainEdit member {Edit::Kind::Set, edit.path, value};
            member.path.emplace_back(key);
            if (auto done = applyPlain(member); !done)
                return done;
        }
        return {};
    }

    /// The same place in their tree; parts that neither tree has stay as they are.
    std::optional<Path> placeOf(const Path &path) const
    {
        Path place;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const Value *mine = valueAt(m_mine, Path(path.begin(), path.begin() + std::ptrdiff_t(i)));
            const Value *theirs = valueAt(m_theirs.tree, place);
            const auto *index = std::get_if<std::size_t>(&path[i]);
            if (!index || !mine || !theirs) {
                place.push_back(path[i]);
                continue;
            }
            const auto found = sameItem(*mine, *theirs, *index);
            if (!found)
                return std::nullopt;
            place.emplace_back(*found);
        }
        return place;
    }

    std::optional<PlainEdit> conflict(const Path &path)
    {
        if (std::find(m_conflicts.begin(), m_conflicts.end(), path) == m_conflicts.end())
            m_conflicts.push_back(path);
        return std::nullopt;
    }

    std::optional<PlainEdit> rebased(const PlainEdit &edit)
    {
        const auto place = placeOf(edit.path);
        if (!place)
            return goneInTheirs(edit) ? std::nullopt : conflict(edit.path);
        PlainEdit moved = edit;
        moved.path = *place;
        const Value *mine = valueAt(m_mine, edit.path), *theirs = valueAt(m_theirs.tree, *place);
        switch (edit.kind) {
        case Edit::Kind::Set: return rebasedSet(moved, mine, theirs);
        case Edit::Kind::Remove:
            if (!theirs)
                return std::nullopt;
            return mine && isSame(*mine, *theirs) ? std::optional(moved) : conflict(*place);
        case Edit::Kind::Insert:
        case Edit::Kind::Move:
            return theirs && theirs->kind() == Kind::List ? rebasedList(moved, *mine, *theirs) : conflict(*place);
        case Edit::Kind::Rename: break;
        }
        return theirs && !isThere(*place, edit.key) ? std::optional(moved) : conflict(*place);
    }

    /// Both have removed it.
    bool goneInTheirs(const PlainEdit &edit) const
    {
        const Path parent(edit.path.begin(), edit.path.end() - 1);
        const auto place = placeOf(parent);
        const Value *mine = valueAt(m_mine, edit.path), *list = place ? valueAt(m_theirs.tree, *place) : nullptr;
        if (edit.kind != Edit::Kind::Remove || !mine || !list)
            return false;
        const auto isLike = [&](const Value &other) {
            return isSame(other, *mine) || (!nameOf(other).isNull() && isSame(nameOf(other), nameOf(*mine)));
        };
        return std::none_of(list->items().begin(), list->items().end(), isLike);
    }

    bool isThere(const Path &place, const std::string &key) const
    {
        Path other(place.begin(), place.end() - 1);
        other.emplace_back(key);
        return valueAt(m_theirs.tree, other) != nullptr;
    }

    std::optional<PlainEdit> rebasedSet(const PlainEdit &edit, const Value *mine, const Value *theirs)
    {
        const Path parent(edit.path.begin(), edit.path.end() - 1);
        const Value *map = valueAt(m_theirs.tree, parent);
        if (theirs && isSame(*theirs, edit.value))
            return std::nullopt; // both want it
        if (!map || (map->kind() != Kind::Map && map->kind() != Kind::List))
            return conflict(parent);
        const bool isUnchanged = mine && theirs ? isSame(*mine, *theirs) : !mine && !theirs;
        return isUnchanged ? std::optional(edit) : conflict(edit.path);
    }

    std::optional<PlainEdit> rebasedList(PlainEdit edit, const Value &mine, const Value &theirs)
    {
        if (edit.kind == Edit::Kind::Insert) {
            const auto before =
                edit.index == mine.items().size() ? std::optional(theirs.items().size()) : sameItem(mine, theirs, edit.index);
            const auto after = edit.index > 0 ? sameItem(mine, theirs, edit.index - 1) : std::nullopt;
            if (!before && !after)
                return conflict(edit.path);
            edit.index = before ? *before : *after + 1;
            if (theirs.items().empty())
                return PlainEdit {Edit::Kind::Set, edit.path, Value::list({edit.value})};
            return edit;
        }
        const auto from = sameItem(mine, theirs, edit.index), to = sameItem(mine, theirs, edit.to);
        if (!from || !to)
            return conflict(edit.path);
        edit.index = *from;
        edit.to = *to;
        return *from == *to ? std::nullopt : std::optional(edit);
    }

    Value m_mine;
    Draft m_theirs;
    std::vector<Path> m_conflicts;
};

} // namespace

Result<Merged, EditFailure> mergedEdits(const std::string &base, const std::string &newest, const std::vector<Edit> &edits)
{
    const auto mine = mapOf(base), theirs = mapOf(newest);
    if (!mine || !theirs)
        return Failure {EditFailure {notReadable, {}}};
    Rebase rebase(*mine, {newest, *theirs});
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (const auto done = rebase.apply(edits[i]); !done)
            return Failure {EditFailure {done.error(), i}};
    }
    if (!rebase.conflicts().empty())
        return Merged {{}, rebase.conflicts()};
    if (!meansIt(rebase.theirs()))
        return Failure {EditFailure {notMeant, {}}};
    return Merged {rebase.theirs().text, {}};
}

} // namespace gatehouse::config
