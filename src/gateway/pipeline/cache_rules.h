// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cache/settings.h"
#include "gateway/config/config.h"

#include <vector>

namespace gatehouse::pipeline {

/// litellm_settings.cache and cache_params; what they leave silent of Redis, REDIS_URL, REDIS_HOST, REDIS_PORT, REDIS_USERNAME
/// and REDIS_PASSWORD of the environment say. A kind of cache that is not built is none, and \a notes say so.
cache::Settings cacheRules(const config::Config &config, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::pipeline
