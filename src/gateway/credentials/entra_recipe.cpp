// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/oauth.h"

#include "gateway/providers/percent.h"
#include "gateway/providers/text_file.h"

#include <array>

namespace gatehouse::credentials {

namespace {

constexpr std::array applicationHints {
    Hint {"invalid_client", "client_id and client_secret (or the federated token), and that the secret has not expired"},
    Hint {"unauthorized_client", "client_id and tenant_id: the application is not known there"},
    Hint {"invalid_request", "tenant_id and client_id"},
    Hint {"invalid_scope", "azure_scope"},
    Hint {"invalid_resource", "azure_scope"},
    Hint {"invalid_grant", "the federated token and the trust in its issuer, or azure_username and azure_password"},
    Hint {"interaction_required", "the user: he must sign in by more than a password, which a gateway cannot"},
    Hint {"consent_required", "that the application has been granted its permissions"},
    Hint {"access_denied", "that the application has been granted its permissions"},
};
constexpr Service entraService {"Microsoft Entra", "tenant_id, client_id and client_secret", applicationHints};
constexpr std::array identityHints {
    Hint {"invalid_request", "that this machine has a managed identity, and AZURE_CLIENT_ID where it has several"},
    Hint {"unauthorized_client", "AZURE_CLIENT_ID"},
    Hint {"invalid_resource", "azure_scope"},
};
constexpr Service identityService {"Azure's managed identity", "that this machine has a managed identity", identityHints};

class EntraRecipe : public Recipe
{
public:
    EntraRecipe(const EntraAccess &access, const Service &service)
        : m_access(access)
        , m_service(service)
    {
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        auto grant = readToken(m_service, answer, now);
        if (!grant)
            return Failure {std::move(grant).error()};
        return std::optional(std::move(*grant));
    }

    Error unreached(const Error &why) const override { return credentials::unreached(m_service, why); }

protected:
    EntraAccess m_access;
    const Service &m_service;
};

/// An application by its secret or a federated token, or a user by his password.
class TokenExchange final : public EntraRecipe
{
public:
    explicit TokenExchange(const EntraAccess &access)
        : EntraRecipe(access, entraService)
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall) override
    {
        const bool isFederated = !m_access.assertion.isEmpty() || !m_access.assertionFile.empty();
        if (m_access.clientSecret.isEmpty() && isFederated)
            return byAssertion();
        const bool isApplication = !m_access.clientSecret.isEmpty();
        const std::string body = isApplication
            ? providers::formBody({{"grant_type", "client_credentials"}, {"client_id", m_access.clientId},
                {"client_secret", m_access.clientSecret.reveal()}, {"scope", m_access.scope}})
            : providers::formBody({{"grant_type", "password"}, {"client_id", m_access.clientId}, {"username", m_access.user},
                {"password", m_access.password.reveal()}, {"scope", m_access.scope}});
        return formQuestion(m_access.tokenService, body);
    }

private:
    Result<upstream::Outgoing> byAssertion() const
    {
        std::string assertion = m_access.assertion.reveal();
        if (!m_access.assertionFile.empty()) {
            auto text = providers::readTextFile(m_access.assertionFile);
            if (!text)
                return Failure {
                    unusable("the file of the federated token (AZURE_FEDERATED_TOKEN_FILE) cannot be read: " + text.error())};
            assertion = std::move(*text);
        }
        return formQuestion(m_access.tokenService,
            providers::formBody({{"grant_type", "client_credentials"}, {"client_id", m_access.clientId},
                {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                {"client_assertion", assertion}, {"scope", m_access.scope}}));
    }
};

/// The identity of the machine this runs on: a virtual machine asks its metadata service, an app what it is told to.
class ManagedIdentity final : public EntraRecipe
{
public:
    explicit ManagedIdentity(const EntraAccess &access)
        : EntraRecipe(access, identityService)
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall) override
    {
        constexpr std::string_view suffix = "/.default";
        std::string_view resource = m_access.scope;
        if (resource.ends_with(suffix))
            resource.remove_suffix(suffix.size());
        const bool isApp = !m_access.identityHeader.isEmpty();
        upstream::Outgoing question = machineQuestion(m_access.identityService + "?"
            + providers::formBody({{"api-version", isApp ? "2019-08-01" : "2018-02-01"}, {"resource", resource},
                {"client_id", m_access.clientId}}));
        if (isApp)
            question.headers.add("x-identity-header", m_access.identityHeader.reveal());
        else
            question.headers.add("metadata", "true");
        return question;
    }
};

} // namespace

std::unique_ptr<Recipe> entraRecipe(const EntraAccess &access)
{
    if (!access.identityService.empty())
        return std::make_unique<ManagedIdentity>(access);
    return std::make_unique<TokenExchange>(access);
}

} // namespace gatehouse::credentials
