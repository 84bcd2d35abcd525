// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/call.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

/// What the tests of requests share: deployments by name, and a call as the door would make it.
namespace request_cases {

inline gatehouse::ProviderTraits openAi()
{
    return {"openai", "OpenAI", gatehouse::Dialect::OpenAiChat, true, {gatehouse::Quirk::OpenAiModels}};
}

inline gatehouse::ProviderTraits vllm()
{
    return {"hosted_vllm", "Hosted_vllm", gatehouse::Dialect::OpenAiChat, false, {gatehouse::Quirk::NoUser}};
}

inline gatehouse::ProviderTraits anthropic()
{
    return {"anthropic", "Anthropic", gatehouse::Dialect::AnthropicMessages};
}

inline gatehouse::Deployment deployment(gatehouse::ProviderTraits provider, std::string model)
{
    gatehouse::Deployment result;
    result.id = "d-test";
    result.provider = std::move(provider);
    result.model = std::move(model);
    return result;
}

/// The deployments of the recordings' configurations, by model_name.
inline std::optional<gatehouse::Deployment> named(const QString &name)
{
    const auto is = [&](const char *other) { return name == QLatin1String(other); };
    if (is("openai-chat") || is("gpt") || is("my-alias"))
        return deployment(openAi(), "gpt-4o");
    if (is("openai-mini")) {
        auto result = deployment(openAi(), "gpt-4o-mini");
        result.defaults = {{"temperature", "0.2"}};
        return result;
    }
    if (is("openai-o3"))
        return deployment(openAi(), "o3-mini");
    if (is("openai-gpt5"))
        return deployment(openAi(), "gpt-5");
    if (is("openai-gpt51"))
        return deployment(openAi(), "gpt-5.1");
    if (is("openai-extra")) {
        auto result = deployment(openAi(), "gpt-4o");
        result.extraBody = "{\"vendor_flag\":1}";
        result.additionalDropParams = {"user"};
        return result;
    }
    if (is("azure-chat"))
        return deployment({"azure", "Azure", gatehouse::Dialect::OpenAiChat}, "gpt-4o");
    if (is("mistral-large"))
        return deployment({"mistral", "Mistral", gatehouse::Dialect::OpenAiChat}, "mistral-large-latest");
    if (is("openrouter-claude"))
        return deployment({"openrouter", "Openrouter", gatehouse::Dialect::OpenAiChat, false, {gatehouse::Quirk::NoUser}},
            "anthropic/claude-sonnet-4");
    if (is("vllm"))
        return deployment(vllm(), "Qwen/Qwen3-8B");
    if (is("claude") || is("slow-claude"))
        return deployment(anthropic(), "claude-sonnet-4-5-20250929");
    if (is("claude-old"))
        return deployment(anthropic(), "claude-3-7-sonnet-20250219");
    if (is("claude-3-5")) {
        auto result = deployment(anthropic(), "claude-3-5-haiku-latest");
        result.maxOutputTokens = 8192; // as the catalogue says
        return result;
    }
    if (is("claude-opus")) {
        auto result = deployment(anthropic(), "claude-opus-4-6");
        result.maxOutputTokens = 128000; // as the catalogue has it
        return result;
    }
    return std::nullopt;
}

inline std::vector<std::string> strings(const QJsonValue &value)
{
    std::vector<std::string> result;
    for (const auto &item : value.toArray())
        result.push_back(item.toString().toStdString());
    return result;
}

/// The call that a request with this body makes at the door; as text, so that a test may also say what is no JSON to Qt.
inline gatehouse::Result<gatehouse::wire::Call> call(gatehouse::Dialect door, std::string body)
{
    gatehouse::wire::Call result;
    result.dialect = door;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
    auto parsed = gatehouse::wire::JsonObject::parse(std::move(body));
    if (!parsed)
        return gatehouse::Failure {parsed.error()};
    result.body = std::move(*parsed);
    result.model = object[QLatin1String("model")].toString().toStdString();
    result.stream = object[QLatin1String("stream")].toBool();
    if (object.contains(QLatin1String("drop_params")))
        result.options.dropParams = object[QLatin1String("drop_params")].toBool();
    result.options.additionalDropParams = strings(object[QLatin1String("additional_drop_params")]);
    result.options.allowedOpenAiParams = strings(object[QLatin1String("allowed_openai_params")]);
    return result;
}

/// The call in the words of the dialect that \a deployment's provider speaks by default.
inline gatehouse::Result<gatehouse::translate::Encoded> encode(const gatehouse::wire::Call &call,
    const gatehouse::Deployment &deployment, std::string_view model, const gatehouse::translate::Policy &policy)
{
    return gatehouse::translate::encode(call, {deployment, model, deployment.provider.dialect}, policy);
}

/// What the provider is sent for \a body; the error's message in the member "refused" where it is sent nothing.
inline QJsonObject sent(
    const gatehouse::Deployment &deployment, const std::string &body, gatehouse::Dialect door = gatehouse::Dialect::OpenAiChat)
{
    const auto asked = call(door, body);
    if (!asked)
        return {};
    const auto encoded = encode(*asked, deployment, deployment.model, {});
    if (!encoded)
        return {{QStringLiteral("refused"), QString::fromStdString(encoded.error().message)}};
    return QJsonDocument::fromJson(QByteArray::fromStdString(encoded->body)).object();
}

/// A call that says "Hi", and \a rest.
inline std::string asking(const std::string &rest)
{
    return R"({"model":"m","messages":[{"role":"user","content":"Hi"}],)" + rest + '}';
}

inline QString text(const QJsonValue &value)
{
    QJsonArray wrapped {value};
    const QString line = QString::fromUtf8(QJsonDocument(wrapped).toJson(QJsonDocument::Compact));
    return line.mid(1, line.size() - 2);
}

} // namespace request_cases
