// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/local_servers.h"

#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::admin {

namespace {

using translate::ListedModel;
using translate::ModelList;
using wire::JsonWriter;

constexpr std::size_t mostModels = 2000;
constexpr std::string_view openAiModels = "/v1/models", ollamaVersion = "/api/version", ollamaModels = "/api/tags",
                           studioModels = "/api/v0/models", plainVersion = "/version", properties = "/props",
                           koboldVersion = "/api/extra/version", dockerModels = "/engines/v1/models",
                           liveliness = "/health/liveliness";
constexpr std::array further {
    ollamaVersion, ollamaModels, studioModels, plainVersion, properties, koboldVersion, dockerModels, liveliness};

/// What was answered, read once.
struct Evidence {
    const LocalAnswers &answers;
    std::uint16_t port;
    std::optional<ModelList> models; ///< OpenAI's list

    std::optional<ModelList> list(std::string_view path, std::string_view member) const
    {
        const auto answer = answers.find(path);
        if (answer == answers.end() || answer->second.status != 200)
            return std::nullopt;
        return translate::modelListFrom(answer->second.body, member, {}, mostModels);
    }
    /// A text of the object at \a path; empty where there is none.
    std::string text(std::string_view path, std::string_view member) const
    {
        const auto answer = answers.find(path);
        if (answer == answers.end() || answer->second.status != 200)
            return {};
        const auto object = wire::JsonObject::parse(answer->second.body);
        return object ? wire::jsonString(object->find(member)).value_or(std::string()) : std::string();
    }
    bool refuses() const
    {
        const auto answer = answers.find(openAiModels);
        return answer != answers.end() && (answer->second.status == 401 || answer->second.status == 403);
    }
    bool isOwnedBy(std::string_view owner) const
    {
        return models && !models->models.empty() && models->models.front().owner == owner;
    }
};

using Found = std::optional<LocalServer>;

Found withModels(const std::optional<ModelList> &list, std::string version)
{
    if (!list)
        return std::nullopt;
    LocalServer server;
    server.version = std::move(version);
    server.models = list->models;
    return server;
}

// The list that OpenAI's clients see, or that it is refused.
Found openAiServer(const Evidence &evidence, std::string version)
{
    if (evidence.models)
        return withModels(evidence.models, std::move(version));
    if (!evidence.refuses())
        return std::nullopt;
    LocalServer server;
    server.version = std::move(version);
    server.needsKey = true;
    return server;
}

Found koboldcpp(const Evidence &evidence)
{
    if (evidence.text(koboldVersion, "result") != "KoboldCpp")
        return std::nullopt;
    return openAiServer(evidence, evidence.text(koboldVersion, "version"));
}

Found llamaCpp(const Evidence &evidence)
{
    const std::string build = evidence.text(properties, "build_info");
    return build.empty() && !evidence.isOwnedBy("llamacpp") ? std::nullopt : openAiServer(evidence, build);
}

Found ollama(const Evidence &evidence)
{
    std::string version = evidence.text(ollamaVersion, "version");
    return version.empty() ? std::nullopt : withModels(evidence.list(ollamaModels, "name"), std::move(version));
}

Found lmStudio(const Evidence &evidence)
{
    return withModels(evidence.list(studioModels, "id"), {});
}

Found docker(const Evidence &evidence)
{
    return withModels(evidence.list(dockerModels, "id"), {});
}

// Its version is open where its models want a key.
Found vllm(const Evidence &evidence)
{
    std::string version = evidence.text(plainVersion, "version");
    const bool isGuarded = evidence.refuses() && !version.empty();
    return evidence.isOwnedBy("vllm") || isGuarded ? openAiServer(evidence, std::move(version)) : std::nullopt;
}

Found sglang(const Evidence &evidence)
{
    return evidence.isOwnedBy("sglang") ? openAiServer(evidence, {}) : std::nullopt;
}

Found localAi(const Evidence &evidence)
{
    std::string version = evidence.text(plainVersion, "version");
    return version.starts_with('v') && evidence.models ? openAiServer(evidence, std::move(version)) : std::nullopt;
}

// Nothing in its answers says its name.
Found jan(const Evidence &evidence)
{
    constexpr std::uint16_t own = 1337;
    return evidence.port == own ? openAiServer(evidence, {}) : std::nullopt;
}

Found anyOther(const Evidence &evidence)
{
    return withModels(evidence.models, {});
}

struct Recogniser {
    LocalKind kind;
    Found (*find)(const Evidence &);
};

// The first that knows its own counts: some pretend to be Ollama, and do so for all of its paths.
constexpr std::array recognisers {
    Recogniser {{"koboldcpp", "KoboldCpp", "openai_like", "openai_like", "/v1", 5001}, &koboldcpp},
    Recogniser {{"llama_cpp", "llama.cpp", "openai_like", "openai_like", "/v1", 8080}, &llamaCpp},
    Recogniser {{"lm_studio", "LM Studio", "lm_studio", "lm_studio", "/v1", 1234}, &lmStudio},
    Recogniser {{"ollama", "Ollama", "ollama_chat", "ollama", "", 11434}, &ollama},
    Recogniser {{"vllm", "vLLM", "hosted_vllm", "hosted_vllm", "/v1", 8000}, &vllm},
    Recogniser {{"sglang", "SGLang", "openai_like", "openai_like", "/v1", 30000}, &sglang},
    Recogniser {
        {"docker_model_runner", "Docker Model Runner", "docker_model_runner", "docker_model_runner", "/engines/v1", 12434},
        &docker},
    Recogniser {{"localai", "LocalAI", "openai_like", "openai_like", "/v1", 8080}, &localAi},
    Recogniser {{"jan", "Jan", "openai_like", "openai_like", "/v1", 1337}, &jan},
    Recogniser {{"openai_compatible", "OpenAI-compatible server", "openai_like", "openai_like", "/v1", 5000}, &anyOther},
};

void writeModel(JsonWriter &json, const ListedModel &model, const LocalKind &kind, const std::string &base)
{
    const std::string mode = model.mode.empty() ? "chat" : model.mode;
    const std::string_view provider = mode == "embedding" ? kind.embeddings : kind.provider;
    json.beginObject().key("id").string(model.id).key("mode").string(mode);
    json.key("size_bytes").countOrNull(model.bytes);
    json.key("context").countOrNull(model.context);
    json.key("model_name").string(model.id).key("model_info").beginObject();
    if (mode != "chat")
        json.key("mode").string(mode);
    if (model.context > 0)
        json.key("max_input_tokens").number(model.context);
    json.endObject().key("litellm_params").beginObject();
    json.key("model").string(std::string(provider) + "/" + model.id).key("api_base").string(base);
    json.endObject().endObject();
}

} // namespace

