// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/identify.h"

#include <QCryptographicHash>

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
    return {Error {Fault::Unauthorized, "Authentication Error, " + std::move(message), 0, std::move(type), std::move(param)}};
}

std::string fingerprint(std::string_view key)
{
    return QCryptographicHash::hash(QByteArrayView(key.data(), qsizetype(key.size())), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string abbreviated(std::string_view key)
{
    return key.size() > 8 ? "sk-..." + std::string(key.substr(key.size() - 4)) : "sk-...";
}

} // namespace

std::string_view shownKey(const wire::Request &request, const Settings &settings)
{
    return keyOf(request, settings).value_or(std::string_view());
}

Result<Identity> identify(const wire::Request &request, const Settings &settings, Dialect door)
{
    if (settings.masterKey.isEmpty())
        return Identity {"anonymous", true};
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
        return Identity {"master key", true};
    if (key->substr(0, 3) != "sk-")
        return refuse("LiteLLM Virtual Key expected. Received a key that does not start with 'sk-'.");
    return refuse("Invalid proxy server token passed. Received API Key = " + abbreviated(*key)
            + ", Key Hash (Token) =" + fingerprint(*key) + ". Unable to find token in cache or `LiteLLM_VerificationTokenTable`",
        "token_not_found_in_db", "key");
}

} // namespace gatehouse::auth
