// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/reply.h"
#include "gateway/wire/request.h"

#include <memory>

/// Browsers may call the gateway from any page, as LiteLLM lets them: all origins, methods and headers.
namespace gatehouse::front {

bool isPreflight(const wire::Request &request);
void answerPreflight(const wire::Request &request, wire::Reply &reply);
/// A reply that adds the CORS fields to its head; \a reply itself when the request names no origin.
std::unique_ptr<wire::Reply> withCors(const wire::Request &request, std::unique_ptr<wire::Reply> reply);

} // namespace gatehouse::front