std::vector<std::uint16_t> usualPorts()
{
    std::vector<std::uint16_t> ports;
    for (const Recogniser &each : recognisers) {
        if (std::find(ports.begin(), ports.end(), each.kind.port) == ports.end())
            ports.push_back(each.kind.port);
    }
    return ports;
}

std::string_view firstPath()
{
    return openAiModels;
}

std::span<const std::string_view> furtherPaths()
{
    return further;
}

std::optional<LocalServer> recognised(const LocalAnswers &answers, std::uint16_t port)
{
    const auto alive = answers.find(liveliness);
    if (alive != answers.end() && alive->second.body == "\"I'm alive!\"") // a gateway: ours, or LiteLLM
        return std::nullopt;
    Evidence evidence {answers, port, std::nullopt};
    evidence.models = evidence.list(openAiModels, "id");
    for (const Recogniser &each : recognisers) {
        if (auto server = each.find(evidence)) {
            server->kind = &each.kind;
            return server;
        }
    }
    return std::nullopt;
}

std::string localRecord(const LocalServer &server, std::uint16_t port, double latency, bool isUsed)
{
    const LocalKind &kind = *server.kind;
    const std::string base = "http://127.0.0.1:" + std::to_string(port) + std::string(kind.base);
    JsonWriter json;
    json.beginObject().key("kind").string(kind.name).key("title").string(kind.title).key("provider").string(kind.provider);
    json.key("version").stringOrNull(server.version);
    json.key("port").number(std::int64_t(port)).key("api_base").string(base).key("needs_key").boolean(server.needsKey);
    json.key("latency_ms").number(latency).key("is_used").boolean(isUsed).key("models").beginArray();
    for (const ListedModel &model : server.models)
        writeModel(json, model, kind, base);
    return json.endArray().endObject().take();
}

} // namespace gatehouse::admin
