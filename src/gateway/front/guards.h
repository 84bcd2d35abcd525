// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/endpoints.h"

namespace gatehouse::front {

/// Whether the row's guard lets \a caller in, and the routes of his key have it. Fails with LiteLLM's words.
Result<> checkGuard(const Endpoint &endpoint, const wire::Request &request, const people::Caller &caller);

} // namespace gatehouse::front
