// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/message_quirks.h"

#include "gateway/translate/json_view.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <optional>

namespace gatehouse::translate {

namespace {

// One string for a list of texts; nothing when there is anything else in it, which must stay a list.
std::optional<std::string> asOneText(std::string_view content)
{
    if (!isArray(content))
        return std::nullopt;
    std::string text = "\"";
    for (JsonItems part(content); part.next();) {
        const std::string_view said = member(part.raw(), "text");
        if (member(part.raw(), "type") != "\"text\"" || !isString(said))
            return std::nullopt;
        text += innerOf(said); // still escaped, so that it can be copied
    }
    return text + '"';
}

bool isLeftOut(const JsonMembers &member, std::string_view role, Quirks quirks)
{
    if (member.name() == "name" && quirks.has(Quirk::NoNames))
        return role != "\"tool\"";
    return quirks.has(Quirk::NoNulls) && role == "\"assistant\"" && wire::jsonIsNull(member.raw()) && member.name() != "content";
}

void copyMessage(wire::JsonWriter &json, std::string_view message, Quirks quirks)
{
    if (!isObject(message)) {
        json.raw(message);
        return;
    }
    const std::string_view role = member(message, "role");
    json.beginObject();
    for (JsonMembers member(message); member.next();) {
        if (isLeftOut(member, role, quirks))
            continue;
        const auto text = quirks.has(Quirk::TextContent) && member.name() == "content" ? asOneText(member.raw()) : std::nullopt;
        const auto name = decodedName(member.name());
        if (name)
            json.key(*name).raw(text ? std::string_view(*text) : member.raw());
    }
    json.endObject();
}

} // namespace

bool changesMessages(Quirks quirks)
{
    return quirks.has(Quirk::TextContent) || quirks.has(Quirk::NoNames) || quirks.has(Quirk::NoNulls);
}

std::string withQuirks(std::string_view messages, Quirks quirks)
{
    wire::JsonWriter json;
    json.reserve(messages.size());
    json.beginArray();
    for (JsonItems message(messages); message.next();)
        copyMessage(json, message.raw(), quirks);
    return json.endArray().take();
}

} // namespace gatehouse::translate
