// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/redaction.h"

#include "gateway/observe/traffic/hidden_words.h"
#include "gateway/observe/traffic/secret_text.h"

#include <algorithm>

namespace gatehouse::observe::traffic {

namespace {

bool isNamedForOne(const Wire &wire, const wire::Headers::Field &field)
{
    return isSecretField(field, wire.status != 0);
}

/// What is known of a head before it is read field by field.
struct Glance {
    std::size_t fields = 0;
    bool hasNames = false;   ///< a field is named for a credential
    bool mayHaveMore = true; ///< the value of another, or the address, may have one in it
};

// Hardly a value has a credential in it that its name does not tell of: all are looked at together, in \a room.
Glance glanceAt(const Wire &wire, const KnownSecrets &known, std::string &room)
{
    Glance glance;
    room.clear();
    for (const auto &field : wire.headers) {
        ++glance.fields;
        if (isNamedForOne(wire, field))
            glance.hasNames = true;
        else if (field.value.size() >= shortestSecret)
            room.append(field.value).append("\n");
    }
    const bool hasUrl = room.find("://") != std::string::npos;
    const bool isPlainTarget = wire.target.find('?') == std::string::npos && wire.target.find('@') == std::string::npos;
    glance.mayHaveMore = hasUrl || !isPlainTarget || !secretsIn(room.append(wire.target), known).empty();
    return glance;
}

// What is to stand for \a value, in \a kept; returns how many credentials were in it, mostly 0, and then \a kept is not touched.
std::size_t redactValue(std::string_view value, const KnownSecrets &known, std::string &kept)
{
    if (value.size() < shortestSecret)
        return 0;
    auto found = value.find("://") != value.npos ? secretsInUrl(value, known) : secretsIn(value, known);
    if (found.empty())
        return 0;
    kept = value;
    return eraseSpans(kept, found);
}

std::size_t redactFields(Wire &wire, const KnownSecrets &known, const Glance &glance)
{
    wire::Headers clean;
    clean.reserve(glance.fields);
    std::string kept;
    std::size_t all = 0;
    for (const auto &field : wire.headers) {
        std::size_t count = 1;
        if (isNamedForOne(wire, field))
            kept = redacted;
        else
            count = glance.mayHaveMore ? redactValue(field.value, known, kept) : 0;
        clean.add(field.name, count > 0 ? std::string_view(kept) : field.value);
        all += count;
    }
    wire.headers = std::move(clean);
    return all;
}

void redactHead(Wire &wire, const KnownSecrets &known, std::string &room)
{
    const Glance glance = glanceAt(wire, known, room);
    if (!glance.hasNames && !glance.mayHaveMore)
        return;
    std::size_t count = redactFields(wire, known, glance);
    if (glance.mayHaveMore)
        count += eraseSecretsOfUrl(wire.target, known);
    wire.redactedInHead += static_cast<std::uint32_t>(count);
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

/// Takes what is secret out of bodies. Those of one side are much alike, and what was found to have none is not read twice.
class Bodies
{
public:
    Bodies(const KnownSecrets &known, bool hidesMessages)
        : m_known(known)
        , m_hidesMessages(hidesMessages)
    {
    }

    void redact(Wire &wire)
    {
        if (wire.body.empty())
            return;
        if (wire.cutBytes > 0)
            dropHalf(wire.body, m_known);
        if (m_clean.empty() || !isWithoutSecretsLike(m_clean, wire.body, m_known))
            erase(wire);
        if (m_hidesMessages) {
            m_clean = {};
            wire.body = withoutWords(wire.body);
            ++wire.redactedInBody;
        }
    }

private:
    void erase(Wire &wire)
    {
        const std::size_t count = eraseSecrets(wire.body, m_known);
        wire.redactedInBody += static_cast<std::uint32_t>(count);
        m_clean = count == 0 ? std::string_view(wire.body) : std::string_view();
    }

    const KnownSecrets &m_known;
    const bool m_hidesMessages;
    std::string_view m_clean; // a body as it passed that has none; empty = there is no such one
};

} // namespace

void redact(Wires &wires, std::span<const Secret> known, bool hidesMessages)
{
    const KnownSecrets texts(known);
    std::string room;
    Bodies requests(texts, hidesMessages), answers(texts, hidesMessages);
    const auto each = [&](Wire &wire, Bodies &bodies) {
        redactHead(wire, texts, room);
        bodies.redact(wire);
    };
    each(wires.clientRequest, requests);
    for (AttemptWires &attempt : wires.attempts) {
        each(attempt.request, requests);
        each(attempt.response, answers);
    }
    each(wires.clientResponse, answers);
}

} // namespace gatehouse::observe::traffic
