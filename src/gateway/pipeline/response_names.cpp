// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/response_names.h"

#include "gateway/providers/digest.h"

#include <QByteArray>

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::string_view prefix = "resp_", providerMark = "litellm:custom_llm_provider:", deploymentMark = ";model_id:",
                           idMark = ";response_id:", sealMark = ";seal:";
constexpr std::size_t longestName = 4096;

// Either alphabet of base64, with or without the signs at its end.
std::optional<std::string> decoded(std::string_view base64)
{
    QByteArray text(base64.data(), qsizetype(base64.size()));
    text.replace('+', '-').replace('/', '_');
    const auto result =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return result.decoded.toStdString();
}

// It becomes a part of a path.
bool isName(std::string_view id)
{
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '='
            || c == ':';
    });
}

} // namespace

std::string wrapped(const WrappedResponse &response)
{
    std::string text(providerMark);
    text.append(response.provider).append(deploymentMark).append(response.deployment).append(idMark).append(response.id);
    if (!response.seal.empty())
        text.append(sealMark).append(response.seal);
    return std::string(prefix) + providers::base64Url(text);
}

std::optional<WrappedResponse> unwrapped(std::string_view id)
{
    if (!id.starts_with(prefix) || id.size() > longestName)
        return std::nullopt;
    const auto text = decoded(id.substr(prefix.size()));
    if (!text || !text->starts_with(providerMark))
        return std::nullopt;
    const std::string_view all = *text;
    const std::size_t deployment = all.find(deploymentMark), name = all.rfind(idMark), seal = all.rfind(sealMark);
    if (deployment == all.npos || name == all.npos || name < deployment + deploymentMark.size())
        return std::nullopt;
    WrappedResponse result;
    const std::size_t end = seal != all.npos && seal > name ? seal : all.size();
    result.provider = all.substr(providerMark.size(), deployment - providerMark.size());
    result.deployment = all.substr(deployment + deploymentMark.size(), name - deployment - deploymentMark.size());
    result.id = all.substr(name + idMark.size(), end - name - idMark.size());
    if (end < all.size())
        result.seal = all.substr(seal + sealMark.size());
    if (!isName(result.id))
        return std::nullopt;
    return result;
}

std::string ownerOf(const Identity &identity)
{
    if (!identity.caller)
        return identity.alias;
    const Principal &who = *identity.caller->who;
    return who.userId.empty() ? who.token : who.userId;
}

std::string sealOf(const Secret &key, std::string_view owner, std::string_view providersId)
{
    std::string text(providersId);
    text += '\n';
    text += owner;
    return providers::hex(providers::hmacSha256(key.reveal(), text)).substr(0, 32);
}

} // namespace gatehouse::pipeline
