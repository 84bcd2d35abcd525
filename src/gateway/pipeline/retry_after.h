// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/wire/headers.h"

#include <chrono>
#include <optional>

namespace gatehouse::pipeline {

/// How long a provider asks to be left alone: its Retry-After, in seconds or as a date (RFC 9110, section 10.2.3; \a now is the
/// wall clock), or OpenAI's retry-after-ms. Nothing where it says nothing, or more than a day.
std::optional<std::chrono::milliseconds> retryAfter(const wire::Headers &headers, Clock::Wall now);

} // namespace gatehouse::pipeline
