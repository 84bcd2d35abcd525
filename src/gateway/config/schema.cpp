// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/schema.h"

#include "gateway/config/schema_parts.h"
#include "gateway/config/schema_tree.h"

#include <algorithm>

namespace gatehouse::config {

namespace {

std::vector<Key> allKeys()
{
    std::vector<Key> keys;
    for (const auto part :
        {modelKeys(), requestParameterKeys(), modelInfoKeys(), litellmKeys(), routerKeys(), generalKeys(), otherKeys()})
        keys.insert(keys.end(), part.begin(), part.end());
    return keys;
}

SchemaNode &grow(SchemaNode &node, std::string_view name)
{
    for (auto &[known, child] : node.children) {
        if (known == name)
            return child;
    }
    node.children.push_back({name, {}});
    return node.children.back().node;
}

SchemaNode makeTree()
{
    SchemaNode root;
    for (const Key &key : schema()) {
        SchemaNode *node = &root;
        for (const std::string_view part : partsOf(key.path))
            node = &grow(*node, part);
        node->row = &key;
    }
    return root;
}

} // namespace

const std::vector<Key> &schema()
{
    static const std::vector<Key> keys = allKeys();
    return keys;
}

const SchemaNode &schemaTree()
{
    static const SchemaNode root = makeTree();
    return root;
}

const SchemaNode *SchemaNode::named(std::string_view name) const
{
    const auto known = std::find_if(children.begin(), children.end(), [name](const auto &child) { return child.name == name; });
    return known == children.end() ? nullptr : &known->node;
}

const SchemaNode *SchemaNode::child(std::string_view name) const
{
    if (name.starts_with('['))
        return named("[]");
    const SchemaNode *exact = named(name);
    return exact ? exact : named("*");
}

std::vector<std::string_view> partsOf(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end < path.size() && path[end] == '.' ? end + 1 : end);
    }
    return parts;
}

const Key *findKey(std::string_view path)
{
    const SchemaNode *node = &schemaTree();
    for (const std::string_view part : partsOf(path)) {
        node = node->child(part);
        if (!node)
            return nullptr;
    }
    return node->row;
}

bool isRequestParameter(std::string_view litellmParam)
{
    const auto parameters = requestParameterKeys();
    const auto isNamed = [&](const Key &key) { return key.path.substr(key.path.rfind('.') + 1) == litellmParam; };
    if (std::any_of(parameters.begin(), parameters.end(), isNamed))
        return true;
    static const SchemaNode *params = schemaTree().child("model_list")->child("[]")->child("litellm_params");
    // Prices come in more kinds than any table lists, and none of them is for the provider.
    const bool isPrice = litellmParam.find("_cost") != litellmParam.npos;
    return !isPrice && !litellmParam.starts_with("litellm_") && !params->named(litellmParam);
}

} // namespace gatehouse::config
