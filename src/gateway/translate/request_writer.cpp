// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/request_writer.h"

#include "gateway/translate/rest_members.h"

namespace gatehouse::translate {

void setTexts(Members &members, std::string_view name, const std::vector<std::string> &texts)
{
    if (texts.empty())
        return;
    wire::JsonWriter json;
    json.beginArray();
    for (const std::string &text : texts)
        json.string(text);
    members.set(name, json.endArray().take());
}

Result<std::vector<const Tool *>> functionTools(const Conversation &conversation, const Target &target)
{
    std::vector<const Tool *> functions;
    for (const Tool &tool : conversation.tools) {
        if (tool.otherJson.empty())
            functions.push_back(&tool);
        else if (!target.dropParams)
            return Failure {hostedToolRefused(tool, target)};
    }
    return functions;
}

void beginFunction(wire::JsonWriter &json, const Tool &tool)
{
    json.beginObject().key("type").string("function").key("function").beginObject().key("name").string(tool.name);
    if (!tool.description.empty())
        json.key("description").string(tool.description);
    json.key("parameters").raw(tool.schemaJson.empty() ? R"({"type":"object","properties":{}})" : tool.schemaJson);
}

} // namespace gatehouse::translate
