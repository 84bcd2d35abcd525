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

// The identity of the machine or app this runs on. An app is told by its environment where to ask; of a virtual machine the
// operator says, in the words of Azure's SDK, that it is to be used.
bool useMachine(EntraAccess &entra, const AccessSource &source)
{
    const std::string endpoint = source.variable({"IDENTITY_ENDPOINT"}), header = source.variable({"IDENTITY_HEADER"});
    const std::string kind = source.variable({"AZURE_CREDENTIAL"});
    if (!endpoint.empty() && !header.empty()) {
        entra.identityService = endpoint;
        entra.identityHeader = Secret(header);
        return true;
    }
    if (kind != "ManagedIdentityCredential" && kind != "DefaultAzureCredential")
        return false;
    std::string host = source.variable({"AZURE_POD_IDENTITY_AUTHORITY_HOST"});
    while (host.ends_with('/'))
        host.pop_back();
    entra.identityService = (host.empty() ? "http://169.254.169.254" : host) + "/metadata/identity/oauth2/token";
    return true;
}

CloudAccess withFingerprint(EntraAccess entra)
{
    CloudAccess access;
    access.fingerprint = fingerprintOf(
        {"entra", entra.tokenService, entra.clientId, entra.scope, entra.clientSecret.reveal(), entra.assertion.reveal(),
            entra.assertionFile, entra.user, entra.password.reveal(), entra.identityService, entra.identityHeader.reveal()});
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
    if (access.problem.empty() && token.token.empty() && token.file.empty())
        access.problem = "the token that azure_ad_token names is not in the environment";
    else if (access.problem.empty() && (access.entra()->tokenService.empty() || access.entra()->clientId.empty()))
        access.problem = "a federated token in azure_ad_token needs tenant_id and client_id";
    return access;
}

CloudAccess byApplication(const AccessSource &source, std::string nothing)
{
    EntraAccess entra = application(source);
    const bool isHalf = !source.param({"tenant_id", "client_secret", "azure_username"}).empty();
    if (isWhole(entra) || (!isHalf && useMachine(entra, source)))
        return withFingerprint(std::move(entra));
    return {.problem = std::move(nothing)};
}

// An entry's own key comes first, then its own words for Entra, then the environment's key, then what else that has.
CloudAccess entraUnlessKey(const AccessSource &source, std::initializer_list<const char *> keyVariables)
{
    if (!source.param({"api_key"}).empty())
        return {};
    if (const std::string token = source.param({"azure_ad_token"}); !token.empty())
        return byToken(token, source);
    if (!source.param({"client_id", "tenant_id", "client_secret", "azure_username"}).empty())
        return byApplication(source, "no Entra credentials: set tenant_id, client_id and client_secret, all three");
    if (!source.variable(keyVariables).empty())
        return {};
    if (const std::string token = source.variable({"AZURE_AD_TOKEN"}); !token.empty())
        return byToken(token, source);
    return byApplication(source,
        std::string("no Azure credentials: set api_key or ") + *keyVariables.begin()
            + ", or tenant_id, client_id and client_secret");
}

} // namespace

CloudAccess entraAccess(const AccessSource &source)
{
    return entraUnlessKey(source, {"AZURE_API_KEY", "AZURE_OPENAI_API_KEY"});
}

CloudAccess foundryAccess(const AccessSource &source)
{
    return entraUnlessKey(source, {"AZURE_AI_API_KEY"});
}

} // namespace gatehouse::providers
