// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/models.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/model_names.h"
#include "gateway/people/accounts.h"
#include "gateway/people/fields.h"
#include "gateway/providers/table.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

// LiteLLM's constants: clients compare them, nobody reads them.
constexpr std::int64_t created = 1677610602;

// What is known of a model by the very name it is called by: a wildcard's models have one, groups mostly not.
const catalogue::Entry *entryOf(const std::string &name, const catalogue::Catalogue &catalogue)
{
    if (const catalogue::Entry *entry = catalogue.named(name))
        return entry;
    const std::size_t slash = name.find('/');
    return slash == name.npos ? nullptr : catalogue.find(name.substr(0, slash), name.substr(slash + 1));
}

void writeModel(wire::JsonWriter &json, const std::string &name, const catalogue::Catalogue &catalogue)
{
    json.beginObject().key("id").string(name).key("object").string("model");
    json.key("created").number(created).key("owned_by").string("openai");
    if (const catalogue::Entry *entry = entryOf(name, catalogue)) {
        if (!entry->facts.mode.empty())
            json.key("mode").string(entry->facts.mode);
        if (entry->facts.maxInputTokens > 0)
            json.key("max_input_tokens").number(entry->facts.maxInputTokens);
        if (entry->facts.maxOutputTokens > 0)
            json.key("max_output_tokens").number(entry->facts.maxOutputTokens);
    }
    json.endObject();
}

// Whether \a team is one that \a caller may look at.
bool isOwnTeam(const std::string &team, const people::Caller &caller, const people::Directory &directory)
{
    return caller.isAdmin || caller.role == people::Role::ProxyAdminViewer || caller.teamId() == team
        || (!caller.userId().empty() && directory.find(people::Kind::Member, people::memberId(team, caller.userId())));
}

// What is asked for as a team would see it.
people::Caller asTeam(const std::string &team, people::Caller caller, const people::Directory &directory)
{
    const auto record = directory.find(people::Kind::Team, team);
    people::AllowedModels allowed {people::Kind::Team};
    if (record)
        allowed.names = people::listIn(people::objectFrom(record->json), "models");
    const auto hasAll = [&allowed](const char *all) {
        return std::find(allowed.names.begin(), allowed.names.end(), all) != allowed.names.end();
    };
    if (!allowed.names.empty() && !hasAll("*") && !hasAll("all-proxy-models"))
        caller.models.push_back(std::move(allowed));
    return caller;
}

std::vector<std::string> askedNames(const wire::Request &request, const people::Caller &caller, const pipeline::Context &context)
{
    const auto asks = [&request](std::string_view name) { return request.queryValue(name) == "true"; };
    std::vector<std::string> names;
    if (!asks("only_model_access_groups"))
        names = usableNames(offeredNames(*context.snapshot, asks("return_wildcard_routes")), caller, *context.snapshot);
    if (asks("only_model_access_groups") || asks("include_model_access_groups")) {
        for (std::string &group : usableGroups(caller, *context.snapshot, context.shared.directory))
            names.push_back(std::move(group));
    }
    return names;
}

} // namespace

void listModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const people::Directory &directory = context.shared.directory;
    const std::string team = inbound.request.queryValue("team_id");
    const people::Caller &caller = *inbound.identity.caller;
    if (!team.empty() && !isOwnTeam(team, caller, directory))
        return answerDetail(inbound, 403, "You are not a member of team_id=" + team);
    const auto names = askedNames(inbound.request, team.empty() ? caller : asTeam(team, caller, directory), context);
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const std::string &name : names)
        writeModel(json, name, context.snapshot->catalogue);
    answerJson(inbound, json.endArray().key("object").string("list").endObject().take());
}

void showModel(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto names = usableNames(offeredNames(*context.snapshot, true), *inbound.identity.caller, *context.snapshot);
    if (std::find(names.begin(), names.end(), inbound.pathModel) == names.end())
        return answerDetail(inbound, 404, "Model '" + inbound.pathModel + "' not found in router configuration");
    wire::JsonWriter json;
    writeModel(json, inbound.pathModel, context.snapshot->catalogue);
    answerJson(inbound, json.take());
}

void listPublicModels(pipeline::Context &, pipeline::Inbound inbound)
{
    answerJson(inbound, "[]");
}

void listProviders(pipeline::Context &, pipeline::Inbound inbound)
{
    wire::JsonWriter json;
    json.beginArray();
    for (const providers::Provider &provider : providers::table())
        json.string(provider.name);
    answerJson(inbound, json.endArray().take());
}

} // namespace gatehouse::admin
