// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

struct OutlineEntry;

/// Where the parts of a YAML text stand in it, byte by byte, so that one can be changed and the others stay. It holds no values:
/// those are readYaml()'s, and whoever edits holds his result against them.
struct OutlineNode {
    enum class Form {
        Nothing,
        Plain,
        SingleQuoted,
        DoubleQuoted,
        Literal,
        Folded,
        Alias,
        BlockMap,
        BlockList,
        FlowMap,
        FlowList
    };
    Form form = Form::Nothing;
    std::size_t begin = 0;   ///< of its anchor or tag, where it has one; of nothing: where it would be
    std::size_t content = 0; ///< behind anchor and tag
    std::size_t end = 0;     ///< behind its last byte
    std::size_t column = 0;  ///< of the entries of a block, from 0
    bool hasAnchor = false, hasTag = false;
    std::vector<OutlineEntry> entries; // without an initializer: clang would want the whole type here

    bool isMap() const { return form == Form::BlockMap || form == Form::FlowMap; }
    bool isList() const { return form == Form::BlockList || form == Form::FlowList; }
    bool isBlock() const { return form == Form::BlockMap || form == Form::BlockList; }
    bool isFlow() const { return form == Form::FlowMap || form == Form::FlowList; }
};

/// A key with its value, or an item of a list.
struct OutlineEntry {
    std::size_t begin = 0;  ///< of the key, the dash, or the item of a flow list
    std::size_t keyEnd = 0; ///< behind the key
    std::size_t gap = 0;    ///< behind the colon or dash; where there is none, where the value begins
    bool hasColon = false;
    std::string key = {}; ///< as readYaml() has it
    OutlineNode value = {};

    std::size_t end() const { return value.form == OutlineNode::Form::Nothing && value.end < gap ? gap : value.end; }
};

/// The outline of \a text, of which readYaml() can make a tree; or why there is none: complex keys, directives and a few other
/// things that no configuration needs are not understood.
Result<OutlineNode, std::string> outlineOf(std::string_view text);

} // namespace gatehouse::config
