// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/native_addresses.h"

#include "gateway/providers/address.h"

namespace gatehouse::providers {

namespace {

std::string_view without(std::string_view base, std::initializer_list<std::string_view> tails)
{
    for (const std::string_view tail : tails) {
        if (base.ends_with(tail))
            return base.substr(0, base.size() - tail.size());
    }
    return base;
}

std::string_view coherePath(const Errand &errand)
{
    switch (errand.operation) {
    case Operation::Embedding: return "/v2/embed";
    case Operation::Rerank: return errand.isOlder ? "/v1/rerank" : "/v2/rerank";
    default: return usualPath(errand);
    }
}

} // namespace

std::string cohereAddress(const Deployment &deployment, const Errand &errand)
{
    const std::string_view host =
        without(deployment.apiBase, {"/v1/chat", "/v2/chat", "/v1/embed", "/v2/embed", "/v1/rerank", "/v2/rerank", "/v1", "/v2"});
    return std::string(host) + std::string(coherePath(errand));
}

std::string ollamaAddress(const Deployment &deployment, const Errand &errand)
{
    const std::string_view host =
        without(deployment.apiBase, {"/api/chat", "/api/generate", "/api/embed", "/api/embeddings", "/api", "/v1"});
    return std::string(host) + std::string(errand.operation == Operation::Embedding ? "/api/embed" : usualPath(errand));
}

} // namespace gatehouse::providers
