// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/identify.h"

#include "gateway/auth/entrance.h"
#include "gateway/people/fields.h"
#include "gateway/people/token.h"

#include <optional>

namespace gatehouse::auth {

namespace {

std::optional<std::string_view> withoutScheme(std::string_view value)
{
    for (const std::string_view scheme : {"Bearer ", "bearer ", "Basic "}) {
        if (value.substr(0, scheme.size()) == scheme)
            return value.substr(scheme.size());
        if (value == scheme.substr(0, scheme.size() - 1)) // an empty key: the blank at the end was trimmed on the way
            return std::string_view();
    }
    return std::nullopt;
}

// The key as sent: nothing = no header that could hold one; empty = a header that holds none.
std::optional<std::string_view> keyOf(const wire::Request &request, const Settings &settings)
{
    const wire::Headers &headers = request.headers;
    if (!settings.keyHeader.empty()) {
        if (!headers.has(settings.keyHeader))
            return std::nullopt;
        return withoutScheme(headers.value(settings.keyHeader)).value_or(std::string_view());
    }
    if (headers.has("x-litellm-api-key")) {
        const std::string_view value = headers.value("x-litellm-api-key");
        return withoutScheme(value).value_or(value);
    }
    if (headers.has("authorization"))
        return withoutScheme(headers.value("authorization")).value_or(std::string_view());
    for (const char *name : {"api-key", "x-api-key", "x-goog-api-key", "ocp-apim-subscription-key"}) {
        if (headers.has(name))
            return headers.value(name);
    }
    return std::nullopt;
}

Failure<Error> refuse(std::string message, std::string type = "auth_error", std::string param = "None")
{
    if (type != "expired_key")
        message = "Authentication Error, " + message;
    return {Error {Fault::Unauthorized, std::move(message), 0, std::move(type), std::move(param)}};
}

// A key that is known, as long as it is good.
Result<Identity> admitted(const std::shared_ptr<const people::Caller> &caller, Clock::Wall now)
{
    if (caller->refusal)
        return Failure {*caller->refusal};
    if (caller->expires && *caller->expires <= now) {
        return refuse("Authentication Error - Expired Key. Key Expiry time " + people::isoTime(*caller->expires)
                + " and current time " + people::isoTime(now),
            "expired_key", caller->keyName);
    }
    const std::string &alias = caller->who->keyAlias;
    return Identity {alias.empty() ? caller->keyName : alias, caller->isAdmin, caller};
}

Result<Identity> lookUp(std::string_view key, people::Callers &callers, Clock::Wall now)
{
    if (!callers.ground().directory.isLoaded()) {
        return Failure {Error {Fault::ServiceUnavailable,
            "the database with the keys is away, so this key cannot be looked up; please try again", 0, "no_db_connection",
            "None"}};
    }
    if (const auto caller = callers.find(key, now))
        return admitted(caller, now);
    return refuse("Invalid proxy server token passed. Received API Key = " + people::keyName(key) + ", Key Hash (Token) ="
            + people::tokenOf(key) + ". Unable to find token in cache or `LiteLLM_VerificationTokenTable`",
        "token_not_found_in_db", "key");
}

Result<Identity> recognise(
    const wire::Request &request, const Settings &settings, people::Callers &callers, Clock::Wall now, Dialect door);

} // namespace

std::string_view shownKey(const wire::Request &request, const Settings &settings)
{
    return keyOf(request, settings).value_or(std::string_view());
}

Result<Identity> identify(
    const wire::Request &request, const Settings &settings, people::Callers &callers, Clock::Wall now, Dialect door)
{
    if (!settings.publicRoutes.empty() && isPublic(request.path, settings))
        return Identity {"public", false, callers.stranger()};
    auto identity = recognise(request, settings, callers, now, door);
    if (!identity || settings.adminRoutes.empty())
        return identity;
    if (auto allowed = checkAdminOnly(request.path, settings, *identity->caller); !allowed)
        return Failure {allowed.error()};
    return identity;
}

namespace {

Result<Identity> recognise(
    const wire::Request &request, const Settings &settings, people::Callers &callers, Clock::Wall now, Dialect door)
{
    if (settings.masterKey.isEmpty())
        return Identity {"anonymous", true, callers.master({})};
    std::optional<std::string_view> key = keyOf(request, settings);
    std::string inQuery;
    if (!key && settings.keyHeader.empty() && door == Dialect::GeminiGenerate) {
        inQuery = request.queryValue("key");
        if (!inQuery.empty())
            key = inQuery;
    }
    if (!key)
        return refuse("No api key passed in.");
    if (key->empty())
        return refuse("Malformed API Key passed in. Ensure Key has `Bearer ` prefix.");
    if (settings.masterKey.equals(*key))
        return Identity {"master key", true, callers.master(std::string(masterToken))};
    if (key->substr(0, 3) != "sk-")
        return refuse("LiteLLM Virtual Key expected. Received a key that does not start with 'sk-'.");
    return lookUp(*key, callers, now);
}

} // namespace

} // namespace gatehouse::auth
