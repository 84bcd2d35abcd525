// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/access.h"
#include "gateway/providers/percent.h"

namespace gatehouse::providers {

namespace {

// The tenant's token address. Authorities are written with and without scheme and slash.
std::string tokenService(const AccessSource &source, const std::string &tenant)
{
    std::string authority = source.variable({"AZURE_AUTHORITY_HOST"});
    if (authority.empty())
        authority = "https://login.microsoftonline.com";
    if (authority.find("://") == std::string::npos)
        authority.insert(0, "https://");
    while (authority.ends_with('/'))
        authority.pop_back();
    return authority + "/" + percentEncoded(tenant) + "/oauth2/v2.0/token";
}

// What the entry says, with the environment filling in.
EntraAccess application(const AccessSource &source)
{
    const auto look = [&](std::string_view name, const char *variable) {
        std::string text = source.param({name});
        return text.empty() ? source.variable({variable}) : text;
    };
    EntraAccess entra;
    entra.clientId = look("client_id", "AZURE_CLIENT_ID");
    entra.user = look("azure_username", "AZURE_USERNAME");
    entra.password = Secret(look("azure_password", "AZURE_PASSWORD"));
    // An entry that names a user means the user, whatever the environment knows of the application.
    const bool namesUser = !source.param({"azure_username"}).empty();
    entra.clientSecret = Secret(namesUser ? source.param({"client_secret"}) : look("client_secret", "AZURE_CLIENT_SECRET"));
    if (!namesUser)
        entra.assertionFile = source.variable({"AZURE_FEDERATED_TOKEN_FILE"});
    std::string tenant = look("tenant_id", "AZURE_TENANT_ID");
    if (tenant.empty() && !entra.user.empty())
        tenant = "organizations"; // where users sign in without naming theirs
    if (!tenant.empty())
        entra.tokenService = tokenService(source, tenant);
    entra.scope = look("azure_scope", "AZURE_SCOPE");
    if (entra.scope.empty())
        entra.scope = "https://cognitiveservices.azure.com/.default";
    return entra;
}

bool isWhole(const EntraAccess &entra)
{
    const bool hasUser = !entra.user.empty() && !entra.password.isEmpty();
    return !entra.tokenService.empty() && !entra.clientId.empty()
        && (!entra.clientSecret.isEmpty() || !entra.assertionFile.empty() || hasUser);
}

CloudAccess withFingerprint(EntraAccess entra)
{
    CloudAccess access;
    access.fingerprint = fingerprintOf({"entra", entra.tokenService, entra.clientId, entra.scope, entra.clientSecret.reveal(),
        entra.assertion.reveal(), entra.assertionFile, entra.user, entra.password.reveal()});
    access.how = std::move(entra);
    return access;
}

// The token as it is, or, where it is LiteLLM's name of a federated token, what that is exchanged for.
CloudAccess byToken(const std::string &text, const AccessSource &source)
{
    CloudAccess access;
    if (!text.starts_with("oidc/")) {
        access.how = EntraAccess {.token = Secret(text)};
        return access;
    }
    const TokenSource token = tokenSource(text, source);
    EntraAccess entra = application(source);
    entra.clientSecret = Secret();
    entra.assertion = Secret(token.token);
    entra.assertionFile = token.file;
    access = withFingerprint(std::move(entra));
    access.problem = token.problem;
    return access;
}

} // namespace

CloudAccess entraAccess(const AccessSource &source)
{
    if (!source.param({"api_key"}).empty())
        return {};
    if (const std::string token = source.param({"azure_ad_token"}); !token.empty())
        return byToken(token, source);
    const bool isNamed = !source.param({"client_id", "tenant_id", "client_secret", "azure_username"}).empty();
    if (isNamed) {
        EntraAccess entra = application(source);
        if (isWhole(entra))
            return withFingerprint(std::move(entra));
        return {.problem = "no Entra credentials: set tenant_id, client_id and client_secret, all three"};
    }
    if (!source.variable({"AZURE_API_KEY", "AZURE_OPENAI_API_KEY"}).empty())
        return {};
    if (const std::string token = source.variable({"AZURE_AD_TOKEN"}); !token.empty())
        return byToken(token, source);
    if (EntraAccess entra = application(source); isWhole(entra))
        return withFingerprint(std::move(entra));
    return {.problem = "no Azure credentials: set api_key or AZURE_API_KEY, or tenant_id, client_id and client_secret"};
}

} // namespace gatehouse::providers
