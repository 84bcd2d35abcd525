// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/models.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/model_names.h"
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

} // namespace

void listModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const bool wildcards = inbound.request.queryValue("return_wildcard_routes") == "true";
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const std::string &name : offeredNames(*context.snapshot, wildcards))
        writeModel(json, name, context.snapshot->catalogue);
    answerJson(inbound, json.endArray().key("object").string("list").endObject().take());
}

void showModel(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto names = offeredNames(*context.snapshot, true);
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
