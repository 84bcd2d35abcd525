// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/people/caller.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// What the caller of \a body and \a headers asks of the cache: the members of `cache`, `caching: false`, `ttl`
/// and Cache-Control's s-maxage; what \a caller's key says in its metadata (cache) counts where the call is silent. Fails with
/// Forbidden where his key does not allow one of them (allowed_cache_controls). \a caller may be nullptr.
Result<wire::CacheControls> cacheControlsOf(
    const wire::JsonObject &body, const wire::Headers &headers, const people::Caller *caller);

} // namespace gatehouse::pipeline
