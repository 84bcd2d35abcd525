// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/completion_blocks.h"

#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"

#include <utility>

namespace gatehouse::translate {

void addText(Completion &completion, std::string text, Block::Kind kind)
{
    if (text.empty())
        return;
    Block block;
    block.kind = kind;
    block.text = std::move(text);
    completion.blocks.push_back(std::move(block));
}

void addCall(Completion &completion, std::string_view id, std::string_view function)
{
    Block block;
    block.kind = Block::Kind::ToolUse;
    block.id = textOf(id);
    if (block.id.empty())
        block.id = newId("call_");
    block.name = textOf(member(function, "name"));
    const std::string_view arguments = member(function, "arguments");
    block.argumentsJson = isObject(arguments) ? std::string(arguments) : argumentsObject(textOf(arguments));
    completion.blocks.push_back(std::move(block));
}

} // namespace gatehouse::translate
