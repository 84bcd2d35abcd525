// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/fault.h"

#include <chrono>
#include <optional>
#include <string>

namespace gatehouse {

/// The limit of the gateway's own that a call ran into, for header fields.
struct LimitNote {
    std::string type = {};    ///< "requests", "tokens", "max_parallel_requests", "budget"
    std::string resetAt = {}; ///< "2026-01-31 12:00:00 UTC"; empty = never
    std::string limit = {}, remaining = {};
};

/// What went wrong, in words for the caller. Never holds a secret: whoever fills `message` sees to that.
struct Error {
    Fault fault = Fault::Internal;
    std::string message = {};
    int status = 0;          ///< the provider's own status where it is passed on; 0 = the fault's
    std::string type = {};   ///< overrides the fault's public type where not empty; "None" stands for LiteLLM's literal
    std::string param = {};  ///< "param" of the error body; empty = null
    std::string detail = {}; ///< provider_specific_fields: their "error", or all of them as a JSON object
    std::optional<std::chrono::milliseconds> retryAfter = {}; ///< when the provider or the limiter said when to come back
    std::optional<LimitNote> limit = {};

    /// HTTP status towards the caller.
    int httpStatus() const { return status ? status : info(fault).status; }
};

} // namespace gatehouse
