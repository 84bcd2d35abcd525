// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/error.h"
#include "gateway/core/receipt.h"
#include "gateway/wire/reply.h"

#include <chrono>
#include <optional>

namespace gatehouse::pipeline {

/// What the header fields of an answer are made of (litellm.md §4).
struct HeadFacts {
    const Receipt &receipt;
    const Deployment *deployment = nullptr; ///< nullptr: none was tried
    std::string_view upstreamModel = {};
    const wire::Headers *upstream = nullptr;    ///< the provider's, passed on as llm_provider-*
    std::chrono::microseconds total {0};        ///< since the request was read
    std::chrono::microseconds upstreamTime {0}; ///< of it spent waiting for providers
    int retries = 0;
    int maxRetries = 0;
    int fallbacks = 0;
};

wire::Head answerHead(const HeadFacts &facts, bool stream);
wire::Head errorHead(const HeadFacts &facts, const Error &error, std::optional<std::chrono::milliseconds> timeout);

} // namespace gatehouse::pipeline
