// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/schema.h"

#include <string>
#include <utility>
#include <vector>

namespace gatehouse::config {

/// The schema table as a tree, made once: one node for each part of a path, "[]" for items of a list.
struct SchemaNode {
    const Key *row = nullptr;
    struct Child;
    std::vector<Child> children; // in the table's order

    /// The child of exactly that name, or nullptr.
    const SchemaNode *named(std::string_view name) const;
    /// The same, or the child for any name.
    const SchemaNode *child(std::string_view name) const;
};
struct SchemaNode::Child {
    std::string_view name;
    SchemaNode node;
};

const SchemaNode &schemaTree();
/// "model_list[3].model_name" → model_list, [3], model_name.
std::vector<std::string_view> partsOf(std::string_view path);

} // namespace gatehouse::config
