// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/compile.h"

#include "gateway/config/schema.h"
#include "gateway/providers/shown.h"
#include "gateway/providers/table.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace gatehouse::providers {

namespace {

using config::Value;

std::optional<std::chrono::milliseconds> seconds(const Value &value)
{
    const double number = value.asDouble(-1);
    if (value.isNull() || number <= 0)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(number * 1000));
}

std::optional<double> number(const Value &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.asDouble());
}

std::string contentHash(const std::string &group, const Value &params)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(group.data(), qsizetype(group.size())));
    const std::string text = params.toJson();
    hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
    return hash.result().toHex().toStdString();
}

std::string fromEnvironment(std::string_view names, const config::Environment &environment)
{
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find('|'));
        if (const auto value = environment(std::string(name)); value && !value->empty())
            return *value;
        names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
    return {};
}

// \a text with each {NAME} or {NAME:default} replaced from the environment; nothing where one is missing.
std::optional<std::string> filled(std::string_view text, const config::Environment &environment)
{
    std::string result;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const std::size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const std::size_t colon = name.find(':');
        std::string value = fromEnvironment(name.substr(0, colon), environment);
        if (value.empty() && colon == std::string_view::npos)
            return std::nullopt;
        result.append(text.substr(0, open)).append(value.empty() ? std::string(name.substr(colon + 1)) : value);
        text.remove_prefix(close + 1);
    }
    return result.append(text);
}

