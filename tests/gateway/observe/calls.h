// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"

#include <string>

/// A call as the observer sees it.
namespace gatehouse::observe {

inline std::shared_ptr<const Station> station(const std::string &id, const std::string &group = "gpt")
{
    return std::make_shared<const Station>(Station {id, group, "openai", "OpenAI", "openai/gpt-4o", "http://provider/v1"});
}

inline AttemptRecord attemptAt(const std::string &id, std::optional<Fault> fault = {}, const std::string &group = "gpt")
{
    AttemptRecord attempt;
    attempt.deployment = id;
    attempt.group = group;
    attempt.provider = "openai";
    attempt.station = station(id, group);
    attempt.fault = fault;
    attempt.status = fault ? info(*fault).status : 200;
    attempt.duration = std::chrono::milliseconds(700);
    attempt.firstToken = std::chrono::milliseconds(200);
    return attempt;
}

/// One that worked at the first try.
inline Receipt answered(const std::string &id = "d-1")
{
    Receipt receipt;
    receipt.startedAt = std::chrono::system_clock::time_point(std::chrono::seconds(1'700'000'000));
    receipt.path = "/v1/chat/completions";
    receipt.principal =
        std::make_shared<const Principal>(Principal {"hash-1", "alias", "ann", "ann@example.com", "t-1", "red", {}, {}});
    receipt.peer = "10.0.0.1";
    receipt.userAgent = "curl/8";
    receipt.customer = "customer-1";
    receipt.model = "gpt";
    receipt.group = "gpt";
    receipt.provider = "openai";
    receipt.upstreamModel = "gpt-4o";
    receipt.deployment = id;
    receipt.station = station(id);
    receipt.attempts.push_back(attemptAt(id));
    receipt.usage.input = 10;
    receipt.usage.output = 5;
    receipt.attempts.front().usage = receipt.usage;
    receipt.cost = Cost {};
    receipt.cost->total = Money {2'500'000};
    receipt.attempts.front().cost = receipt.cost->total;
    receipt.duration = std::chrono::milliseconds(720);
    receipt.upstreamTime = std::chrono::milliseconds(700);
    receipt.firstToken = std::chrono::milliseconds(210);
    receipt.stages.queue = std::chrono::microseconds(40);
    receipt.outcome = Outcome::Completed;
    receipt.status = 200;
    return receipt;
}

/// One that its only provider failed.
inline Receipt failed(Fault fault, const std::string &id = "d-1")
{
    Receipt receipt = answered(id);
    receipt.attempts = {attemptAt(id, fault)};
    receipt.usage = {};
    receipt.cost.reset();
    receipt.outcome = Outcome::Failed;
    receipt.fault = fault;
    receipt.status = info(fault).status;
    return receipt;
}

/// One for a model that there is none of.
inline Receipt refused(const std::string &model)
{
    Receipt receipt;
    receipt.startedAt = answered().startedAt;
    receipt.path = "/v1/chat/completions";
    receipt.principal = answered().principal;
    receipt.model = model;
    receipt.outcome = Outcome::Refused;
    receipt.fault = Fault::BadRequest;
    receipt.status = 400;
    return receipt;
}

} // namespace gatehouse::observe
