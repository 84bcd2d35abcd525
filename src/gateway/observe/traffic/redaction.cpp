// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/redaction.h"

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

void redactHead(Wire &wire, std::span<const Secret> known)
{
    const bool isAnswer = wire.status != 0;
    wire::Headers clean;
    std::string kept;
    bool isClean = true;
    for (const auto &[name, value] : wire.headers) {
        kept = value;
        std::size_t count = 0;
        if (isSecretName(name) && !(isAnswer && isCount(value))) {
            kept = redacted;
            count = 1;
        } else if (value.size() >= shortestSecret) {
            count = kept.find("://") != kept.npos ? eraseSecretsOfUrl(kept, known) : eraseSecrets(kept, known);
        }
        isClean = isClean && count == 0;
        wire.redactedInHead += static_cast<std::uint32_t>(count);
        clean.add(name, kept);
    }
    if (!isClean)
        wire.headers = std::move(clean);
    wire.redactedInHead += static_cast<std::uint32_t>(eraseSecretsOfUrl(wire.target, known));
}

// A credential that was cut in two at the end has no known text any more.
void dropHalf(std::string &body, std::span<const Secret> known)
{
    for (const Secret &secret : known) {
        const std::string_view text = secret.reveal();
        for (std::size_t length = std::min(text.size() - 1, body.size()); length > 3; --length) {
            if (body.ends_with(text.substr(0, length)))
                return body.resize(body.size() - length);
        }
    }
}

void redactBody(Wire &wire, std::span<const Secret> known, bool hidesMessages)
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
    const auto each = [&](Wire &wire) {
        redactHead(wire, known);
        redactBody(wire, known, hidesMessages);
    };
    each(wires.clientRequest);
    for (AttemptWires &attempt : wires.attempts) {
        each(attempt.request);
        each(attempt.response);
    }
    each(wires.clientResponse);
}

} // namespace gatehouse::observe::traffic
