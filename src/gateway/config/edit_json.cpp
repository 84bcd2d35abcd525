// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/edit.h"

#include "gateway/config/json_tree.h"

#include <algorithm>
#include <array>

namespace gatehouse::config {

namespace {

struct Word {
    std::string_view word;
    Edit::Kind kind;
    std::string_view needs; ///< the member beside the path
};
constexpr std::array words {Word {"set", Edit::Kind::Set, "value"}, Word {"remove", Edit::Kind::Remove, "path"},
    Word {"insert", Edit::Kind::Insert, "value"}, Word {"move", Edit::Kind::Move, "to"},
    Word {"rename", Edit::Kind::Rename, "key"}};

using Problem = std::optional<std::string>;

const Value *member(const Value &map, std::string_view name)
{
    const auto &entries = map.entries();
    const auto known =
        std::find_if(entries.begin(), entries.end(), [name](const Value::Entry &entry) { return entry.first == name; });
    return known == entries.end() ? nullptr : &known->second;
}

Problem readNumber(const Value &map, std::string_view name, std::optional<std::size_t> &number)
{
    const Value *found = member(map, name);
    if (!found || found->isNull())
        return {};
    if (found->kind() != Value::Kind::Integer || found->asInt() < 0)
        return "'" + std::string(name) + "' must be a number from 0";
    number = static_cast<std::size_t>(found->asInt());
    return {};
}

Problem readPath(const Value &json, std::vector<Step> &path)
{
    for (const Value &part : json.items()) {
        switch (part.kind()) {
        case Value::Kind::String: path.emplace_back(part.asString()); break;
        case Value::Kind::Map: path.emplace_back(Selector {part.entries()}); break;
        case Value::Kind::Integer:
            if (part.asInt() < 0)
                return "an index in 'path' is negative";
            path.emplace_back(static_cast<std::size_t>(part.asInt()));
            break;
        default: return "'path' holds something else than keys, indexes and selectors";
        }
    }
    return {};
}

Problem readMembers(const Value &json, const Word &word, Edit &edit)
{
    const Value *path = member(json, "path");
    if (!path || path->kind() != Value::Kind::List)
        return "'path' must be a list";
    if (!member(json, word.needs))
        return "'" + std::string(word.needs) + "' is missing";
    std::optional<std::size_t> from, to;
    for (const auto &problem : {readPath(*path, edit.path), readNumber(json, "index", edit.index), readNumber(json, "from", from),
             readNumber(json, "to", to)}) {
        if (problem)
            return problem;
    }
    if (word.kind == Edit::Kind::Move && (!from || !to))
        return "'from' and 'to' must be numbers from 0";
    const Value *value = member(json, "value"), *key = member(json, "key");
    if (word.kind == Edit::Kind::Rename && key->kind() != Value::Kind::String)
        return "'key' must be a text";
    edit.value = value ? *value : Value();
    edit.key = key ? key->asString() : std::string();
    edit.from = from.value_or(0);
    edit.to = to.value_or(0);
    return {};
}

Problem readEdit(const Value &json, Edit &edit)
{
    if (json.kind() != Value::Kind::Map)
        return "an edit must be an object";
    const Value *name = member(json, "op");
    const std::string said = name ? name->asString() : std::string();
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word &each) { return each.word == said; });
    if (word == words.end())
        return "'op' must be set, remove, insert, move or rename";
    edit.kind = word->kind;
    return readMembers(json, *word, edit);
}

} // namespace

Result<std::vector<Edit>, EditFailure> editsFromJson(std::string_view json)
{
    const auto list = treeFromJson(json);
    if (!list || list->kind() != Value::Kind::List)
        return Failure {EditFailure {"'edits' must be a list, nested no more than 64 deep"}};
    if (list->items().size() > mostEdits)
        return Failure {EditFailure {"'edits' may have no more than " + std::to_string(mostEdits) + " at once"}};
    std::vector<Edit> edits;
    for (const Value &each : list->items()) {
        edits.emplace_back();
        if (const auto problem = readEdit(each, edits.back()))
            return Failure {EditFailure {*problem, edits.size() - 1}};
    }
    return edits;
}

} // namespace gatehouse::config
