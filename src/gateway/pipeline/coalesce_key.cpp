// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/coalesce_key.h"

#include "gateway/auth/identify.h"

#include <QCryptographicHash>

#include <cstdint>

namespace gatehouse::pipeline {

namespace {

/// Takes texts and numbers so that what belongs to one cannot be taken for a part of the next.
class Digest
{
public:
    void add(std::string_view text)
    {
        addBytes(static_cast<std::uint64_t>(text.size()));
        m_hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    }
    void add(std::uint64_t number) { addBytes(number); }
    std::string take() { return m_hash.result().toStdString(); }

private:
    void addBytes(std::uint64_t number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    }

    QCryptographicHash m_hash {QCryptographicHash::Blake2b_256}; // five times as fast as SHA-256
};

// Options of a call may stand in header fields of ours. One's own id is the only one that changes nothing.
void addOptions(Digest &digest, const wire::Headers &headers)
{
    for (const auto &[name, value] : headers) {
        const std::string lower = wire::lowered(name);
        if (!lower.starts_with("x-litellm-") || lower == "x-litellm-call-id")
            continue;
        digest.add(lower);
        digest.add(value);
    }
}

} // namespace

bool mayCoalesce(const wire::Call &call)
{
    switch (call.operation) {
    case Operation::Chat: return !call.stream && call.dialect != Dialect::OpenAiResponses;
    case Operation::ImageGeneration: return !call.stream;
    case Operation::Embedding:
    case Operation::Moderation:
    case Operation::Rerank: return true;
    default: return false;
    }
}

std::string coalesceKey(const Plan &plan, const Inbound &inbound, const Snapshot &snapshot)
{
    const wire::Call &call = plan.call;
    Digest digest;
    digest.add(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(&snapshot)));
    digest.add(inbound.identity.alias);
    digest.add(auth::shownKey(inbound.request, snapshot.settings.auth));
    digest.add(static_cast<std::uint64_t>(call.dialect));
    digest.add(static_cast<std::uint64_t>(call.operation));
    digest.add(static_cast<std::uint64_t>(inbound.isOneOfSeveral));
    digest.add(inbound.request.path);
    digest.add(inbound.request.query);
    digest.add(call.model);
    digest.add(plan.route.group());
    digest.add(call.body.text());
    addOptions(digest, inbound.request.headers);
    digest.add(std::string_view());
    for (const auto &[name, value] : call.forward) {
        digest.add(wire::lowered(name));
        digest.add(value);
    }
    return digest.take();
}

} // namespace gatehouse::pipeline
