// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/core/receipt.h"

/// A call of which everything is known, for the tests of those who look on.
inline gatehouse::Receipt wholeReceipt()
{
    using namespace gatehouse;
    using std::chrono::microseconds;
    Receipt receipt;
    receipt.callId = "0b7e4c2a-1111-4222-8333-444455556666";
    receipt.startedAt = std::chrono::system_clock::time_point(microseconds(1767225600123456));
    receipt.path = "/v1/chat/completions";
    receipt.who = "alias";
    receipt.principal = std::make_shared<const Principal>(
        Principal {"hash-of-key", "alias", "user-1", "user@example.org", "team-1", "Team One", "org-1", {}});
    receipt.customer = "customer-1";
    receipt.tags = {"prod"};
    receipt.peer = "192.0.2.1";
    receipt.userAgent = "OpenAI/Python 1.2.3";
    receipt.session = "session-1";
    receipt.metadata = R"({"cost_center":"7"})";
    Circumstances circumstances;
    circumstances.metadata = R"({"trace_name":"checkout"})";
    circumstances.parameters = R"({"temperature":0.5,"max_tokens":64})";
    circumstances.headers = {{"x-app", "shop"}};
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    receipt.model = receipt.group = "gpt";
    receipt.deployment = "d-gpt";
    receipt.provider = "openai";
    receipt.upstreamModel = "gpt-4o";
    receipt.station = std::make_shared<const Station>(
        Station {"d-gpt", "gpt", "openai", "OpenAI", "openai/gpt-4o", "https://api.openai.com/v1"});
    AttemptRecord attempt {"d-gpt", 200, {}, microseconds(900000)};
    attempt.group = "gpt";
    attempt.provider = "openai";
    attempt.station = receipt.station;
    attempt.begin = microseconds(1000);
    attempt.remainingRequests = 99;
    attempt.remainingTokens = 9999;
    receipt.attempts = {attempt};
    receipt.firstToken = microseconds(250000);
    receipt.duration = microseconds(1000000);
    receipt.upstreamTime = microseconds(900000);
    receipt.usage.input = 10;
    receipt.usage.output = 5;
    receipt.usage.cachedRead = 4;
    receipt.usage.reported = true;
    Cost cost;
    cost.lines = {{Charge::Input, 10, {2500000000}, {25000}}, {Charge::Output, 5, {10000000000}, {50000}}};
    cost.total = {75000};
    receipt.cost = cost;
    receipt.answerId = "chatcmpl-1";
    receipt.said = std::make_shared<const Said>(Said {R"([{"role": "user",
 "content": "Hi \u00e4"}])",
        R"({"id":"chatcmpl-1","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]})"});
    receipt.finishReason = "stop";
    receipt.outcome = Outcome::Completed;
    receipt.status = 200;
    return receipt;
}

/// The same, refused by its provider.
inline gatehouse::Receipt failedReceipt()
{
    using namespace gatehouse;
    Receipt receipt = wholeReceipt();
    receipt.outcome = Outcome::Failed;
    receipt.status = 429;
    receipt.fault = Fault::RateLimit;
    receipt.error = "litellm.RateLimitError: too many \xff requests";
    receipt.attempts.front().fault = Fault::RateLimit;
    receipt.attempts.front().status = 429;
    receipt.attempts.front().error = "too many";
    receipt.answerId.clear();
    receipt.cost.reset();
    receipt.usage = {};
    receipt.said = std::make_shared<const Said>(Said {receipt.said->messages, {}});
    return receipt;
}
