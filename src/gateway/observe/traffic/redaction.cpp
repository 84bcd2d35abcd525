// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/redaction.h"

#include "gateway/core/secret_names.h"
#include "gateway/observe/traffic/hidden_words.h"
#include "gateway/observe/traffic/secret_text.h"

#include <algorithm>

namespace gatehouse::observe::traffic {

namespace {

// What an answer says of keys and tokens in its names is mostly how many are left of them.
bool isCount(std::string_view value)
{
    return value.size() < 16 && !value.empty() && value.find_first_not_of("0123456789.") == std::string_view::npos;
}

// What is shorter is no credential of anybody's.
constexpr std::size_t shortestSecret = 6;

// What is to stand for \a value, in \a kept; returns how many credentials were in it, mostly 0, and then \a kept is not touched.
std::size_t redactValue(bool isNamedForOne, std::string_view value, const KnownSecrets &known, std::string &kept)
{
    if (isNamedForOne) {
        kept = redacted;
        return 1;
    }
    if (value.size() < shortestSecret)
        return 0;
    auto found = value.find("://") != value.npos ? secretsInUrl(value, known) : secretsIn(value, known);
    if (found.empty())
        return 0;
    kept = value;
    return eraseSpans(kept, found);
}

wire::Headers firstOf(const wire::Headers &headers, std::size_t count)
{
    wire::Headers first;
    for (const auto &[name, value] : headers) {
        if (count-- == 0)
            break;
        first.add(name, value);
    }
    return first;
}

// The fields of \a wire without credentials, of which \a all are found; where that is none, nothing is copied.
wire::Headers redactedFields(const Wire &wire, const KnownSecrets &known, std::size_t &all)
{
    const bool isAnswer = wire.status != 0;
    wire::Headers clean;
    std::string kept;
    std::size_t passed = 0;
    for (const auto &[name, value] : wire.headers) {
        const bool isNamedForOne = isSecretName(name, NameOf::Field) && !(isAnswer && isCount(value));
        const std::size_t count = redactValue(isNamedForOne, value, known, kept);
        if (count > 0 && all == 0)
            clean = firstOf(wire.headers, passed);
        all += count;
        if (all > 0)
            clean.add(name, count > 0 ? kept : value);
        ++passed;
    }
    return clean;
}

void redactHead(Wire &wire, const KnownSecrets &known)
{
    std::size_t count = 0;
    if (wire::Headers clean = redactedFields(wire, known, count); count > 0)
        wire.headers = std::move(clean);
    wire.redactedInHead += static_cast<std::uint32_t>(count + eraseSecretsOfUrl(wire.target, known));
}

// A credential that was cut in two at the end has no known text any more.
void dropHalf(std::string &body, const KnownSecrets &known)
{
    for (const std::string_view text : known.texts()) {
        for (std::size_t length = std::min(text.size() - 1, body.size()); length > 3; --length) {
            if (body.ends_with(text.substr(0, length)))
                return body.resize(body.size() - length);
        }
    }
}

void redactBody(Wire &wire, const KnownSecrets &known, bool hidesMessages)
{
    if (wire.body.empty())
        return;
    if (wire.cutBytes > 0)
        dropHalf(wire.body, known);
    wire.redactedInBody += static_cast<std::uint32_t>(eraseSecrets(wire.body, known));
    if (hidesMessages) {
        wire.body = withoutWords(wire.body);
        ++wire.redactedInBody;
    }
}

} // namespace

void redact(Wires &wires, std::span<const Secret> known, bool hidesMessages)
{
    const KnownSecrets texts(known);
    const auto each = [&](Wire &wire) {
        redactHead(wire, texts);
        redactBody(wire, texts, hidesMessages);
    };
    each(wires.clientRequest);
    for (AttemptWires &attempt : wires.attempts) {
        each(attempt.request);
        each(attempt.response);
    }
    each(wires.clientResponse);
}

} // namespace gatehouse::observe::traffic
