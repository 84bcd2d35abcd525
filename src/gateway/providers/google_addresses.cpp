// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/google_addresses.h"

#include "gateway/providers/percent.h"

namespace gatehouse::providers {

namespace {

// What a model is asked to do, behind its name.
std::string_view methodOf(const Errand &errand, std::string_view embedding)
{
    switch (errand.operation) {
    case Operation::CountTokens: return ":countTokens";
    case Operation::Embedding: return embedding;
    default: return errand.stream ? ":streamGenerateContent?alt=sse" : ":generateContent";
    }
}

std::string_view without(std::string_view text, std::string_view prefix)
{
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

// \a base up to where \a mark begins, if it is there.
std::string_view before(std::string_view base, std::string_view mark)
{
    return base.substr(0, std::min(base.find(mark), base.size()));
}

bool isHostAlone(std::string_view base)
{
    const std::size_t scheme = base.find("://");
    return base.find('/', scheme == std::string_view::npos ? 0 : scheme + 3) == std::string_view::npos;
}

bool endsInVersion(std::string_view base)
{
    const std::string_view last = base.substr(std::min(base.rfind('/') + 1, base.size()));
    return last.size() >= 2 && last[0] == 'v' && last[1] >= '0' && last[1] <= '9';
}

std::string vertexHost(const Deployment &deployment, std::string_view location)
{
    if (deployment.apiBase != find(deployment.provider.name)->base)
        return deployment.apiBase;
    if (location == "global")
        return "https://aiplatform.googleapis.com";
    if (location == "us" || location == "eu") // of more than one region
        return "https://aiplatform." + std::string(location) + ".rep.googleapis.com";
    return "https://" + std::string(location) + "-aiplatform.googleapis.com";
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Claude, by Anthropic's own words.
bool isClaude(std::string_view model)
{
    return model.find("claude") != std::string_view::npos;
}

// "meta/llama-4-maverick-…-maas": models of others whom Vertex lets speak OpenAI's words.
bool isPublished(std::string_view model)
{
    return model.find('/') != std::string_view::npos && !model.starts_with("gemini/");
}

// A model's place below its project's location.
std::string vertexModel(std::string_view model)
{
    const std::string_view tuned = without(model, "gemini/"); // LiteLLM's mark for a tuned Gemini behind an endpoint
    if (isNumber(tuned))
        return "/endpoints/" + std::string(tuned);
    return "/publishers/google/models/" + percentEncoded(model, "@");
}

// Below the project's location, in whichever dialect the model speaks.
std::string vertexPath(const Errand &errand)
{
    if (errand.dialect == Dialect::OpenAiChat && errand.operation == Operation::Chat)
        return "/endpoints/openapi/chat/completions";
    if (errand.dialect == Dialect::AnthropicMessages && errand.operation == Operation::Chat)
        return "/publishers/anthropic/models/" + percentEncoded(errand.model, "@")
            + (errand.stream ? ":streamRawPredict" : ":rawPredict");
    return vertexModel(errand.model) + std::string(methodOf(errand, ":predict"));
}

} // namespace

std::string geminiAddress(const Deployment &deployment, const Errand &errand)
{
    std::string base(before(before(deployment.apiBase, "/models/"), "/tunedModels/"));
    if (isHostAlone(base))
        base += "/v1beta";
    const bool isTuned = errand.model.starts_with("tunedModels/");
    const std::string_view name = isTuned ? without(errand.model, "tunedModels/") : without(errand.model, "models/");
    return base + (isTuned ? "/tunedModels/" : "/models/") + percentEncoded(name)
        + std::string(methodOf(errand, ":batchEmbedContents"));
}

std::string vertexAddress(const Deployment &deployment, const Errand &errand)
{
    const GoogleAccess none, *google = deployment.cloud.google();
    const GoogleAccess &access = google ? *google : none;
    const std::string path = vertexPath(errand);
    std::string base = vertexHost(deployment, access.location);
    if (base.find("/publishers/") != std::string::npos || base.find("/endpoints/") != std::string::npos) {
        const std::string whole = base.substr(0, base.find(':', base.rfind('/')));
        return path.ends_with("/chat/completions") ? whole : whole + path.substr(path.rfind(':'));
    }
    if (base.find("/projects/") == std::string::npos) {
        if (!endsInVersion(base))
            base += deployment.provider.name == "vertex_ai_beta" ? "/v1beta1" : "/v1";
        base += "/projects/" + percentEncoded(access.project) + "/locations/" + percentEncoded(access.location);
    }
    return base + path;
}

Dialect vertexDialect(const Deployment &deployment, Dialect)
{
    if (isClaude(deployment.model))
        return Dialect::AnthropicMessages;
    return isPublished(deployment.model) ? Dialect::OpenAiChat : Dialect::GeminiGenerate;
}

} // namespace gatehouse::providers
