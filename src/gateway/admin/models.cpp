// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/models.h"

#include "gateway/admin/answers.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

// LiteLLM's constants: clients compare them, nobody reads them.
constexpr std::int64_t created = 1677610602;

void writeModel(wire::JsonWriter &json, const std::string &name)
{
    json.beginObject().key("id").string(name).key("object").string("model").key("created").number(created).key("owned_by").string("openai").endObject();
}

} // namespace

void listModels(pipeline::Context &context, pipeline::Inbound inbound)
{
    const bool wildcards = inbound.request.queryValue("return_wildcard_routes") == "true";
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const std::string &name : context.snapshot->router.names(wildcards))
        writeModel(json, name);
    answerJson(inbound, json.endArray().key("object").string("list").endObject().take());
}

void showModel(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto names = context.snapshot->router.names(true);
    if (std::find(names.begin(), names.end(), inbound.pathModel) == names.end())
        return answerDetail(inbound, 404, "Model '" + inbound.pathModel + "' not found in router configuration");
    wire::JsonWriter json;
    writeModel(json, inbound.pathModel);
    answerJson(inbound, json.take());
}

} // namespace gatehouse::admin
