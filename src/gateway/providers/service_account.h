// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/cloud_access.h"
#include "gateway/core/result.h"

#include <string>

/// Google's credential files and the assertion that a service account signs with its key.
namespace gatehouse::providers {

/// Reads the JSON of a credential file: type service_account (with project_id) or authorized_user. The failure says what is
/// missing, for the operator, and repeats nothing of the content.
Result<GoogleAccess, std::string> readGoogleCredential(const std::string &json);

/// The JWT (RFC 7519, RS256) that asks \a access.tokenService for a token for https://www.googleapis.com/auth/cloud-platform:
/// issued now, to be used within an hour. Empty when the private key cannot sign.
std::string jwtAssertion(const GoogleAccess &access, Clock::Wall now);

} // namespace gatehouse::providers
