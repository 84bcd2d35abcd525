// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace gatehouse {

/// Everything that can go wrong between a caller and a provider, in one enum for the whole house.
/// The names of the first group are LiteLLM's exception classes, because callers match on them.
enum class Fault {
    // what a provider or the translation to it answered
    BadRequest,
    UnsupportedParams,
    ContextWindowExceeded,
    ContentPolicyViolation,
    Authentication,
    PermissionDenied,
    NotFound,
    UnprocessableEntity,
    Timeout,
    RateLimit,
    InternalServer,
    ApiConnection,
    BadGateway,
    ServiceUnavailable,
    Api, ///< any other status of the provider, which is kept
    // what the gateway itself refuses
    InvalidRequest,
    Unauthorized,
    Forbidden,
    RouteNotFound,
    MethodNotAllowed,
    RequestTooLarge,
    BudgetExceeded, ///< somebody has spent what he may
    NoDeployment,
    Unfetched, ///< a file that the request names by its address could not be had
    NotBuiltYet,
    ShuttingDown,
    ClientGone,
    Internal,
};

/// One row of the fault table.
struct FaultInfo {
    Fault fault;
    std::string_view name; ///< LiteLLM's class name, for messages: "RateLimitError"
    int status;            ///< HTTP status towards the caller; Error::status overrides it
    std::string_view type; ///< public "type" of the error body; empty = null
    bool mayRetry;         ///< another try may help
    bool hurtsHealth;      ///< counts against the deployment's health
};

/// The row of \a fault. Total: every fault has one.
const FaultInfo &info(Fault fault);

} // namespace gatehouse
