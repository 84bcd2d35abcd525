// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/secret_text.h"

#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace gatehouse::observe::traffic {

namespace {

// As members of bodies have them.
constexpr std::array<std::string_view, 15> secretMembers {"api_key", "apikey", "api-key", "apiKey", "x-api-key", "authorization",
    "Authorization", "password", "client_secret", "access_token", "refresh_token", "aws_secret_access_key", "aws_session_token",
    "private_key", "secret"};

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

bool isSecretMember(std::string_view name)
{
    return std::find(secretMembers.begin(), secretMembers.end(), name) != secretMembers.end();
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

/// A part of a text that must not stay.
struct Span {
    std::size_t begin = 0, end = 0;
};

void findSigns(std::string_view text, std::vector<Span> &found)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!mayBeginSecret(text[at]) || (at > 0 && isWord(text[at - 1])))
            continue;
        if (const std::size_t length = secretLength(text.substr(at)); length > 0) {
            found.push_back({at, at + length});
            at += length - 1;
        }
    }
}

void findMembers(std::string_view text, std::vector<Span> &found)
{
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const std::string_view name = memberBefore(text, at);
        if (name.empty() || !isSecretMember(name))
            continue;
        const std::size_t value = afterSpaces(text, at + 1);
        if (value < text.size() && text[value] == '"')
            found.push_back({value + 1, endOfString(text, value + 1)});
    }
}

void findText(std::string_view text, std::string_view secret, std::vector<Span> &found)
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

void findKnown(std::string_view text, std::span<const Secret> known, std::vector<Span> &found)
{
    for (const Secret &secret : known) {
        findText(text, secret.reveal(), found);
        if (secret.reveal().find_first_of("/\"\\") != std::string::npos)
            findText(text, escaped(secret.reveal()), found);
    }
}

std::size_t replaceAll(std::string &text, std::vector<Span> &found)
{
    std::sort(found.begin(), found.end(), [](const Span &a, const Span &b) { return a.begin < b.begin; });
    std::string clean;
    clean.reserve(text.size());
    std::size_t at = 0, count = 0;
    for (const Span &span : found) {
        if (span.end <= at)
            continue;
        if (span.begin >= at) {
            clean.append(text, at, span.begin - at).append(redacted);
            ++count;
        }
        at = span.end;
    }
    clean.append(text, at);
    text = std::move(clean);
    return count;
}

// Where the value of each member of a query that is named for a credential stands.
void findQuery(std::string_view url, std::vector<Span> &found)
{
    for (std::size_t at = url.find('?'); at != std::string_view::npos && at < url.size();) {
        const std::size_t end = std::min(url.find('&', at + 1), url.size());
        const std::size_t equals = url.find('=', at + 1);
        if (equals < end && isSecretName(url.substr(at + 1, equals - at - 1)))
            found.push_back({equals + 1, end});
        at = end;
    }
}

void findUserInfo(std::string_view url, std::vector<Span> &found)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return;
    const std::size_t begin = scheme + 3, host = std::min(url.find_first_of("/?#", begin), url.size());
    const std::size_t at = url.substr(begin, host - begin).rfind('@');
    if (at != std::string_view::npos)
        found.push_back({begin, begin + at});
}

bool isSecretLowered(std::string_view name)
{
    static constexpr std::array parts {"auth", "cookie", "secret", "password", "credential", "signature", "api-key", "api_key",
        "apikey", "access_token", "security-token", "passwd"};
    static constexpr std::array whole {"key", "token", "sig", "code", "pwd"};
    static constexpr std::array ends {"-key", "_key", "-token", "_token"};
    return std::any_of(parts.begin(), parts.end(), [&](const char *each) { return name.find(each) != name.npos; })
        || std::find(whole.begin(), whole.end(), name) != whole.end()
        || std::any_of(ends.begin(), ends.end(), [&](const char *each) { return name.ends_with(each); });
}

} // namespace

std::size_t eraseSecrets(std::string &text, std::span<const Secret> known)
{
    std::vector<Span> found; // mostly none, and then nothing is allocated
    findSigns(text, found);
    findMembers(text, found);
    findKnown(text, known, found);
    return found.empty() ? 0 : replaceAll(text, found);
}

bool isSecretName(std::string_view name)
{
    // Dozens of names an exchange: hardly one of them is worth an allocation.
    std::array<char, 64> buffer;
    if (name.size() > buffer.size())
        return isSecretLowered(wire::lowered(name));
    std::transform(name.begin(), name.end(), buffer.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return isSecretLowered({buffer.data(), name.size()});
}

std::size_t eraseSecretsOfUrl(std::string &url, std::span<const Secret> known)
{
    std::vector<Span> found;
    findSigns(url, found);
    findKnown(url, known, found);
    findQuery(url, found);
    findUserInfo(url, found);
    return found.empty() ? 0 : replaceAll(url, found);
}

} // namespace gatehouse::observe::traffic
