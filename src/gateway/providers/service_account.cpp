// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/service_account.h"

#include "gateway/providers/digest.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::providers {

namespace {

using Read = Result<GoogleAccess, std::string>;

std::string textOf(const wire::JsonObject &json, std::string_view name)
{
    return wire::jsonString(json.find(name)).value_or(std::string());
}

Read serviceAccount(const wire::JsonObject &json, GoogleAccess access)
{
    access.project = textOf(json, "project_id");
    access.email = textOf(json, "client_email");
    access.keyId = textOf(json, "private_key_id");
    access.privateKey = Secret(textOf(json, "private_key"));
    if (access.email.empty() || access.privateKey.isEmpty())
        return Failure<std::string> {"the service account has no client_email or no private_key"};
    if (!signRs256(access.privateKey, "can it sign?"))
        return Failure<std::string> {"the private_key of the service account is no RSA key in PEM form"};
    return access;
}

Read authorizedUser(const wire::JsonObject &json, GoogleAccess access)
{
    access.project = textOf(json, "quota_project_id");
    access.clientId = textOf(json, "client_id");
    access.clientSecret = Secret(textOf(json, "client_secret"));
    access.refreshToken = Secret(textOf(json, "refresh_token"));
    if (access.clientId.empty() || access.refreshToken.isEmpty())
        return Failure<std::string> {"the authorized user has no client_id or no refresh_token"};
    return access;
}

} // namespace

Read readGoogleCredential(const std::string &text)
{
    const auto json = wire::JsonObject::parse(text);
    if (!json)
        return Failure<std::string> {"it is not a JSON object"};
    GoogleAccess access;
    access.tokenService = textOf(*json, "token_uri");
    if (access.tokenService.empty())
        access.tokenService = "https://oauth2.googleapis.com/token";
    const std::string type = textOf(*json, "type");
    if (type == "service_account")
        return serviceAccount(*json, std::move(access));
    if (type == "authorized_user")
        return authorizedUser(*json, std::move(access));
    return Failure<std::string> {"its \"type\" is neither service_account nor authorized_user; others are not served yet"};
}

std::string jwtAssertion(const GoogleAccess &access, Clock::Wall now)
{
    using namespace std::chrono;
    const std::int64_t issued = duration_cast<seconds>(now.time_since_epoch()).count();
    wire::JsonWriter header;
    header.beginObject().key("alg").string("RS256").key("typ").string("JWT");
    if (!access.keyId.empty())
        header.key("kid").string(access.keyId);
    header.endObject();
    wire::JsonWriter claims;
    claims.beginObject().key("iss").string(access.email);
    claims.key("scope").string("https://www.googleapis.com/auth/cloud-platform");
    claims.key("aud").string(access.tokenService);
    claims.key("iat").number(issued).key("exp").number(issued + 3600).endObject();
    const std::string text = base64Url(header.text()) + "." + base64Url(claims.text());
    const auto signature = signRs256(access.privateKey, text);
    return signature ? text + "." + base64Url(*signature) : std::string();
}

} // namespace gatehouse::providers
