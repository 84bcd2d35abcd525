// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/sigv4.h"

#include "gateway/providers/digest.h"
#include "gateway/providers/percent.h"
#include "gateway/wire/request.h"

#include <algorithm>
#include <ctime>
#include <map>
#include <vector>

namespace gatehouse::providers {

namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";

/// A URL cut at its seams.
struct Place {
    std::string_view scheme, host, path, query;
};

Place placeOf(std::string_view url)
{
    Place place;
    if (const std::size_t colon = url.find("://"); colon != std::string_view::npos) {
        place.scheme = url.substr(0, colon);
        url.remove_prefix(colon + 3);
    }
    url = url.substr(0, url.find('#'));
    const std::size_t question = url.find('?');
    if (question != std::string_view::npos)
        place.query = url.substr(question + 1);
    url = url.substr(0, question);
    const std::size_t slash = url.find('/');
    place.path = slash == std::string_view::npos ? std::string_view() : url.substr(slash);
    place.host = url.substr(0, slash);
    place.host.remove_prefix(place.host.rfind('@') + 1); // npos + 1 is 0
    return place;
}

// The field as an HTTP client writes it: without the scheme's own port.
std::string_view hostField(const Place &place)
{
    const std::string_view usual = place.scheme == "https" ? ":443" : ":80";
    return place.host.ends_with(usual) ? place.host.substr(0, place.host.size() - usual.size()) : place.host;
}

// Without empty and dot segments, and encoded once more: what goes over the wire as %3A is signed as %253A.
std::string canonicalPath(std::string_view path)
{
    std::vector<std::string_view> segments;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::string_view segment = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), segment.size() + 1));
        if (segment == ".." && !segments.empty())
            segments.pop_back();
        else if (!segment.empty() && segment != "." && segment != "..")
            segments.push_back(segment);
    }
    std::string result;
    for (const std::string_view segment : segments)
        result += "/" + percentEncoded(segment);
    return path.ends_with('/') || result.empty() ? result + "/" : result;
}

// S3 takes the path as it goes over the wire, because a key of its objects may be any text.
std::string pathIn(const SigningScope &scope, std::string_view path)
{
    if (scope.service != "s3")
        return canonicalPath(path);
    return path.empty() ? "/" : std::string(path);
}

// Escapes in one spelling, sorted by name and then by value, each name with its "=".
std::string canonicalQuery(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> fields;
    while (!query.empty()) {
        const std::string_view field = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), field.size() + 1));
        const std::size_t equals = std::min(field.find('='), field.size());
        const std::string_view value = field.substr(std::min(equals + 1, field.size()));
        if (!field.empty())
            fields.emplace_back(
                percentEncoded(wire::percentDecoded(field.substr(0, equals))), percentEncoded(wire::percentDecoded(value)));
    }
    std::sort(fields.begin(), fields.end());
    std::string result;
    for (const auto &[name, value] : fields)
        result += (result.empty() ? "" : "&") + name + "=" + value;
    return result;
}

// Without outer blanks, and inner ones as one.
std::string canonicalValue(std::string_view value)
{
    std::string result;
    bool blank = false;
    for (const char c : value) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blank = !result.empty();
            continue;
        }
        if (std::exchange(blank, false))
            result += ' ';
        result += c;
    }
    return result;
}

/// What is signed of the header: "name:value\n" for each, and "name;name".
struct CanonicalHeaders {
    std::string lines, names;
};

CanonicalHeaders canonicalHeaders(const wire::Headers &given, const wire::Headers &added)
{
    std::map<std::string, std::string> fields;
    for (const wire::Headers *source : {&given, &added}) {
        for (const auto &[name, value] : *source) {
            const auto [field, isNew] = fields.try_emplace(wire::lowered(name), canonicalValue(value));
            if (!isNew)
                field->second += "," + canonicalValue(value);
        }
    }
    CanonicalHeaders result;
    for (const auto &[name, value] : fields) {
        result.lines += name + ":" + value + "\n";
        result.names += (result.names.empty() ? "" : ";") + name;
    }
    return result;
}

// "20150830T123600Z"
std::string stampOf(Clock::Wall time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts {};
    gmtime_r(&seconds, &parts);
    char text[17];
    return {text, std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &parts)};
}

std::string signature(const AwsKeys &keys, std::string_view day, const SigningScope &scope, std::string_view text)
{
    std::string key = "AWS4" + keys.secret.reveal();
    for (const std::string_view part : {day, scope.region, scope.service, std::string_view("aws4_request")})
        key = hmacSha256(key, part);
    return hex(hmacSha256(key, text));
}

} // namespace

wire::Headers signedHeaders(const Signable &request, const SigningScope &scope, const AwsKeys &keys, Clock::Wall time)
{
    const Place place = placeOf(request.url);
    const std::string stamp = stampOf(time);
    wire::Headers added {{"x-amz-date", stamp}};
    if (!keys.sessionToken.isEmpty())
        added.add("x-amz-security-token", keys.sessionToken.reveal());
    wire::Headers fields = added;
    if (!request.headers.has("host"))
        fields.add("host", hostField(place));
    const CanonicalHeaders headers = canonicalHeaders(request.headers, fields);
    const std::string canonical = std::string(request.method) + "\n" + pathIn(scope, place.path) + "\n"
        + canonicalQuery(place.query) + "\n" + headers.lines + "\n" + headers.names + "\n" + hex(sha256(request.body));

    const std::string day = stamp.substr(0, 8);
    const std::string scopeText = day + "/" + std::string(scope.region) + "/" + std::string(scope.service) + "/aws4_request";
    const std::string text = std::string(algorithm) + "\n" + stamp + "\n" + scopeText + "\n" + hex(sha256(canonical));
    added.add("authorization",
        std::string(algorithm) + " Credential=" + keys.id + "/" + scopeText + ", SignedHeaders=" + headers.names
            + ", Signature=" + signature(keys, day, scope, text));
    return added;
}

} // namespace gatehouse::providers
