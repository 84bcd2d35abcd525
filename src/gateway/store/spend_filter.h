// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/money.h"
#include "gateway/store/condition.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gatehouse::store {

/// Which calls are meant. What is empty does not matter.
struct SpendFilter {
    std::string requestId = {}; ///< the provider's id of the answer, or the call's (x-litellm-call-id)
    std::string apiKey = {}, userId = {}, teamId = {}, organizationId = {}, endUser = {};
    std::string model = {}, modelGroup = {}, modelId = {}, provider = {};
    std::string keyAlias = {}, sessionId = {}, tag = {};
    std::string status = {}; ///< "success" or "failure"
    std::optional<std::int64_t> httpStatus = {};
    std::string errorMessage = {}; ///< part of it
    std::optional<Money> atLeast = {}, atMost = {};
    std::optional<std::int64_t> begin = {}, end = {}; ///< microseconds since 1970 UTC, of the start; end is not included
    SpendScope scope = {};

    Condition condition() const;
    bool isTimeOnly() const; ///< nothing but begin and end matters
};

} // namespace gatehouse::store
