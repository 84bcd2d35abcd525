// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/core/fault.h"

#include <array>

namespace gatehouse {

namespace {

constexpr std::array faults {
    FaultInfo {Fault::BadRequest, "BadRequestError", 400, "", false, false},
    FaultInfo {Fault::UnsupportedParams, "UnsupportedParamsError", 400, "None", false, false},
    FaultInfo {Fault::ContextWindowExceeded, "ContextWindowExceededError", 400, "", false, false},
    FaultInfo {Fault::ContentPolicyViolation, "ContentPolicyViolationError", 400, "", false, false},
    FaultInfo {Fault::Authentication, "AuthenticationError", 401, "", true, true},
    FaultInfo {Fault::PermissionDenied, "PermissionDeniedError", 403, "", true, true},
    FaultInfo {Fault::NotFound, "NotFoundError", 404, "", false, true},
    FaultInfo {Fault::UnprocessableEntity, "UnprocessableEntityError", 422, "", false, false},
    FaultInfo {Fault::Timeout, "Timeout", 408, "", true, true},
    FaultInfo {Fault::RateLimit, "RateLimitError", 429, "throttling_error", true, true},
    FaultInfo {Fault::InternalServer, "InternalServerError", 500, "", true, true},
    FaultInfo {Fault::ApiConnection, "APIConnectionError", 500, "", true, true},
    FaultInfo {Fault::BadGateway, "BadGatewayError", 502, "", true, true},
    FaultInfo {Fault::ServiceUnavailable, "ServiceUnavailableError", 503, "", true, true},
    FaultInfo {Fault::Api, "APIError", 500, "", true, true},
    FaultInfo {Fault::InvalidRequest, "BadRequestError", 400, "invalid_request_error", false, false},
    FaultInfo {Fault::Unauthorized, "AuthenticationError", 401, "auth_error", false, false},
    FaultInfo {Fault::Forbidden, "PermissionDeniedError", 403, "auth_error", false, false},
    FaultInfo {Fault::RouteNotFound, "NotFoundError", 404, "not_found_error", false, false},
    FaultInfo {Fault::MethodNotAllowed, "BadRequestError", 405, "invalid_request_error", false, false},
    FaultInfo {Fault::RequestTooLarge, "BadRequestError", 413, "invalid_request_error", false, false},
    FaultInfo {Fault::BudgetExceeded, "BudgetExceededError", 429, "budget_exceeded", false, false},
    FaultInfo {Fault::NoDeployment, "RateLimitError", 429, "None", false, false},
    FaultInfo {Fault::Unfetched, "BadRequestError", 400, "", false, false},
    FaultInfo {Fault::NotBuiltYet, "InternalServerError", 501, "internal_server_error", false, false},
    FaultInfo {Fault::ShuttingDown, "ServiceUnavailableError", 503, "internal_server_error", false, false},
    FaultInfo {Fault::ClientGone, "APIConnectionError", 499, "", false, false},
    FaultInfo {Fault::Internal, "InternalServerError", 500, "internal_server_error", false, false},
};

} // namespace

const FaultInfo &info(Fault fault)
{
    return faults[static_cast<std::size_t>(fault)]; // tst_fault proves that row n is fault n
}

} // namespace gatehouse
