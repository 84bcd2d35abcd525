// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/pass_through_headers.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace gatehouse::pipeline {

namespace {

// About the connection, the host or the way here, and not about the request.
constexpr std::array<std::string_view, 19> local {"accept-encoding", "connection", "content-length", "cookie", "expect",
    "forwarded", "host", "keep-alive", "origin", "proxy-authenticate", "proxy-authorization", "proxy-connection", "referer", "te",
    "trailer", "transfer-encoding", "upgrade", "via", "x-real-ip"};
constexpr std::array<std::string_view, 11> credentials {"api-key", "authorization", "litellm_user_api_key",
    "ocp-apim-subscription-key", "x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-api-key", "x-goog-api-key",
    "x-goog-iam-authorization-token", "x-litellm-api-key"};
// Of an answer: about the other server's connection, host and browser.
constexpr std::array<std::string_view, 10> theirs {"alt-svc", "connection", "keep-alive", "proxy-authenticate", "set-cookie",
    "strict-transport-security", "te", "trailer", "transfer-encoding", "upgrade"};
constexpr std::string_view passPrefix = "x-pass-";

template <std::size_t N> bool isOneOf(const std::array<std::string_view, N> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isLocal(std::string_view lower)
{
    return isOneOf(local, lower) || lower.starts_with("x-forwarded-") || lower.starts_with("x-litellm-");
}

bool isPlain(const std::string &lower)
{
    return lower == "content-type" || lower == "accept";
}

/// What a field is called on its way, or nothing where it stays here.
std::string nameBeyond(const PassThroughRule &rule, std::string lower, const auth::Settings &settings)
{
    const bool isPassed = lower.starts_with(passPrefix) && lower.size() > passPrefix.size();
    if (isPassed)
        lower.erase(0, passPrefix.size());
    else if (!rule.forwardsHeaders && !isPlain(lower))
        return {};
    const bool isKey = isOneOf(credentials, lower) || (!settings.keyHeader.empty() && wire::sameName(lower, settings.keyHeader));
    // A provider is shown the gateway's credential and no other. Behind the operator's own doors a caller may have one.
    return isLocal(lower) || (isKey && rule.deployment) ? std::string() : lower;
}

} // namespace

KeyGuard::KeyGuard(const wire::Request &request, const auth::Settings &settings)
    : m_master(settings.masterKey)
{
    if (!settings.masterKey.isEmpty())
        m_shown = Secret(std::string(auth::shownKey(request, settings)));
}

bool KeyGuard::isIn(std::string_view text) const
{
    const auto holds = [text](const Secret &key) { return !key.isEmpty() && text.find(key.reveal()) != text.npos; };
    return holds(m_master) || holds(m_shown);
}

bool KeyGuard::isHeldBy(std::string_view value) const
{
    // What is encoded once more on the way is still the key.
    const std::string once = wire::percentDecoded(value, true);
    if (isIn(value) || isIn(once) || isIn(wire::percentDecoded(once, true)))
        return true;
    const std::string_view word = value.substr(value.rfind(' ') == value.npos ? 0 : value.rfind(' ') + 1);
    const QByteArray decoded = QByteArray::fromBase64(QByteArray(word.data(), qsizetype(word.size())));
    return isIn({decoded.constData(), std::size_t(decoded.size())});
}

wire::Headers passedHeaders(const PassThroughRule &rule, const wire::Request &request, const auth::Settings &settings)
{
    const KeyGuard guard(request, settings);
    wire::Headers headers;
    for (const auto &[name, value] : request.headers) {
        const std::string beyond = nameBeyond(rule, wire::lowered(name), settings);
        if (!beyond.empty() && !guard.isHeldBy(value))
            headers.add(beyond, value);
    }
    for (const auto &[name, value] : rule.headers)
        headers.set(name, value.reveal());
    return headers;
}

std::string passedQuery(const PassThroughRule &rule, const wire::Request &request, const auth::Settings &settings)
{
    const KeyGuard guard(request, settings);
    std::string query;
    std::string_view rest = request.query;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        // Google's clients put their key there: it is ours to show.
        const std::string name = wire::percentDecoded(pair.substr(0, pair.find('=')), true);
        if (pair.empty() || guard.isHeldBy(pair) || (rule.deployment && (name == "key" || name == "api_key")))
            continue;
        query.append(query.empty() ? "" : "&").append(pair);
    }
    return query;
}

wire::Headers returnedHeaders(const wire::Headers &upstream)
{
    wire::Headers headers;
    headers.reserve(32);
    for (const auto &[name, value] : upstream) {
        const std::string lower = wire::lowered(name);
        if (!isOneOf(theirs, lower) && !lower.starts_with("access-control-") && !lower.starts_with("x-litellm-"))
            headers.add(lower, value);
    }
    return headers;
}

} // namespace gatehouse::pipeline
