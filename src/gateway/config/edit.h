// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/path.h"
#include "gateway/core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gatehouse::config {

/// The one item of a list whose members are such; dots in a name go deeper.
struct Selector {
    std::vector<std::pair<std::string, Value>> members;
};
/// A step on the way to a value.
using Step = std::variant<std::string, std::size_t, Selector>;

/// A change of one place of a configuration; docs/config-api.md tells what each does.
struct Edit {
    enum class Kind { Set, Remove, Insert, Move, Rename };
    Kind kind = Kind::Set;
    std::vector<Step> path = {};
    Value value = {};                      ///< of set and insert
    std::optional<std::size_t> index = {}; ///< of insert; none = at the end
    std::size_t from = 0, to = 0;          ///< of move
    std::string key = {};                  ///< of rename
};

/// Why edits cannot be done, in words for people, without values of the file.
struct EditFailure {
    std::string message = {};
    std::optional<std::size_t> index = {}; ///< of the edit; none = it is the file's fault
};

/// Each edit reads the whole text anew, so that many in one question would keep everybody else waiting.
constexpr std::size_t mostEdits = 1000;

/// Reads a JSON list of edits, mostEdits at most. The members of objects keep their order.
Result<std::vector<Edit>, EditFailure> editsFromJson(std::string_view json);

/// The path of \a edit in \a root with its selectors found; what a set would make need not be there.
Result<Path, std::string> pathIn(const Value &root, const std::vector<Step> &steps);

/// \a edits, in order, done to \a text: comments, order and quotes stay, and only what has to change is touched. What comes of it
/// was read again and is the tree that was meant; otherwise nothing is done.
Result<std::string, EditFailure> edited(const std::string &text, const std::vector<Edit> &edits);

/// What comes of edits to a text that others have changed since it was read.
struct Merged {
    std::string text = {};
    std::vector<Path> conflicts = {}; ///< places of the newest text that both have changed; where there are any, there is no text
};
/// \a edits, which were made looking at \a base, done to \a newest. Items of lists are found again by what is in them.
Result<Merged, EditFailure> mergedEdits(const std::string &base, const std::string &newest, const std::vector<Edit> &edits);

} // namespace gatehouse::config
