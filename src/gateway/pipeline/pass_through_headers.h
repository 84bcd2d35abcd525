// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/auth/identify.h"
#include "gateway/pipeline/pass_through_rules.h"
#include "gateway/wire/headers.h"

#include <string>

/// What of a request goes on to another server, and what of its answer comes back. The gateway's own key goes nowhere, whatever
/// field or parameter it came in.
namespace gatehouse::pipeline {

/// Knows the gateway's keys when it sees them.
class KeyGuard
{
public:
    KeyGuard(const wire::Request &request, const auth::Settings &settings);
    /// Whether \a value holds a key: as it is, percent-encoded, or in base64 as in "Basic …".
    bool isHeldBy(std::string_view value) const;

private:
    bool isIn(std::string_view text) const;
    Secret m_master, m_shown;
};

/// The caller's fields that travel, and those that the rule adds; the provider's credential is not among them.
wire::Headers passedHeaders(const PassThroughRule &rule, const wire::Request &request, const auth::Settings &settings);
/// The caller's query without what holds a key.
std::string passedQuery(const PassThroughRule &rule, const wire::Request &request, const auth::Settings &settings);
/// The provider's fields that the caller gets.
wire::Headers returnedHeaders(const wire::Headers &upstream);

} // namespace gatehouse::pipeline
