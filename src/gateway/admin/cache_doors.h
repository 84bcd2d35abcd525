// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// What can be asked of the cache of answers.
namespace gatehouse::admin {

/// GET /cache/ping: whether what is kept can be read again; 503 where there is no cache, or it does not work.
void pingCache(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /cache/delete {"keys": ["<x-litellm-cache-key>", …]}
void deleteFromCache(pipeline::Context &context, pipeline::Inbound inbound);
/// POST /cache/flushall: all that the gateway has kept, and nothing of others in the same Redis.
void flushCache(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /cache/redis/info
void showCacheRedis(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
