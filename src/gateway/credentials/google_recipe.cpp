// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/oauth.h"

#include "gateway/providers/percent.h"
#include "gateway/providers/service_account.h"

#include <array>

namespace gatehouse::credentials {

namespace {

constexpr std::array accountHints {
    Hint {"invalid_grant", "that the service account's key has not been deleted, and this machine's clock"},
    Hint {"invalid_client", "that the service account exists and is enabled"},
    Hint {"unauthorized_client", "that the service account is enabled"},
    Hint {"invalid_scope", "that the service account may use the Cloud Platform API"},
    Hint {"access_denied", "that the service account is enabled"},
};
constexpr std::array userHints {
    Hint {"invalid_grant",
        "the refresh token: it has been revoked or has expired; sign in again with gcloud auth "
        "application-default login"},
    Hint {"invalid_client", "client_id and client_secret in the credential file"},
    Hint {"unauthorized_client", "client_id in the credential file"},
};
constexpr Service accountService {"Google's token service", "the service account's credential file", accountHints};
constexpr Service userService {"Google's token service", "the credential file", userHints};
constexpr Service metadataService {"Google's metadata server", "that this machine has a service account"};

/// A service account's signed assertion, or a user's refresh token, for a token.
class TokenExchange final : public Recipe
{
public:
    explicit TokenExchange(const GoogleAccess &access)
        : m_access(access)
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall now) override
    {
        if (isUser())
            return formQuestion(m_access.tokenService,
                providers::formBody({{"grant_type", "refresh_token"}, {"client_id", m_access.clientId},
                    {"client_secret", m_access.clientSecret.reveal()}, {"refresh_token", m_access.refreshToken.reveal()}}));
        const std::string assertion = providers::jwtAssertion(m_access, now);
        if (assertion.empty())
            return Failure {unusable("the private key of the service account cannot sign")};
        return formQuestion(m_access.tokenService,
            providers::formBody({{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", assertion}}));
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        auto grant = readToken(service(), answer, now);
        if (!grant)
            return Failure {std::move(grant).error()};
        return std::optional(std::move(*grant));
    }

    Error unreached(const Error &why) const override { return credentials::unreached(service(), why); }

private:
    bool isUser() const { return m_access.privateKey.isEmpty(); }
    const Service &service() const { return isUser() ? userService : accountService; }

    GoogleAccess m_access;
};

/// The service account of the machine this runs on.
class Metadata final : public Recipe
{
public:
    Metadata(std::string server, std::string missing)
        : m_server(std::move(server))
        , m_missing(std::move(missing))
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall) override
    {
        upstream::Outgoing question = machineQuestion(m_server
            + "/computeMetadata/v1/instance/service-accounts/default/token?scopes="
              "https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcloud-platform");
        question.headers.add("metadata-flavor", "Google");
        return question;
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        if (answer.headers.value("metadata-flavor") != "Google") // anything may answer at a well-known address
            return Failure {unusable(m_missing + ". (What answers as Google's metadata server is none.)")};
        auto grant = readToken(metadataService, answer, now);
        if (!grant)
            return Failure {std::move(grant).error()};
        return std::optional(std::move(*grant));
    }

    Error unreached(const Error &why) const override
    {
        return unusable(m_missing + ". (Google's metadata server gave none either: " + why.message + ")");
    }

private:
    std::string m_server, m_missing;
};

} // namespace

std::unique_ptr<Recipe> googleRecipe(const GoogleAccess &access, std::string missing)
{
    if (!access.metadataService.empty())
        return std::make_unique<Metadata>(access.metadataService, std::move(missing));
    return std::make_unique<TokenExchange>(access);
}

} // namespace gatehouse::credentials
