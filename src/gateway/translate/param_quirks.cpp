// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/param_quirks.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/plain_tools.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

void rename(Members &members, std::string_view from, std::string_view to)
{
    if (members.has(from))
        members.offer(to, members.find(from));
    members.erase(from);
}

void fitTools(Members &members, Quirks quirks)
{
    if (!members.has("tools"))
        return;
    if (quirks.has(Quirk::PlainSchemas))
        members.set("tools", plainTools(members.find("tools"), {"strict", "$schema", "$id"}));
    else if (quirks.has(Quirk::PlainTools))
        members.set("tools", plainTools(members.find("tools"), {"additionalProperties", "strict"}));
    else if (quirks.has(Quirk::LaxTools))
        members.set("tools", plainTools(members.find("tools"), {"strict"}));
}

// {"type": "json_schema", "json_schema": {"schema": …}} → {"type": "json_object", "schema": …}
void fitSchema(Members &members)
{
    const std::string_view schema = member(members.find("response_format"), {"json_schema", "schema"});
    if (!schema.empty())
        members.set("response_format", R"({"type":"json_object","schema":)" + std::string(schema) + '}');
}

// A model that either thinks or does not: how hard, or for how many tokens, cannot be said.
void fitThinking(Members &members)
{
    const std::string_view effort = members.find("reasoning_effort");
    const std::string_view kind = member(members.find("thinking"), "type");
    if (isString(kind))
        members.set("thinking", R"({"type":)" + std::string(kind) + '}');
    else if (isString(effort) && effort != "\"none\"")
        members.set("thinking", R"({"type":"enabled"})");
    members.erase("reasoning_effort");
}

} // namespace

void applyQuirks(Members &members, Quirks quirks)
{
    if (quirks.has(Quirk::OldMaxTokens))
        rename(members, "max_completion_tokens", "max_tokens");
    if (quirks.has(Quirk::RandomSeed))
        rename(members, "seed", "random_seed");
    if (quirks.has(Quirk::AnyForRequired) && members.find("tool_choice") == "\"required\"")
        members.set("tool_choice", "\"any\"");
    if (quirks.has(Quirk::LowTemperature) && wire::jsonNumber(members.find("temperature")).value_or(0) > 1)
        members.set("temperature", "1");
    if (quirks.has(Quirk::SchemaAsObject))
        fitSchema(members);
    if (quirks.has(Quirk::ThinkingSwitch))
        fitThinking(members);
    if (quirks.has(Quirk::AskForCost))
        members.offer("usage", R"({"include":true})");
    fitTools(members, quirks);
}

} // namespace gatehouse::translate
