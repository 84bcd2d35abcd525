// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/entry_text.h"

#include <algorithm>

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
    if (const AwsAccess *aws = deployment.cloud.aws()) {
        hide(text, aws->bearer.reveal());
        hide(text, aws->keys.secret.reveal());
        hide(text, aws->keys.sessionToken.reveal());
    }
    if (const EntraAccess *entra = deployment.cloud.entra()) {
        hide(text, entra->token.reveal());
        hide(text, entra->clientSecret.reveal());
    }
    return text;
}

} // namespace gatehouse::admin
