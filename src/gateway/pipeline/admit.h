// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// An admitted call, ready to try.
struct Plan {
    wire::Call call;
    routing::Route route;
    limits::Hold hold = {};                   ///< of what it may use at worst
    std::vector<limits::Margin> margins = {}; ///< what they have left who pay for it; empty = nobody is limited
    std::vector<limits::Hold> more = {};      ///< for a dearer fallback, and for copies
    std::string guards = {};                  ///< which guardrails the answer depends on; empty = on none
};

/// The refusal of a model that nobody has, in LiteLLM's words for the \a door ("/chat/completions") and whether wildcards exist.
Error unknownModel(const std::string &model, const std::string &door, Dialect dialect, bool hasWildcards);

/// What a request is admitted on.
struct Ground {
    const Snapshot &snapshot;
    const routing::Board &board;
    const tokens::Counter &counter;
    routing::Random &random;
    people::Callers &callers;
    const Clock &clock;
};

/// The way of \a call, which its caller may make. Fails where nobody has the model, or its tags are for none of it.
/// \a inputTokens stands in the place of a count of the prompt, where one would be made.
Result<routing::Route> routeOf(
    const wire::Call &call, const Ground &ground, std::optional<std::int64_t> inputTokens = std::nullopt);

/// Everything between a request and its first provider: one straight line of steps, each a function over values with its own
/// test. The order is the policy. On failure \a receipt holds whatever was learnt before. In two halves, because guardrails,
/// which may take their time, stand between them: first who asks, what, and whether he may;
Result<wire::Call> letIn(Inbound &inbound, const Ground &ground, Receipt &receipt);
/// then where it goes, and what it may use.
Result<Plan> planFor(wire::Call call, const Inbound &inbound, const Ground &ground, Receipt &receipt);
/// Both, where nothing stands between.
Result<Plan> admit(Inbound &inbound, const Ground &ground, Receipt &receipt);

} // namespace gatehouse::pipeline
