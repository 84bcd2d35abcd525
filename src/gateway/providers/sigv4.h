// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/cloud_access.h"
#include "gateway/wire/headers.h"

#include <string>
#include <string_view>

/// AWS Signature Version 4 in header fields, as "Create a signed AWS API request" of AWS's IAM guide defines it. S3 wants
/// x-amz-content-sha256 among the fields that it is given.
namespace gatehouse::providers {

/// A request as it will be sent.
struct Signable {
    std::string_view method;
    std::string_view url; ///< the path percent-encoded as it will stand in the request line
    /// The fields that are signed, each of which must be sent as it stands here. Host is taken from the URL where it is missing.
    const wire::Headers &headers;
    std::string_view body;
};

struct SigningScope {
    std::string_view region;
    std::string_view service;
};

/// The fields to add to \a request: x-amz-date, x-amz-security-token (for temporary keys) and authorization, which signs all of
/// \a request's fields and these. Valid for some five minutes from \a time. A pure function.
wire::Headers signedHeaders(const Signable &request, const SigningScope &scope, const AwsKeys &keys, Clock::Wall time);

} // namespace gatehouse::providers
