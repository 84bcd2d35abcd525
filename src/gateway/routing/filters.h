// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse::routing {

/// Which filters are on (router_settings).
struct Filters {
    bool checksCalls = false;  ///< enable_pre_call_checks: context window, region, response format, limits, order
    bool checksLimits = false; ///< optional_pre_call_checks: enforce_model_rate_limits
    bool byTags = false;       ///< enable_tag_filtering
    bool anyTag = true;        ///< tag_filtering_match_any: one common tag is enough; otherwise a deployment must have them all
};

/// What the filters look at in a call.
struct Needs {
    std::vector<std::string> tags = {};
    std::int64_t inputTokens = 0; ///< an estimate; 0 = not counted
    std::string region = {};      ///< "eu", "us" or a cloud's own name for one; empty = wherever
    bool jsonSchema = false;      ///< response_format asks for a schema, and it may not be dropped
};

/// Why the filters left nobody.
enum class Barred { No, ByTags, ByContextWindow, ByRegion, ByFormat };

/// Which of a group's deployments may take a call: indexes, in the order in which they are preferred. All of a level are as good
/// as one another; the next is for when that one fails (order).
struct Sieved {
    std::vector<std::vector<std::uint32_t>> levels = {}; ///< empty when nobody is left; one empty level = all of the group
    Barred barred = Barred::No;
    std::string words = {}; ///< of a barred call: what did not fit
};

/// By tags those that match, else those tagged "default"; a call without tags gets those tagged "default", else
/// all. Then the checks before a call, then by order, where those without one are left out once any has one.
Sieved sieve(const std::vector<const Deployment *> &all, const Needs &needs, const Filters &filters);

} // namespace gatehouse::routing
