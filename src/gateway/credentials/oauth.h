// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/credentials/service.h"

namespace gatehouse::credentials {

/// Reads a token endpoint's answer (RFC 6749 §5, and what Google's and Microsoft's metadata servers make of it): access_token
/// with expires_in or expires_on, each a number or a text; a token that says nothing is taken to be good for five minutes.
Result<Grant> readToken(const Service &service, const Answer &answer, Clock::Wall now);

} // namespace gatehouse::credentials
