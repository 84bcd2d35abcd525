// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/wishes.h"

#include "gateway/translate/json_view.h"

namespace gatehouse::guardrails {

namespace {

using translate::JsonItems;
using translate::JsonMembers;

Failure<Error> wrong()
{
    return {Error {Fault::InvalidRequest, "'guardrails' must be a list of names, or of {name: {\"extra_body\": {…}}}.", 0, {},
        "guardrails"}};
}

// ["a", {"b": {"extra_body": {…}}}], or {"b": {…}} alone.
Result<> addNames(std::string_view raw, Wishes &wishes)
{
    if (wire::jsonIsNull(raw))
        return {};
    if (translate::isObject(raw)) {
        for (JsonMembers members(raw); members.next();) {
            const std::string_view extra = translate::member(members.raw(), "extra_body");
            wishes.names.emplace_back(
                translate::decodedName(members.name()).value_or(std::string()), translate::isObject(extra) ? extra : "");
        }
        return {};
    }
    if (!translate::isArray(raw))
        return wrong();
    for (JsonItems items(raw); items.next();) {
        if (translate::isString(items.raw()))
            wishes.names.emplace_back(translate::textOf(items.raw()), std::string());
        else if (!translate::isObject(items.raw()))
            return wrong();
        else if (auto added = addNames(items.raw(), wishes); !added)
            return added;
    }
    return {};
}

void addDeclined(std::string_view raw, Wishes &wishes)
{
    wishes.declinesGlobal = wishes.declinesGlobal || wire::jsonBool(raw).value_or(false);
    if (auto names = wire::jsonStrings(raw))
        wishes.declined.insert(wishes.declined.end(), names->begin(), names->end());
}

} // namespace

Result<Wishes> wishesIn(const wire::JsonObject &body)
{
    Wishes wishes;
    const std::string_view metadata = body.find("metadata"), own = body.find("litellm_metadata");
    for (const std::string_view raw :
        {body.find("guardrails"), translate::member(metadata, "guardrails"), translate::member(own, "guardrails")}) {
        if (auto added = addNames(raw, wishes); !added)
            return Failure {added.error()};
    }
    for (const char *name : {"disable_global_guardrail", "disable_global_guardrails"}) {
        for (const std::string_view raw : {body.find(name), translate::member(metadata, name), translate::member(own, name)})
            addDeclined(raw, wishes);
    }
    return wishes;
}

} // namespace gatehouse::guardrails
