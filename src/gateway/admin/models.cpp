// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/models.h"

#include "gateway/admin/answers.h"
#include "gateway/providers/table.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

// LiteLLM's constants: clients compare them, nobody reads them.
constexpr std::int64_t created = 1677610602;

void writeModel(wire::JsonWriter &json, const std::string &name)
{
    json.beginObject()
        .key("id")
        .string(name)
        .key("object")
        .string("model")
        .key("created")
        .number(created)
        .key("owned_by")
        .string("openai")
        .endObject();
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

void listDeployments(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string id = inbound.request.queryValue("litellm_model_id");
    bool isFound = id.empty();
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const Deployment &deployment : context.snapshot->router.deployments()) {
        if (!id.empty() && deployment.id != id)
            continue;
        isFound = true;
        json.beginObject().key("model_name").string(deployment.group).key("litellm_params").beginObject();
        json.key("model").string(deployment.litellmModel).key("api_base").string(deployment.apiBase).endObject();
        json.key("model_info").beginObject().key("id").string(deployment.id).key("db_model").boolean(false);
        json.key("key").string(deployment.model).key("litellm_provider").string(deployment.provider.name);
        json.key("mode").string(deployment.mode.empty() ? "chat" : deployment.mode).endObject().endObject();
    }
    json.endArray().endObject();
    if (isFound)
        return answerJson(inbound, json.take());
    wire::JsonWriter error;
    error.beginObject()
        .key("detail")
        .beginObject()
        .key("error")
        .string("Model id = " + id + " not found on litellm proxy")
        .endObject()
        .endObject();
    answerJson(inbound, error.take(), 400);
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
