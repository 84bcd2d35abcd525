// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/secret_text.h"

#include "gateway/core/secret_names.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace gatehouse::observe::traffic {

namespace {

// The end of a JSON string whose text begins at \a at.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at, text.size());
}

std::size_t afterSpaces(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        ++at;
    return at;
}

std::size_t beforeSpaces(std::string_view text, std::size_t at)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\r' || text[at - 1] == '\t'))
        --at;
    return at;
}

// The name of the member whose colon stands at \a colon, as it is written; empty = that is no member's.
std::string_view memberBefore(std::string_view text, std::size_t colon)
{
    constexpr std::size_t longest = 24;
    const std::size_t quote = beforeSpaces(text, colon);
    if (quote < 2 || text[quote - 1] != '"')
        return {};
    const std::size_t end = quote - 1, least = end > longest ? end - longest : 0;
    const std::size_t begin = text.substr(least, end - least).rfind('"');
    return begin == std::string_view::npos ? std::string_view() : text.substr(least + begin + 1, end - least - begin - 1);
}

using Spans = std::vector<SecretSpan>;

void findMembers(std::string_view text, Spans &found)
{
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const std::string_view name = memberBefore(text, at);
        if (name.empty() || !isSecretName(name, NameOf::Member))
            continue;
        const std::size_t value = afterSpaces(text, at + 1);
        if (value < text.size() && text[value] == '"')
            found.push_back({value + 1, endOfString(text, value + 1)});
    }
}

void findText(std::string_view text, std::string_view secret, Spans &found)
{
    if (secret.empty() || secret.size() > text.size())
        return;
    for (std::size_t at = 0;;) {
        const void *hit = ::memmem(text.data() + at, text.size() - at, secret.data(), secret.size());
        if (!hit)
            return;
        at = static_cast<std::size_t>(static_cast<const char *>(hit) - text.data());
        found.push_back({at, at + secret.size()});
        at += secret.size();
    }
}

// As JSON may write it: a slash may stand behind a backslash.
std::string escaped(const std::string &secret)
{
    std::string text;
    for (const char c : secret) {
        if (c == '/' || c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text;
}

// Where the value of each member of a query that is named for a credential stands.
void findQuery(std::string_view url, Spans &found)
{
    for (std::size_t at = url.find('?'); at != std::string_view::npos && at < url.size();) {
        const std::size_t end = std::min(url.find('&', at + 1), url.size());
        const std::size_t equals = url.find('=', at + 1);
        if (equals < end && isSecretName(url.substr(at + 1, equals - at - 1), NameOf::Field))
            found.push_back({equals + 1, end});
        at = end;
    }
}

void findUserInfo(std::string_view url, Spans &found)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return;
    const std::size_t begin = scheme + 3, host = std::min(url.find_first_of("/?#", begin), url.size());
    const std::size_t at = url.substr(begin, host - begin).rfind('@');
    if (at != std::string_view::npos)
        found.push_back({begin, begin + at});
}

} // namespace

KnownSecrets::KnownSecrets(std::span<const Secret> secrets)
{
    m_escaped.reserve(secrets.size()); // so that none of them moves
    for (const Secret &secret : secrets) {
        const std::string &text = secret.reveal();
        m_texts.push_back(text);
        if (text.find('/') == std::string::npos && text.find('"') == std::string::npos && text.find('\\') == std::string::npos)
            continue;
        m_escaped.emplace_back(escaped(text));
        m_texts.push_back(m_escaped.back().reveal());
    }
}

void KnownSecrets::findIn(std::string_view text, std::vector<SecretSpan> &found) const
{
    for (const std::string_view secret : m_texts)
        findText(text, secret, found);
}

std::vector<SecretSpan> secretsIn(std::string_view text, const KnownSecrets &known)
{
    Spans found; // mostly none, and then nothing is allocated
    findSecrets(text, found);
    findMembers(text, found);
    known.findIn(text, found);
    return found;
}

std::size_t eraseSecrets(std::string &text, const KnownSecrets &known)
{
    Spans found = secretsIn(text, known);
    return found.empty() ? 0 : eraseSpans(text, found);
}

std::vector<SecretSpan> secretsInUrl(std::string_view url, const KnownSecrets &known)
{
    Spans found;
    findSecrets(url, found);
    known.findIn(url, found);
    findQuery(url, found);
    findUserInfo(url, found);
    return found;
}

std::size_t eraseSecretsOfUrl(std::string &url, const KnownSecrets &known)
{
    Spans found = secretsInUrl(url, known);
    return found.empty() ? 0 : eraseSpans(url, found);
}

} // namespace gatehouse::observe::traffic
