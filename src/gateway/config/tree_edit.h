// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/edit.h"

#include <string>
#include <vector>

namespace gatehouse::config {

/// An edit of one place whose path was found.
struct PlainEdit {
    Edit::Kind kind = Edit::Kind::Set;
    Path path = {}; ///< of an insert: the list's
    Value value = {};
    std::size_t index = 0; ///< of insert; of move from where
    std::size_t to = 0;
    std::string key = {};
};

/// \a edit as the fewest edits of single places: of a map or list that is set to another, what stays the same is left alone, with
/// its comments. Fails with a reason where the tree does not have the place.
Result<std::vector<PlainEdit>, std::string> plainEdits(const Value &root, const Edit &edit);

/// The tree after \a edit, which plainEdits() made.
Value changed(const Value &root, const PlainEdit &edit);

} // namespace gatehouse::config
