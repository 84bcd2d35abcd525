// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::pipeline {

/// What general_settings says of health checks; what a deployment's model_info says of its own is read where it is asked.
struct HealthCheckRules {
    bool isInBackground = false;                         ///< background_health_checks
    std::chrono::milliseconds interval {300'000};        ///< between the end of a round and the next; at least a second
    std::size_t concurrency = 0;                         ///< calls at the same time; 0 = all at once
    std::optional<std::vector<std::string>> groups = {}; ///< the only ones that are asked in the background
    bool skipsDisabled = false;                          ///< what is left out in the background is never asked
    bool showsDetails = true;                            ///< in GET /health
    bool steersRouting = false;                          ///< enable_health_check_routing: what fails gets no requests
    bool ignoresTransient = false;                       ///< of failures that steer: a 408 or 429 is none
    std::chrono::milliseconds staleness {2 * 300'000};   ///< for how long a failure steers
};

HealthCheckRules healthCheckRules(const config::Config &config);

} // namespace gatehouse::pipeline
