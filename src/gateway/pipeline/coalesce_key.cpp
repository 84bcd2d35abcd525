// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/coalesce_key.h"

#include "gateway/auth/identify.h"
#include "gateway/pipeline/digest.h"

#include <cstdint>

namespace gatehouse::pipeline {

namespace {

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
    digest.add(plan.guards);
    addOptions(digest, inbound.request.headers);
    digest.add(std::string_view());
    for (const auto &[name, value] : call.forward) {
        digest.add(wire::lowered(name));
        digest.add(value);
    }
    return digest.result().toStdString();
}

} // namespace gatehouse::pipeline