std::string titleOf(const Provider &row)
{
    std::string title(row.title.empty() ? row.name : row.title);
    if (row.title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

ProviderTraits traitsOf(const Provider &row)
{
    return {std::string(row.name), titleOf(row), row.dialect, row.isOpenAi, row.quirks, row.takes, row.refuses};
}

std::string fireworksName(const std::string &model)
{
    const bool isPath = model.starts_with("accounts/") || model.find('#') != std::string::npos;
    return isPath ? model : "accounts/fireworks/models/" + model;
}

// openai/responses/<model> is LiteLLM's way to say by which API a model is asked.
void readWay(Deployment &deployment, const Provider &row)
{
    constexpr std::string_view prefix = "responses/";
    const auto &also = row.alsoSpeaks;
    if (!deployment.model.starts_with(prefix) || std::find(also.begin(), also.end(), Dialect::OpenAiResponses) == also.end())
        return;
    deployment.model.erase(0, prefix.size());
    deployment.mode = "responses";
}

// What is missing when there is no base: the address itself, or what fills the gap in the provider's.
std::string missingBase(const Provider &row, const std::string &configured)
{
    const std::string message = "model=" + configured + " needs an api_base: set litellm_params.api_base";
    const std::size_t open = row.base.find('{');
    if (open == std::string_view::npos)
        return message;
    return message + " or the environment variable " + std::string(row.base.substr(open + 1, row.base.find('}') - open - 1));
}

std::string withoutTrailingSlash(std::string base)
{
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    return base;
}

void readConnection(Deployment &deployment, const Provider &row, const Value &params, const config::Environment &environment)
{
    std::string base = params.find("api_base").asString(params.find("base_url").asString());
    if (base.empty() && !row.baseParam.empty())
        base = params.find(row.baseParam).asString();
    if (base.empty())
        base = fromEnvironment(row.baseVariables, environment);
    deployment.apiBase = withoutTrailingSlash(base.empty() ? filled(row.base, environment).value_or("") : base);
    deployment.apiKey = params.find("api_key").asSecret();
    if (deployment.apiKey.isEmpty() && !row.keyVariables.empty())
        deployment.apiKey = Secret(fromEnvironment(row.keyVariables, environment));
    if (row.access)
        deployment.cloud = row.access({params, environment, deployment.model});
    if (deployment.apiBase.empty() && row.cloudBase)
        deployment.apiBase = row.cloudBase(deployment.cloud);
    deployment.modelId = params.find("model_id").asString();
    if (deployment.cloud.isUsed())
        deployment.apiKey = Secret(); // or it would travel beside what the cloud is shown
    deployment.organization = params.find("organization").asString();
    deployment.apiVersion = params.find("api_version").asString();
    if (deployment.apiVersion.empty() && row.name.starts_with("azure"))
        deployment.apiVersion = fromEnvironment("AZURE_API_VERSION", environment);
    for (const FixedHeader &header : row.headers) {
        if (auto value = filled(header.value, environment))
            deployment.extraHeaders.emplace_back(header.name, std::move(*value));
    }
    for (const char *name : {"headers", "extra_headers"}) {
        for (const auto &[key, value] : params.find(name).entries())
            deployment.extraHeaders.emplace_back(key, value.asString());
    }
}

void readRequest(Deployment &deployment, const Value &params)
{
    if (const Value body = params.find("extra_body"); body.kind() == Value::Kind::Map)
        deployment.extraBody = body.toJson();
    if (params.has("drop_params"))
        deployment.dropParams = params.find("drop_params").asBool();
    deployment.additionalDropParams = params.find("additional_drop_params").asStrings();
    deployment.allowedOpenAiParams = params.find("allowed_openai_params").asStrings();
    for (const auto &[name, value] : params.entries()) {
        if (config::isRequestParameter(name) && !value.isNull())
            deployment.defaults.emplace_back(name, value.toJson());
    }
}

void readBalance(Deployment &deployment, const Value &params)
{
    deployment.weight = number(params.find("weight"));
    deployment.rpm = number(params.find("rpm"));
    deployment.tpm = number(params.find("tpm"));
    if (params.has("order"))
        deployment.order = params.find("order").asInt();
    deployment.tags = params.find("tags").asStrings();
    if (const Value parallel = params.find("max_parallel_requests"); parallel.asInt() > 0)
        deployment.maxParallelRequests = parallel.asInt();
    for (const char *name : {"region_name", "aws_region_name", "vertex_location"}) {
        if (deployment.region.empty())
            deployment.region = params.find(name).asString();
    }
    if (const Value rest = params.find("cooldown_time"); !rest.isNull() && rest.asDouble() >= 0)
        deployment.cooldownTime = std::chrono::milliseconds(std::llround(rest.asDouble() * 1000));
    deployment.timeout = seconds(params.has("timeout") ? params.find("timeout") : params.find("request_timeout"));
    deployment.streamTimeout = seconds(params.find("stream_timeout"));
    if (params.has("num_retries"))
        deployment.numRetries = static_cast<int>(params.find("num_retries").asInt());
    if (params.has("mock_response"))
        deployment.mockResponse = params.find("mock_response").asString();
}

} // namespace

Result<Deployment> compile(const Value &entry, const config::Environment &environment)
{
    const Value params = entry.find("litellm_params");
    const Value info = entry.find("model_info");
    const std::string configured = params.find("model").asString();
    const std::string base = params.find("api_base").asString(params.find("base_url").asString());
    const ModelName name = resolve(configured, params.find("custom_llm_provider").asString(), base);
    if (!name.provider || name.provider->operations.empty()) {
        return Failure {Error {Fault::NotBuiltYet,
            name.providerName.empty() ? "LLM Provider NOT provided for model=" + configured
                    + ". Write it as provider/model, for example openai/" + configured
                                      : "the provider '" + name.providerName + "' of model=" + configured
                    + " is known, but this version of Gatehouse does not serve it yet"}};
    }
    const Provider &row = *name.provider;
    Deployment deployment;
    deployment.group = entry.find("model_name").asString();
    deployment.id = info.find("id").asString();
    if (deployment.id.empty())
        deployment.id = contentHash(deployment.group, params);
    deployment.provider = traitsOf(row);
    deployment.litellmModel = configured;
    deployment.model = row.quirks.has(Quirk::FireworksNames) ? fireworksName(name.model) : name.model;
    deployment.mode = info.find("mode").asString();
    deployment.accessGroups = info.find("access_groups").asStrings();
    readWay(deployment, row);
    deployment.maxOutputTokens = info.find("max_output_tokens").asInt();
    deployment.shownParams = shown(params);
    deployment.shownInfo = shown(info);
    readConnection(deployment, row, params, environment);
    readRequest(deployment, params);
    readBalance(deployment, params);
    if (deployment.apiBase.empty() && !deployment.mockResponse)
        return Failure {Error {Fault::NotBuiltYet, missingBase(row, configured)}};
    deployment.station = std::make_shared<const Station>(Station {deployment.id, deployment.group, deployment.provider.name,
        deployment.provider.title, deployment.litellmModel, deployment.apiBase});
    return deployment;
}

Deployment bare(const Provider &row, const config::Environment &environment)
{
    Deployment deployment;
    deployment.provider = traitsOf(row);
    readConnection(deployment, row, Value(), environment);
    return deployment;
}

} // namespace gatehouse::providers
