// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/entry_text.h"

#include <algorithm>
#include <vector>

namespace gatehouse::admin {

namespace {

void hide(std::string &text, const std::string &secret)
{
    constexpr std::size_t shortest = 4; // what is shorter is a word before it is a key
    constexpr std::string_view hidden = "•••";
    if (secret.size() < shortest)
        return;
    for (std::size_t at = text.find(secret); at != text.npos; at = text.find(secret, at + hidden.size()))
        text.replace(at, secret.size(), hidden);
}

// Every secret of cloud_access.h.
std::vector<const Secret *> secretsOf(const CloudAccess &cloud)
{
    std::vector<const Secret *> secrets;
    if (const AwsAccess *aws = cloud.aws()) {
        secrets = {&aws->bearer, &aws->keys.secret, &aws->keys.sessionToken, &aws->keySource.authorization};
        for (const AwsRole &role : aws->roles)
            secrets.push_back(&role.webIdentity);
    }
    if (const GoogleAccess *google = cloud.google())
        secrets = {&google->privateKey, &google->clientSecret, &google->refreshToken};
    if (const EntraAccess *entra = cloud.entra())
        secrets = {&entra->token, &entra->clientSecret, &entra->assertion, &entra->password, &entra->identityHeader};
    return secrets;
}

} // namespace

Result<wire::JsonObject> objectIn(const wire::JsonObject &body, const char *name)
{
    const std::string_view raw = body.find(name);
    if (wire::jsonIsNull(raw))
        return wire::JsonObject();
    if (wire::jsonKind(raw) != 'o')
        return Failure {Error {Fault::InvalidRequest, std::string(name) + " must be an object", 0, {}, name}};
    return wire::JsonObject::parse(std::string(raw));
}

void writeMembers(wire::JsonWriter &json, const wire::JsonObject &from, std::initializer_list<std::string_view> but)
{
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto [name, raw] = from.at(i);
        if (!wire::jsonIsNull(raw) && std::find(but.begin(), but.end(), name) == but.end())
            json.key(name).raw(raw);
    }
}

std::string withoutKeys(std::string text, const Deployment &deployment)
{
    hide(text, deployment.apiKey.reveal());
    for (const Secret *secret : secretsOf(deployment.cloud))
        hide(text, secret->reveal());
    return text;
}

} // namespace gatehouse::admin
