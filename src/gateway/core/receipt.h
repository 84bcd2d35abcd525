// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/circumstances.h"
#include "gateway/core/cost.h"
#include "gateway/core/dialect.h"
#include "gateway/core/fault.h"
#include "gateway/core/operation.h"
#include "gateway/core/principal.h"
#include "gateway/core/said.h"
#include "gateway/core/station.h"
#include "gateway/core/usage.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct GuardrailRecords;

/// How an exchange ended.
enum class Outcome {
    Completed, ///< the caller got a whole answer
    Failed,    ///< a provider failed, or the stream broke
    Refused,   ///< the gateway said no before any provider was asked
    Abandoned, ///< the caller left
};
std::string_view toString(Outcome outcome);

/// One try at one deployment.
struct AttemptRecord {
    std::string deployment;
    int status = 0;                  ///< the provider's HTTP status; 0 = no answer
    std::optional<Fault> fault = {}; ///< none = it worked, or was given up because another answered first
    std::chrono::microseconds duration {0};
    std::string group = {}, provider = {};
    bool isCopy = false;            ///< sent beside another that was late (a hedge)
    bool isGivenUp = false;         ///< another one answered first
    Usage usage = {};               ///< what it used, if its provider is thought to bill it
    bool isEstimate = false;        ///< the provider did not say so
    std::optional<Money> cost = {}; ///< of this attempt; none = nothing, or not known
    std::shared_ptr<const Station> station = {};
    std::chrono::microseconds begin {0};                                      ///< from the request's last byte until it was sent
    std::chrono::microseconds firstToken {0};                                 ///< from then to its first byte; 0 = none came
    std::string error = {};                                                   ///< why it failed, in words without secrets
    bool hasMadeRest = false;                                                 ///< with this failure the deployment began to rest
    std::optional<std::int64_t> remainingRequests = {}, remainingTokens = {}; ///< as the provider's x-ratelimit-remaining-* say
};

/// Where the gateway's own time went, beside the provider's.
struct Stages {
    std::chrono::microseconds queue {0};     ///< from the request's last byte until a worker took it up
    std::chrono::microseconds admission {0}; ///< identify, decode, rights, route, reserve
    std::chrono::microseconds line {0};      ///< in line for one of max_parallel_requests
};

/// What happened: the only thing that outlives an exchange. Exactly one is made for every request to a model, by
/// Exchange::settle(), and every view (log line, metrics, series, traffic, sinks, window, store) reads this same value.
/// It holds no secret, and no prompt and no answer unless the configuration asks for them.
struct Receipt {
    std::uint64_t id = 0; ///< position in the ring, rising; 0 = not filed yet
    std::string callId;   ///< x-litellm-call-id
    std::chrono::system_clock::time_point startedAt {};
    std::string path;
    bool isPassThrough = false; ///< a provider's own API, relayed
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Chat;
    std::string who;                                 ///< alias of the caller's key, never the key
    std::shared_ptr<const Principal> principal = {}; ///< on whose account; none = nobody was told apart
    std::string customer = {};                       ///< the end user that the caller names
    std::vector<std::string> tags = {};
    std::string peer = {}; ///< the caller's address
    std::string userAgent = {};
    std::string traceParent = {};                            ///< the traceparent header as it came; empty = none
    std::shared_ptr<const Circumstances> circumstances = {}; ///< none = no sink wants them
    std::string session = {};                                ///< litellm_session_id or the trace's id
    std::string metadata = {};                               ///< spend_logs_metadata, a JSON object; empty = none
    std::string accounts = {};                               ///< that are charged, as a list in JSON; empty = none
    std::string model;                                       ///< as the caller asked
    std::string group;                                       ///< model group that answered
    std::string deployment;                                  ///< id of the deployment that answered, or was tried last
    std::string provider;
    std::string upstreamModel;
    std::shared_ptr<const Station> station = {}; ///< of that deployment; none = none was chosen
    bool stream = false;
    bool isShared = false;     ///< another, identical request was answered by the provider, and its answer given to this one too
    bool isCached = false;     ///< the answer was kept from an earlier, identical request
    std::string cacheKey = {}; ///< under which the cache was asked; empty = it was not
    Money saved = {};          ///< what the kept answer cost when it was made; of those that are cached
    std::shared_ptr<const GuardrailRecords> guardrails = {}; ///< that looked at it; none = none did
    std::vector<AttemptRecord> attempts = {};
    int fallbacks = 0;
    std::chrono::microseconds firstToken {0}; ///< from the request's last byte to the answer's first; 0 = none came
    std::chrono::microseconds duration {0};   ///< to the answer's last byte
    std::chrono::microseconds upstreamTime {0};
    Stages stages = {};
    Usage usage = {};
    std::optional<Cost> cost = {};         ///< none = not known: a price or the usage is missing
    std::string answerId = {};             ///< as the caller saw it ("chatcmpl-…"); empty = it had none
    std::shared_ptr<const Said> said = {}; ///< none = not asked for
    std::string finishReason;
    Outcome outcome = Outcome::Failed;
    int status = 0; ///< HTTP status the caller saw
    std::optional<Fault> fault = {};
    std::string error; ///< the error's message as the caller saw it, shortened
};

} // namespace gatehouse
