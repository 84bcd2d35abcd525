// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/address.h"

namespace gatehouse::providers {

namespace {

constexpr std::string_view anthropicVersion = "2023-06-01";

std::string_view chatPath(Dialect dialect)
{
    switch (dialect) {
    case Dialect::OpenAiChat: return "/chat/completions";
    case Dialect::OpenAiText: return "/completions";
    case Dialect::OpenAiResponses: return "/responses";
    case Dialect::AnthropicMessages: return "/v1/messages";
    case Dialect::CohereChat: return "/v2/chat";
    case Dialect::OllamaChat: return "/api/chat";
    case Dialect::GeminiGenerate:
    case Dialect::BedrockConverse: break; // their paths name the model: their rows have rules of their own
    }
    return {};
}

// Betas come from the client, the deployment and the translation; the provider wants one list.
void join(wire::Headers &headers, std::string_view name, std::string_view value)
{
    const std::string_view old = headers.value(name);
    headers.set(name, old.empty() ? std::string(value) : std::string(old) + "," + std::string(value));
}

// What is accepted in place of a stream is the error.
std::string_view accepted(const Deployment &deployment, const wire::Call &call)
{
    if (call.operation == Operation::Speech)
        return "*/*";
    if (!call.stream)
        return "application/json";
    return deployment.cloud.aws() ? "application/vnd.amazon.eventstream" : "text/event-stream, application/json";
}

} // namespace

void addKey(wire::Headers &headers, const Deployment &deployment, Dialect dialect)
{
    const Provider &row = *find(deployment.provider.name);
    const std::string &key = deployment.apiKey.reveal();
    if (key.empty())
        return;
    switch (row.credential) {
    case Credential::Bearer: headers.set("authorization", "Bearer " + key); break;
    case Credential::XApiKey:
        // Tokens of Anthropic's OAuth go as a bearer, keys by their own header.
        if (key.starts_with("sk-ant-oat0"))
            headers.set("authorization", "Bearer " + key);
        else
            headers.set("x-api-key", key);
        break;
    case Credential::ApiKey: headers.set(dialect == Dialect::AnthropicMessages ? "x-api-key" : "api-key", key); break;
    case Credential::Google: headers.set("x-goog-api-key", key); break;
    case Credential::Header: headers.set(row.keyHeader, key); break;
    case Credential::Cloud:
    case Credential::None: break;
    }
}

bool serves(const Deployment &deployment, Operation operation)
{
    return find(deployment.provider.name)->operations.has(operation);
}

bool takesTokens(const Deployment &deployment)
{
    return find(deployment.provider.name)->takesTokens;
}

std::string_view usualPath(const Errand &errand)
{
    switch (errand.operation) {
    case Operation::Chat: return chatPath(errand.dialect);
    case Operation::CountTokens: return "/v1/messages/count_tokens";
    case Operation::Embedding: return "/embeddings";
    case Operation::Moderation: return "/moderations";
    case Operation::Rerank: return "/rerank";
    case Operation::ImageGeneration: return "/images/generations";
    case Operation::ImageEdit: return "/images/edits";
    case Operation::Speech: return "/audio/speech";
    case Operation::Transcription: return "/audio/transcriptions";
    case Operation::AudioTranslation: return "/audio/translations";
    case Operation::StoredResponse: return "/responses"; // and what names it
    }
    return {};
}

std::string joined(std::string_view base, std::string_view path)
{
    if (base.ends_with(path))
        path = {};
    else if (base.ends_with("/v1") && path.starts_with("/v1/"))
        path.remove_prefix(3);
    return std::string(base) + std::string(path);
}

std::string address(const Deployment &deployment, const Errand &errand)
{
    const AddressRule rule = find(deployment.provider.name)->address;
    return rule ? rule(deployment, errand) : joined(deployment.apiBase, usualPath(errand));
}

wire::Headers headers(const Deployment &deployment, const wire::Call &call, const wire::Headers &fromBody)
{
    wire::Headers result;
    result.reserve(8);
    result.add("content-type", "application/json");
    result.add("accept", accepted(deployment, call));
    const Dialect dialect = dialectsFor(deployment, call).preferred; // either has the same header fields
    addKey(result, deployment, dialect);
    // Bedrock reads Anthropic's header fields from the body: see translate/bedrock_invoke.h.
    const bool isAnthropic = dialect == Dialect::AnthropicMessages && !deployment.cloud.aws();
    if (isAnthropic)
        result.add("anthropic-version", anthropicVersion);
    if (!deployment.organization.empty())
        result.add("openai-organization", deployment.organization);
    for (const auto &[name, value] : deployment.extraHeaders)
        result.set(name, value);
    for (const auto *source : {&call.forward, &fromBody}) {
        for (const auto &[name, value] : *source) {
            // The version goes along, as with LiteLLM; Bedrock reads the one in the body.
            const bool isVersion = deployment.cloud.aws() && wire::sameName(name, "anthropic-version");
            if (!isAnthropic && !isVersion && wire::lowered(name).rfind("anthropic-", 0) == 0)
                continue;
            if (wire::sameName(name, "anthropic-beta"))
                join(result, name, value);
            else
                result.set(name, value);
        }
    }
    return result;
}

} // namespace gatehouse::providers
