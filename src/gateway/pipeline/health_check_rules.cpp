// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/health_check_rules.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::pipeline {

namespace {

constexpr double longest = 7 * 24 * 3600; // seconds; a timer takes 24 days at most

std::chrono::milliseconds seconds(double value)
{
    return std::chrono::milliseconds(std::llround(std::clamp(value, 1.0, longest) * 1000));
}

} // namespace

HealthCheckRules healthCheckRules(const config::Config &config)
{
    const auto setting = [&config](const char *name) { return config.get(std::string("general_settings.") + name); };
    HealthCheckRules rules;
    rules.isInBackground = setting("background_health_checks").asBool();
    rules.interval = seconds(setting("health_check_interval").asDouble(300));
    rules.concurrency = static_cast<std::size_t>(std::max<std::int64_t>(0, setting("health_check_concurrency").asInt()));
    if (const auto groups = setting("background_health_check_model_groups"); !groups.isNull())
        rules.groups = groups.asStrings();
    rules.skipsDisabled = setting("health_check_skip_disabled_background_models").asBool();
    rules.showsDetails = setting("health_check_details").asBool(true);
    rules.steersRouting = setting("enable_health_check_routing").asBool();
    rules.ignoresTransient = setting("health_check_ignore_transient_errors").asBool();
    const auto staleness = setting("health_check_staleness_threshold");
    rules.staleness = staleness.isNull() ? 2 * rules.interval : seconds(staleness.asDouble());
    return rules;
}

} // namespace gatehouse::pipeline
