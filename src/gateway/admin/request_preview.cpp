// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/request_preview.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/call_types.h"
#include "gateway/admin/model_record.h"
#include "gateway/catalogue/describe.h"
#include "gateway/pipeline/decode.h"
#include "gateway/pipeline/dialect_of.h"
#include "gateway/providers/address.h"
#include "gateway/providers/compile.h"
#include "gateway/providers/shown.h"
#include "gateway/routing/wildcard.h"
#include "gateway/translate/dialects.h"

#include <array>

namespace gatehouse::admin {

namespace {

using config::Value;

// Fields that say nothing about who asks.
bool isPublic(std::string_view name)
{
    static constexpr std::array names {"accept", "anthropic-beta", "anthropic-version", "content-type", "http-referer",
        "openai-organization", "x-amz-date", "x-title"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view each) { return wire::sameName(each, name); });
}

// "sk-1234567890" → "sk****90". What is short is hidden whole.
std::string masked(std::string_view value)
{
    constexpr std::string_view bearer = "Bearer ";
    if (value.starts_with(bearer))
        return std::string(bearer) + masked(value.substr(bearer.size()));
    constexpr std::size_t shortest = 8;
    if (value.size() < shortest || value.find(' ') != value.npos)
        return "****";
    return std::string(value.substr(0, 2)) + "****" + std::string(value.substr(value.size() - 2));
}

// A deployment that is not configured: what follows from "provider/model" alone, with nobody's credential.
std::optional<Deployment> unconfigured(const std::string &model, const catalogue::Catalogue &catalogue)
{
    const Value params = Value::map({{"model", Value::string(model)}, {"mock_response", Value::string({})}});
    const Value entry = Value::map({{"model_name", Value::string(model)}, {"litellm_params", params}});
    auto deployment = providers::compile(entry, [](const std::string &) { return std::nullopt; });
    if (!deployment)
        return std::nullopt;
    (void)catalogue::describe(*deployment, entry, catalogue);
    return std::move(*deployment);
}

// The first of those that could answer to \a asked, with its stars filled in.
std::optional<Deployment> answering(const std::string &asked, const pipeline::Snapshot &snapshot)
{
    const auto found = snapshot.router.find(asked);
    if (!found || (!found->only && found->group->deployments.empty()))
        return unconfigured(asked, snapshot.catalogue);
    const Deployment &first = found->only ? *found->only : *found->group->deployments.front();
    const std::string model = found->only ? first.model : routing::filled(first.model, found->captured, asked);
    Deployment deployment = catalogue::concrete(first, model, snapshot.catalogue);
    deployment.model = model;
    return deployment;
}

void writeFields(wire::JsonWriter &json, const wire::Headers &headers)
{
    json.beginObject();
    for (const auto &[name, value] : headers)
        json.key(wire::lowered(name)).string(isPublic(name) ? std::string(value) : masked(value));
    json.endObject();
}

void answerPreviewError(pipeline::Inbound &inbound, const std::string &why)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const char *name : {"raw_request_api_base", "raw_request_body", "raw_request_headers"})
        json.key(name).null();
    answerJson(inbound, json.key("error").string(why).endObject().take());
}

bool canBeTold(const wire::Call &call, Dialect to)
{
    if (call.operation != Operation::Chat)
        return true; // whoever encodes operations says it himself
    // What nearly is a chat is told as one: see translate::encode().
    const bool isAsChat = call.dialect != to && translate::row(call.dialect).asChat;
    const Dialect spoken = isAsChat ? Dialect::OpenAiChat : call.dialect;
    const translate::DialectRow &from = translate::row(spoken);
    return spoken == to ? from.relayRequest != nullptr : from.readRequest && translate::row(to).writeRequest;
}

void answerPreview(
    pipeline::Inbound &inbound, const wire::Call &call, const Deployment &deployment, const pipeline::Snapshot &snapshot)
{
    const Dialect dialect = pipeline::dialectOf(call, deployment, snapshot.settings);
    if (!canBeTold(call, dialect))
        return answerPreviewError(inbound, deployment.provider.name + " cannot be asked by " + call.path);
    const auto encoded = translate::encode(call, {deployment, deployment.model, dialect}, snapshot.settings.policy);
    if (!encoded)
        return answerPreviewError(inbound, encoded.error().message);
    wire::Headers headers = providers::headers(deployment, call, encoded->headers);
    if (deployment.cloud.isUsed()) // a signature is made when a request is sent, and a token fetched
        headers.set("authorization", "");
    const std::string url =
        providers::address(deployment, {dialect, call.operation, deployment.model, call.stream, encoded->isOlder});
    wire::JsonWriter json;
    json.beginObject().key("raw_request_api_base").string(url);
    json.key("raw_request_body").raw(encoded->body).key("raw_request_headers");
    writeFields(json, headers);
    answerJson(inbound, json.key("error").null().endObject().take());
}

} // namespace

void showSupportedParams(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string model = inbound.request.queryValue("model");
    const auto deployment = model.empty() ? std::nullopt : answering(model, *context.snapshot);
    if (!deployment)
        return answerRefusal(inbound, "Could not map model=" + model);
    wire::JsonWriter json;
    json.beginObject().key("supported_openai_params").beginArray();
    for (const std::string_view name : supportedParams(*deployment))
        json.string(name);
    answerJson(inbound, json.endArray().endObject().take());
}

void previewRequest(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return answerRefusal(inbound, body.error().message);
    const std::string name = wire::jsonString(body->find("call_type")).value_or("");
    const CallType *type = callTypeNamed(name);
    if (!type)
        return answerRefusal(
            inbound, "call_type='" + name + "' is not known; completion, embedding and rerank are some that are");
    pipeline::Inbound question;
    question.request.body = body->find("request_body");
    question.dialect = type->dialect;
    question.operation = type->operation;
    const auto call = pipeline::decode(question, context.snapshot->settings);
    if (!call)
        return answerPreviewError(inbound, call.error().message);
    const auto deployment = answering(call->model, *context.snapshot);
    if (!deployment)
        return answerPreviewError(inbound, "model=" + call->model + " is neither configured nor a provider's");
    answerPreview(inbound, *call, *deployment, *context.snapshot);
}

} // namespace gatehouse::admin
