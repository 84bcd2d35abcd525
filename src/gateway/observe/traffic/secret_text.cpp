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

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

std::size_t afterSpaces(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

std::size_t beforeSpaces(std::string_view text, std::size_t at)
{
    while (at > 0 && isSpace(text[at - 1]))
        --at;
    return at;
}

// Whether the colon at \a colon is that of a member that is named for a credential.
bool isSecretMember(std::string_view text, std::size_t colon)
{
    constexpr std::size_t longest = 24;
    const std::size_t quote = beforeSpaces(text, colon);
    if (quote < 2 || text[quote - 1] != '"' || !mayEndSecretMember(text[quote - 2]))
        return false;
    const std::size_t end = quote - 1, least = end > longest ? end - longest : 0;
    std::size_t begin = end;
    while (begin > least && text[begin - 1] != '"')
        --begin;
    return begin > least && isSecretName(text.substr(begin, end - begin), NameOf::Member);
}

using Spans = std::vector<SecretSpan>;

void findMembers(std::string_view text, Spans &found)
{
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        if (!isSecretMember(text, at))
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
std::string escaped(std::string_view secret)
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
    for (const Secret &secret : secrets)
        add(secret.reveal());
}

// One that several attempts used is looked for once.
void KnownSecrets::add(std::string_view secret)
{
    if (secret.empty() || std::find(m_texts.begin(), m_texts.end(), secret) != m_texts.end())
        return;
    addText(secret);
    if (secret.find_first_of("/\"\\") == std::string_view::npos)
        return;
    m_escaped.emplace_back(escaped(secret));
    addText(m_escaped.back().reveal());
}

void KnownSecrets::addText(std::string_view text)
{
    m_texts.push_back(text);
    if (const auto sought = soughtAs(text))
        m_sought.push_back(*sought);
    else
        m_others.push_back(text);
}

void KnownSecrets::clear()
{
    m_texts.clear();
    m_sought.clear();
    m_others.clear();
    m_escaped.clear();
}

std::size_t KnownSecrets::longest() const
{
    std::size_t most = 0;
    for (const std::string_view text : m_texts)
        most = std::max(most, text.size());
    return most;
}

void KnownSecrets::findIn(std::string_view text, std::vector<SecretSpan> &found) const
{
    findSecrets(text, m_sought, found);
    for (const std::string_view secret : m_others)
        findText(text, secret, found);
}

std::vector<SecretSpan> secretsIn(std::string_view text, const KnownSecrets &known)
{
    Spans found; // mostly none, and then nothing is allocated
    known.findIn(text, found);
    findMembers(text, found);
    return found;
}

// A credential that the one has and the other has not stands where they differ, or so near that what differs is beside it. Only
// between the name of a member and its text any number of spaces may stand.
bool appendDifference(
    std::string &part, std::string_view clean, const Likeness &same, std::string_view own, const KnownSecrets &known)
{
    constexpr std::size_t usual = 128, longestName = 32;
    const std::size_t margin = std::max(usual, known.longest() + 1);
    const std::string_view begin = clean.substr(0, same.begin), end = clean.substr(clean.size() - same.end);
    const std::string_view before = begin.substr(begin.size() - std::min(margin, begin.size()));
    const std::string_view behind = end.substr(0, margin);
    const auto isSpacious = [margin](std::string_view side) {
        std::size_t others = 0;
        for (std::size_t at = 0; at < side.size() && others < longestName; ++at)
            others += isSpace(side[at]) ? 0 : 1;
        return side.size() == margin && others < longestName;
    };
    part.append(before).append(own).append(behind);
    return !isSpacious(before) && !isSpacious(behind);
}

bool isWithoutSecretsLike(std::string_view clean, std::string_view text, const KnownSecrets &known)
{
    const Likeness same = likenessOf(clean, text);
    std::string part;
    return appendDifference(part, clean, same, text.substr(same.begin, text.size() - same.both()), known)
        && secretsIn(part, known).empty();
}

std::size_t eraseSecrets(std::string &text, const KnownSecrets &known)
{
    Spans found = secretsIn(text, known);
    return found.empty() ? 0 : eraseSpans(text, found);
}

std::vector<SecretSpan> secretsInUrl(std::string_view url, const KnownSecrets &known)
{
    Spans found;
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

bool hasSecretsOfUrl(std::string_view url)
{
    Spans found;
    findQuery(url, found);
    findUserInfo(url, found);
    return !found.empty();
}

namespace {

// What an answer says of keys and tokens in its names is mostly how many are left of them.
bool isCount(std::string_view value)
{
    return value.size() < 16 && !value.empty() && value.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace

bool isSecretField(const wire::Headers::Field &field, bool isOfAnswer)
{
    return isSecretName(field.name, NameOf::Field) && !(isOfAnswer && isCount(field.value));
}

} // namespace gatehouse::observe::traffic
