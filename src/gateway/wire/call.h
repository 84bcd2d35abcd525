// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"
#include "gateway/core/operation.h"
#include "gateway/wire/headers.h"
#include "gateway/wire/json_object.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::wire {

/// Where a call goes on when a model group has failed it.
struct Fallback {
    std::string model;
    std::string changes = {}; ///< a JSON object whose members replace those of the request; empty = none
};
/// Model group → what is tried in its place, in order. "*" stands for every group that has no entry.
using Fallbacks = std::map<std::string, std::vector<Fallback>, std::less<>>;

/// A failure that the caller asks for, to see what comes of it.
enum class Rehearsal {
    None,
    Fallback,      ///< the first group fails as a whole
    ContextWindow, ///< it finds the prompt too long
    ContentPolicy, ///< it refuses the content
    RateLimit,     ///< the first attempt meets a rate limit
    Timeout,       ///< the first attempt lasts until its time is over
};

/// What the client asks of the cache: `cache: {…}` of the body, and Cache-Control.
struct CacheControls {
    bool wantsIt = false;                            ///< use-cache, where the cache must be asked for
    bool skipsReading = false;                       ///< no-cache: ask the provider, whatever is kept
    bool skipsWriting = false;                       ///< no-store: keep nothing of the answer
    std::optional<std::chrono::milliseconds> ttl;    ///< how long the answer is kept
    std::optional<std::chrono::milliseconds> maxAge; ///< s-maxage: what is older will not do
    std::string nameSpace;                           ///< of the keys, in place of the configuration's
};

/// What the client asks of the gateway itself, beside the model: fields and headers that are ours and never leave.
struct CallOptions {
    std::optional<int> numRetries;
    std::optional<std::chrono::milliseconds> timeout, streamTimeout;
    std::optional<std::vector<Fallback>> fallbackList; ///< fallbacks in the plain form: for whatever group
    std::optional<Fallbacks> fallbacks, contextWindowFallbacks, contentPolicyFallbacks; ///< by group, in place of the router's
    std::optional<int> maxFallbacks;
    bool disableFallbacks = false;
    Rehearsal rehearsal = Rehearsal::None;
    std::vector<std::string> tags; ///< for tag-based routing
    std::string region;            ///< allowed_model_region: only deployments there
    CacheControls cache;
    std::optional<bool> dropParams;
    std::vector<std::string> additionalDropParams;
    std::vector<std::string> allowedOpenAiParams;
};

/// How the chunks of a stream follow one another.
enum class Framing {
    Events, ///< server-sent events
    Array,  ///< the items of one JSON array: Google's way, where the caller asks for nothing else
};

/// What the client wants: its dialect is known, its body an open JSON text. It lives here and not in core, because it
/// holds headers and a JsonObject.
struct Call {
    std::string id;   ///< x-litellm-call-id: the client's, or one of ours
    std::string path; ///< the door it came in by, for messages: "/chat/completions"
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Chat;
    std::string model; ///< as the client named it
    JsonObject body;
    bool stream = false;
    Framing framing = Framing::Events;
    bool wantsUsage = false; ///< OpenAI: stream_options.include_usage, or the gateway's always_include_stream_usage
    CallOptions options;
    std::string earlierItems;  ///< Responses: what came before, as JSON items without brackets, in place of previous_response_id
    std::string previousId;    ///< Responses: the name by which the provider knows previous_response_id
    std::string verb = "POST"; ///< the method of what the provider is sent
    std::string tail;          ///< of its path and query, where a response that the provider keeps is named
    Headers forward;           ///< the client's headers that go on to the provider (anthropic-beta, …)
};

} // namespace gatehouse::wire
