// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/error.h"
#include "gateway/core/receipt.h"
#include "gateway/limits/claim.h"
#include "gateway/wire/reply.h"

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse::pipeline {

/// What an answer says of its caller's limits.
struct LimitFacts {
    std::optional<Money> keySpent = {};  ///< by the caller's key, this call included; nothing = nobody called
    const limits::Limits *key = nullptr; ///< of that key; nullptr = it has none
    const std::vector<limits::Margin> *margins =
        nullptr;                 ///< what all who pay had left behind this call; nullptr = nobody is limited
    std::string_view group = {}; ///< the model's name that the caller's limits by model are told under
};

/// What the header fields of an answer are made of.
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
    LimitFacts limits = {};
};

/// Who has looked at a call, and who should have.
void addGuardrails(wire::Headers &headers, const GuardrailRecords &judged);
wire::Head answerHead(const HeadFacts &facts, bool stream);
wire::Head errorHead(const HeadFacts &facts, const Error &error, std::optional<std::chrono::milliseconds> timeout);

} // namespace gatehouse::pipeline
