// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/foreign_thoughts.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/members.h"
#include "gateway/translate/responses_words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

bool isForeign(std::string_view block)
{
    const std::string_view type = innerOf(member(block, "type"));
    const bool isThought = type == "thinking" || type == "redacted_thinking";
    return isThought && encryptedReasoning(innerOf(member(block, type == "thinking" ? "signature" : "data"))).has_value();
}

// The message's text without them; empty where it held nothing else.
std::string cleaned(std::string_view message)
{
    wire::JsonWriter kept;
    kept.beginArray();
    JsonItems blocks(member(message, "content"));
    while (blocks.next()) {
        if (!isForeign(blocks.raw()))
            kept.raw(blocks.raw());
    }
    if (kept.endArray().text() == "[]")
        return {};
    Members members(message);
    members.set("content", kept.take());
    return members.text();
}

} // namespace

bool isForeignThought(const Block &block)
{
    if (block.kind == Block::Kind::Thinking)
        return block.signature.empty() || encryptedReasoning(block.signature);
    return block.kind == Block::Kind::RedactedThinking && encryptedReasoning(block.text);
}

std::optional<std::string> withoutForeignThoughts(std::string_view messages)
{
    const std::string_view mark = reasoningMark;
    if (messages.find(mark) == std::string_view::npos) // the usual case, and a search is quicker than a walk
        return std::nullopt;
    wire::JsonWriter json;
    json.beginArray();
    JsonItems each(messages);
    while (each.next()) {
        const bool isPlain = each.raw().find(mark) == std::string_view::npos || !isArray(member(each.raw(), "content"));
        if (const std::string message = isPlain ? std::string(each.raw()) : cleaned(each.raw()); !message.empty())
            json.raw(message);
    }
    return json.endArray().take();
}

} // namespace gatehouse::translate
