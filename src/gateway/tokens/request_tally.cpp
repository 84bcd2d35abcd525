// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/request_tally.h"

#include "gateway/translate/json_view.h"

#include <algorithm>
#include <array>

namespace gatehouse::tokens {

namespace {

using translate::innerOf;
using translate::isArray;
using translate::isObject;
using translate::isString;
using translate::JsonItems;
using translate::JsonMembers;
using translate::member;
using translate::textOf;

constexpr std::int64_t aroundMessage = 3, aroundName = 1, beforeAnswer = 3, aroundTool = 8;
// OpenAI's figures for an image: 85 for low detail, and 765 for a square of 1024 pixels in high detail.
constexpr std::int64_t smallImage = 85, largeImage = 765;

/// Members whose texts the model reads, in any dialect's parts.
constexpr std::array<std::string_view, 9> readMembers {
    "text", "content", "input", "arguments", "name", "thinking", "output", "parts", "refusal"};

bool isRead(std::string_view name)
{
    return std::find(readMembers.begin(), readMembers.end(), name) != readMembers.end();
}

bool isImage(std::string_view part)
{
    const std::string_view type = innerOf(member(part, "type"));
    return type == "image_url" || type == "image" || type == "input_image" || isObject(member(part, "inlineData"))
        || isObject(member(part, "inline_data"));
}

void addImage(Meter &meter, std::string_view part)
{
    const bool isLow = innerOf(member(part, {"image_url", "detail"})) == "low" || innerOf(member(part, "detail")) == "low";
    meter.addTokens(isLow ? smallImage : largeImage);
    meter.guessed();
}

// A text, or a list or object of parts, nested as tool results are. The body was held to 1,024 levels when it was parsed.
void addContent(Meter &meter, std::string_view content)
{
    if (isString(content)) {
        meter.addText(textOf(content));
    } else if (isArray(content)) {
        for (JsonItems item(content); item.next();)
            addContent(meter, item.raw());
    } else if (isObject(content) && isImage(content)) {
        addImage(meter, content);
    } else if (isObject(content)) {
        for (JsonMembers part(content); part.next();) {
            if (isRead(part.name()))
                addContent(meter, part.raw());
        }
    }
}

void addMessage(Meter &meter, std::string_view message)
{
    meter.addTokens(aroundMessage);
    if (isString(message))
        return meter.addText(textOf(message));
    meter.addText(innerOf(member(message, "role")));
    if (isString(member(message, "name")))
        meter.addTokens(aroundName);
    addContent(meter, message);
    for (JsonItems call(member(message, "tool_calls")); call.next();)
        addContent(meter, member(call.raw(), "function"));
}

void addMessages(Meter &meter, std::string_view messages)
{
    for (JsonItems message(messages); message.next();)
        addMessage(meter, message.raw());
    meter.addTokens(beforeAnswer);
}

// How a definition is put to the model is the provider's secret; its text is a good guess.
void addTools(Meter &meter, std::string_view tools)
{
    for (JsonItems tool(tools); tool.next();) {
        meter.addTokens(aroundTool);
        meter.addText(tool.raw());
        meter.guessed();
    }
}

} // namespace

void tallyRequest(Meter &meter, const wire::JsonObject &body)
{
    if (const std::string_view messages = body.find("messages"); isArray(messages))
        addMessages(meter, messages);
    else if (const std::string_view contents = body.find("contents"); isArray(contents))
        addMessages(meter, contents);
    else if (const std::string_view input = body.find("input"); !input.empty())
        addContent(meter, input);
    else
        addContent(meter, body.find("prompt"));
    for (const std::string_view name : {"system", "systemInstruction", "system_instruction", "instructions"})
        addContent(meter, body.find(name));
    addTools(meter, body.find("tools"));
}

} // namespace gatehouse::tokens
